"use strict";

// Which claims, lines and actors pass the filters. All filters hold together, claim by claim.
const sieve = (() => {
  const shown = { claims: [], lines: new Map(), actors: new Set() };

  function inTime(claim, chosen) {
    if (!claim.interval) return chosen.undated;
    if (chosen.from && claim.interval.last < dates.interval(chosen.from).first) return false;
    return !(chosen.to && claim.interval.first > dates.interval(chosen.to).last);
  }

  function passes(claim, chosen) {
    if (chosen.off.has(claim.line.relation.name) || !chosen.statuses.has(claim.status)) return false;
    if (chosen.hedged !== "all" && claim.hedged !== (chosen.hedged === "only")) return false;
    if (chosen.outlet && (claim.document.outlet || "?") !== chosen.outlet) return false;
    return claim.confidence >= chosen.confidence && inTime(claim, chosen);
  }

  // The actors within so many steps of one, over the lines that pass.
  function near(start, steps, lines) {
    let reached = new Set([start]);
    for (let step = 0; step < steps; step += 1) {
      const next = new Set(reached);
      for (const line of lines) {
        if (reached.has(line.source)) next.add(line.target);
        if (reached.has(line.target)) next.add(line.source);
      }
      reached = next;
    }
    return reached;
  }

  function sift() {
    const chosen = state.now;
    const live = new Map();
    for (const claim of data.claims) {
      if (!passes(claim, chosen)) continue;
      if (!live.has(claim.line)) live.set(claim.line, []);
      live.get(claim.line).push(claim);
    }
    const drawn = data.actors.filter((actor) => actor.node);
    shown.actors = chosen.around ? near(chosen.around, chosen.steps, [...live.keys()]) : new Set(drawn);
    shown.lines = new Map([...live].filter(([line]) => shown.actors.has(line.source) && shown.actors.has(line.target)));
    shown.claims = [...shown.lines.values()].flat();
  }

  const ties = () => [...shown.lines.keys()].filter((line) => line.tie);

  return { shown, sift, ties };
})();
