import { labels } from "./labels.js";

// Draws the network apart, along each side by itself, until it fills the screen on which it is first seen. Boxes that do
// not overlap before do not overlap after: distances only grow.
export const spread = (() => {
  const MOST = 1.5;

  function span(nodes, spots, axis, before, after) {
    const at = nodes.map((node) => spots.get(node.id)[axis]);
    const low = Math.min(...nodes.map((node, each) => at[each] - before(node)));
    const high = Math.max(...nodes.map((node, each) => at[each] + after(node)));
    return { whole: high - low, inner: Math.max(...at) - Math.min(...at) };
  }

  const factor = (length, wanted) =>
    length.inner ? Math.min(MOST, Math.max(1, 1 + (wanted - length.whole) / length.inner)) : 1;

  // The spots for a room of this width and height in pixels.
  function over(nodes, spots, room) {
    if (!nodes.length || room.width <= 0 || room.height <= 0) return spots;
    const across = span(nodes, spots, "x", labels.half, labels.half);
    const down = span(nodes, spots, "y", (node) => node.size, labels.below);
    const scale = Math.min(1, room.width / across.whole, room.height / down.whole);
    const [x, y] = [factor(across, room.width / scale), factor(down, room.height / scale)];
    return new Map([...spots].map(([id, spot]) => [id, { x: spot.x * x, y: spot.y * y }]));
  }

  return { over };
})();
