import { data } from "./data.js";
import { dates } from "./dates.js";
import { discord } from "./discord.js";
import { path } from "./path.js";
import { state } from "./state.js";
import { words } from "./words.js";

// Which claims, lines and actors pass the filters. All filters hold together, claim by claim.
export const sieve = (() => {
  // `live` is all that passes; `lines` and `claims` are what of it is drawn, between the `actors` that are drawn.
  const shown = { claims: [], lines: new Map(), actors: new Set(), live: new Map(), way: null };

  const welcome = (actor, chosen) => !chosen.kinds.has(actor.kind) && !chosen.blocs.has(actor.bloc);

  function open(line, chosen) {
    if (chosen.off.has(line.relation.name) || (chosen.act && line.relation.act !== chosen.act)) return false;
    if (chosen.discord && !discord[chosen.discord].has(line)) return false;
    return welcome(line.source, chosen) && welcome(line.target, chosen);
  }

  function inTime(claim, bounds) {
    if (!claim.interval) return bounds.undated;
    return claim.interval.last >= bounds.first && claim.interval.first <= bounds.last;
  }

  function passes(claim, chosen, bounds) {
    if (!chosen.statuses.has(claim.status) && chosen.discord !== "denied") return false;
    if (chosen.hedged !== "all" && claim.hedged !== (chosen.hedged === "only")) return false;
    if (chosen.outlet && (claim.document.outlet || "?") !== chosen.outlet) return false;
    if (chosen.claimant && (claim.claimant ? claim.claimant.id : "?") !== chosen.claimant) return false;
    if (chosen.text && !words.plain(claim.sentence).includes(chosen.text)) return false;
    return claim.confidence >= chosen.confidence && inTime(claim, bounds);
  }

  function live(chosen) {
    const bounds = {
      undated: chosen.undated,
      first: chosen.from ? dates.interval(chosen.from).first : "",
      last: chosen.to ? dates.interval(chosen.to).last : "9999-12-31",
    };
    const found = new Map();
    for (const line of data.lines) {
      if (!open(line, chosen)) continue;
      const claims = line.claims.filter((claim) => passes(claim, chosen, bounds));
      if (claims.length) found.set(line, claims);
    }
    return found;
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

  // What is selected is drawn even where it is none of the strongest.
  function chosenOnes(chosen) {
    const { selected } = chosen;
    if (!selected) return [];
    if (selected.path) return [selected.path.from, selected.path.to, ...(shown.way || []).map((step) => step.to)];
    if (selected.line) return [selected.line.source, selected.line.target];
    return selected.actor ? [selected.actor] : [];
  }

  function sift() {
    const chosen = state.now;
    shown.live = live(chosen);
    const way = chosen.selected?.path;
    shown.way = way ? path.find(way.from, way.to, shown.live) : null;
    const extra = new Set([...chosen.also, ...chosenOnes(chosen)].filter((actor) => actor.node));
    const pool = chosen.around ? near(chosen.around, chosen.steps, [...shown.live.keys()]) : data.drawn;
    const within = (actor) => chosen.around || !chosen.top || actor.rank < chosen.top;
    shown.actors = new Set([...pool].filter((actor) => within(actor) && welcome(actor, chosen)));
    for (const actor of extra) if (welcome(actor, chosen)) shown.actors.add(actor);
    shown.lines = new Map(
      [...shown.live].filter(([line]) => shown.actors.has(line.source) && shown.actors.has(line.target)),
    );
    shown.claims = [...shown.lines.values()].flat();
  }

  const ties = () => [...shown.lines.keys()].filter((line) => line.tie);
  const of = (line) => shown.live.get(line) || [];

  // Actors tied to this one, over lines that pass, that are not drawn.
  function hidden(actor) {
    const ends = actor.lines.filter((line) => shown.live.has(line)).flatMap((line) => [line.source, line.target]);
    return [...new Set(ends)].filter((each) => !shown.actors.has(each));
  }

  return { shown, sift, ties, of, hidden };
})();
