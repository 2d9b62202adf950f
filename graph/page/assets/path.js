// The way from one actor to another over the lines that pass: the fewest steps, and of those the most sentences.
export const path = (() => {
  function step(steps, from, to, line, claims) {
    if (!steps.has(from)) steps.set(from, new Map());
    const next = steps.get(from);
    if (!next.has(to)) next.set(to, { from, to, lines: [], claims: 0 });
    const found = next.get(to);
    found.lines.push(line);
    found.claims += claims.length;
  }

  function neighbours(live) {
    const steps = new Map();
    for (const [line, claims] of live) {
      if (line.source === line.target) continue;
      step(steps, line.source, line.target, line, claims);
      step(steps, line.target, line.source, line, claims);
    }
    return steps;
  }

  // Actors one step further, each with the best step that leads to it.
  function further(reached, level, steps) {
    const next = new Map();
    for (const [actor, sum] of level) {
      for (const found of (steps.get(actor) || new Map()).values()) {
        if (reached.has(found.to)) continue;
        const better = next.get(found.to);
        if (!better || sum + found.claims > better.sum) next.set(found.to, { sum: sum + found.claims, found });
      }
    }
    return next;
  }

  // The steps in order; null where there is no way.
  function find(from, to, live) {
    const steps = neighbours(live);
    const reached = new Map([[from, null]]);
    let level = new Map([[from, 0]]);
    while (level.size && !reached.has(to)) {
      const next = further(reached, level, steps);
      for (const [actor, { found }] of next) reached.set(actor, found);
      level = new Map([...next].map(([actor, { sum }]) => [actor, sum]));
    }
    if (!reached.has(to)) return null;
    const way = [];
    for (let last = reached.get(to); last; last = reached.get(last.from)) way.unshift(last);
    return way;
  }

  return { find };
})();
