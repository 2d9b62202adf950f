import { camera } from "./camera.js";
import { data } from "./data.js";
import { spread } from "./spread.js";

// Where actors lie on this screen: as the file says, for wide or for tall, drawn apart until the stage is filled.
export const places = (() => {
  const GAP = 19;
  const ROUNDS = 9;

  function on(stage) {
    const tall = stage.clientHeight > 1.1 * stage.clientWidth;
    const at = (each) => (tall && each.tall ? { x: each.tall[0], y: each.tall[1] } : { x: each.x, y: each.y });
    const first = data.nodes.filter((each) => !data.core || each.rank < data.core);
    const spots = spread.over(first, new Map(data.nodes.map((each) => [each.id, at(each)])), camera.room(stage));
    return tilted(new Map([...spots].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }])));
  }

  // vis knows whole pixels only, and writes the word of a line that is exactly level into the corner of the drawing.
  function tilted(spots) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const level = data.edges.filter(({ from, to }) => from !== to && spots.get(from).y === spots.get(to).y);
      if (!level.length) break;
      for (const { to } of level) spots.get(to).y += 1 + round;
    }
    return spots;
  }

  // Parallel lines lie the same number of pixels apart, however long they are. vis bends by an angle; this inverts it.
  function bend(offset, length) {
    let low = 0;
    let high = 1;
    for (let round = 0; round < 20; round += 1) {
      const middle = (low + high) / 2;
      if (0.25 * (1 + middle) * Math.sin((Math.PI * middle) / 2) * length < offset) low = middle;
      else high = middle;
    }
    return low;
  }

  function curve(edge, spots) {
    if (!edge.slot) return false;
    const from = spots.get(edge.from);
    const to = spots.get(edge.to);
    const roundness = bend(Math.abs(edge.slot) * GAP, Math.hypot(from.x - to.x, from.y - to.y));
    return { enabled: true, type: edge.slot > 0 ? "curvedCW" : "curvedCCW", roundness };
  }

  return { on, curve };
})();
