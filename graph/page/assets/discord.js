import { data } from "./data.js";

// Where the sentences do not agree: what one says another denies, or two actors are said to be friends and foes at once.
export const discord = (() => {
  const bare = (line) => [line.source.id, line.relation.name, line.target.id].join(" ");

  // Said and denied: by a sentence that says "not", or by the one who is said to have done it.
  function denied() {
    const not = new Map(data.lines.filter((line) => line.status === "negated").map((line) => [bare(line), line]));
    const found = new Set();
    for (const line of data.lines) {
      const against = line.tie && not.get(bare(line));
      if (against) found.add(line).add(against);
    }
    for (const claim of data.claims) {
      if (claim.line.relation.name !== "DENIES" || !claim.line.tie || !claim.object) continue;
      const acts = claim.line.source.lines.filter((line) => line.tie && line.source === claim.line.source);
      for (const act of acts) if (act.relation.name === claim.object) found.add(act).add(claim.line);
    }
    return found;
  }

  // Ties between two actors that have both cooperation and conflict.
  function mixed() {
    const pairs = new Map();
    for (const line of data.lines) {
      if (!line.tie || !["cooperation", "conflict"].includes(line.relation.group)) continue;
      const pair = [line.source.number, line.target.number].sort((a, b) => a - b).join(" ");
      if (!pairs.has(pair)) pairs.set(pair, []);
      pairs.get(pair).push(line);
    }
    const both = [...pairs.values()].filter((lines) => new Set(lines.map((line) => line.relation.group)).size > 1);
    return new Set(both.flat());
  }

  return { denied: denied(), mixed: mixed() };
})();
