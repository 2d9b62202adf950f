import { dom } from "./dom.js";
import { theme } from "./theme.js";

// Moves the view, never the actors.
export const camera = (() => {
  const MARGIN = 28;
  const HINT = 58;
  let network = null;
  let settled = () => {};

  // The part of the stage that neither the panel nor the bar above it covers.
  function sight() {
    const stage = dom.byId("network").getBoundingClientRect();
    const panel = dom.byId("panel");
    const over = panel.hidden ? null : panel.getBoundingClientRect();
    const beside = over && over.top <= stage.top + 1;
    const bar = dom.byId("bar").getBoundingClientRect();
    return {
      left: MARGIN,
      top: bar.height ? bar.bottom - stage.top + 10 : MARGIN,
      right: (beside ? Math.min(stage.width, over.left - stage.left) : stage.width) - MARGIN,
      bottom: over && !beside ? Math.min(stage.height, over.top - stage.top) - MARGIN : stage.height - HINT,
    };
  }

  // What these actors and their labels take. Labels that were made larger for a far view count at their normal size.
  function extent(ids) {
    const boxes = ids.map((id) => network.getBoundingBox(id));
    const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
    return { left, right, top, bottom };
  }

  // Shows all of these.
  function show(ids, animated = true, largest = 1) {
    if (!ids.length) return;
    const room = sight();
    const box = extent(ids);
    const across = (room.right - room.left) / (box.right - box.left);
    const down = (room.bottom - room.top) / (box.bottom - box.top);
    const { clientWidth, clientHeight } = dom.byId("network");
    const animation = animated ? theme.motion(260) : false;
    network.moveTo({
      position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
      offset: { x: (room.left + room.right - clientWidth) / 2, y: (room.top + room.bottom - clientHeight) / 2 },
      scale: Math.max(Math.min(largest, across, down), 0.02),
      animation,
    });
    if (!animation) settled();
  }

  // How far to push so that what reaches from `low` to `high` lies between two bounds; null where it cannot.
  function push(low, high, first, last) {
    if (high - low > last - first) return null;
    return Math.max(first - low, 0) + Math.min(last - high, 0);
  }

  // The least move by which these are in sight; only where they do not fit, a smaller scale.
  function reveal(ids) {
    if (!ids.length) return;
    const room = sight();
    const box = extent(ids);
    const low = network.canvasToDOM({ x: box.left, y: box.top });
    const high = network.canvasToDOM({ x: box.right, y: box.bottom });
    const right = push(low.x, high.x, room.left, room.right);
    const down = push(low.y, high.y, room.top, room.bottom);
    if (right === null || down === null) show(ids, true, network.getScale());
    else if (right || down) pan(right, down);
  }

  function pan(right, down) {
    network.moveTo({
      offset: { x: right, y: down },
      position: network.getViewPosition(),
      animation: theme.motion(200),
    });
  }

  function zoom(factor) {
    const animation = theme.motion(120);
    network.moveTo({ scale: Math.max(0.02, network.getScale() * factor), animation });
    if (!animation) settled();
  }

  // `then` is called when the view has come to rest at another scale.
  function start(its, then) {
    network = its;
    settled = then;
  }

  const room = (stage) => ({ width: stage.clientWidth - 2 * MARGIN, height: stage.clientHeight - MARGIN - HINT });

  return { start, show, reveal, pan, zoom, room };
})();
