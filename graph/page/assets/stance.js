import { sieve } from "./sieve.js";
import { voice } from "./voice.js";

// With whom an actor stands and against whom, by the sentences that pass: cooperation less conflict, pair by pair.
// What is only alleged puts nobody on a side.
export const stance = (() => {
  function of(actor) {
    const sums = new Map();
    for (const line of actor.lines) {
      const { group } = line.relation;
      if (!line.tie || !["cooperation", "conflict"].includes(group) || line.source === line.target) continue;
      const other = line.source === actor ? line.target : line.source;
      const many = voice.alleged(line) ? 0 : sieve.of(line).length;
      if (many) sums.set(other, (sums.get(other) || 0) + (group === "cooperation" ? many : -many));
    }
    const order = (a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0].rank - b[0].rank;
    const pairs = [...sums].sort(order);
    const side = (wanted) => pairs.filter(([, sum]) => wanted(sum)).map(([other]) => other);
    return { friends: side((sum) => sum > 0), foes: side((sum) => sum < 0) };
  }

  return { of };
})();
