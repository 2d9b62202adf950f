import { data } from "./data.js";
import { dom } from "./dom.js";
import { labels } from "./labels.js";
import { theme } from "./theme.js";

// Moves the view, never the actors.
export const camera = (() => {
  const MARGIN = 28;
  const HINT = 58;
  const LEAST = 0.02;
  let network = null;
  let settled = () => {};
  // Whether the reader has left the view, and everybody in it, as the page chose it.
  let untouched = true;
  let dragged = false;
  let held = null;

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

  // What these actors and their labels take of the drawing, at this scale.
  function extent(ids, scale) {
    const size = labels.size(scale);
    const boxes = ids.map((id) => {
      const { x, y } = network.getPosition(id);
      const node = data.node.get(id);
      const half = labels.half(node, size);
      return { left: x - half, right: x + half, top: y - node.size, bottom: y + labels.below(node, size) };
    });
    const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
    return { left, right, top, bottom };
  }

  const fits = ({ left, right, top, bottom }, room, scale) =>
    (right - left) * scale <= room.right - room.left && (bottom - top) * scale <= room.bottom - room.top;

  // The largest scale at which all of these are in sight; names do not shrink with the drawing, so it is sought by halves.
  function best(ids, room, largest) {
    if (fits(extent(ids, largest), room, largest)) return largest;
    let [low, high] = [LEAST, largest];
    for (let round = 0; round < 12; round += 1) {
      const middle = Math.sqrt(low * high);
      if (fits(extent(ids, middle), room, middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  // Shows all of these.
  function show(ids, animated = true, largest = 1) {
    if (!ids.length) return;
    const room = sight();
    const scale = best(ids, room, largest);
    const box = extent(ids, scale);
    const { clientWidth, clientHeight } = dom.byId("network");
    const animation = animated ? theme.motion(260) : false;
    network.moveTo({
      position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
      offset: { x: (room.left + room.right - clientWidth) / 2, y: (room.top + room.bottom - clientHeight) / 2 },
      scale,
      animation,
    });
    if (!animation) settled();
  }

  function whole(ids, animated) {
    untouched = !dragged;
    show(ids, animated);
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
    const box = extent(ids, network.getScale());
    const low = network.canvasToDOM({ x: box.left, y: box.top });
    const high = network.canvasToDOM({ x: box.right, y: box.bottom });
    const right = push(low.x, high.x, room.left, room.right);
    const down = push(low.y, high.y, room.top, room.bottom);
    if (right === null || down === null) narrow(ids);
    else if (right || down) pan(right, down);
  }

  function narrow(ids) {
    untouched = false;
    show(ids, true, network.getScale());
  }

  function pan(right, down) {
    untouched = false;
    network.moveTo({
      offset: { x: right, y: down },
      position: network.getViewPosition(),
      animation: theme.motion(200),
    });
  }

  function zoom(factor) {
    untouched = false;
    const animation = theme.motion(120);
    network.moveTo({ scale: Math.max(LEAST, network.getScale() * factor), animation });
    if (!animation) settled();
  }

  // `then` is called when the view has come to rest at another scale.
  function start(its, then) {
    network = its;
    settled = then;
  }

  const hold = () => {
    held = { scale: network.getScale(), position: network.getViewPosition() };
  };

  // When the window changes: the first sight is made `anew`; a view that the reader chose keeps its middle and scale.
  // vis would scale by the width alone, and only after it has told; so this waits until it has.
  function follow(anew) {
    const touch = ({ nodes }) => {
      untouched = false;
      dragged ||= Boolean(nodes?.length);
    };
    for (const event of ["zoom", "dragStart"]) network.on(event, touch);
    network.on("afterDrawing", hold);
    network.on("resize", () => {
      const before = held;
      queueMicrotask(() => {
        if (untouched) anew();
        else if (before) network.moveTo({ ...before, animation: false });
      });
    });
  }

  const room = (stage) => ({ width: stage.clientWidth - 2 * MARGIN, height: stage.clientHeight - MARGIN - HINT });

  return { start, follow, whole, reveal, pan, zoom, room };
})();
