"use strict";

// The view in the address, after the #: copy it, and whoever opens it with the same file sees the same.
const address = (() => {
  function write() {
    const { now } = state;
    const said = new URLSearchParams();
    const add = (name, value) => { if (value) said.set(name, value); };
    add("actor", now.selected && now.selected.actor && now.selected.actor.id);
    add("line", now.selected && now.selected.line && data.key(now.selected.line));
    add("bloc", now.selected && now.selected.bloc !== undefined && String(now.selected.bloc));
    add("off", [...now.off].sort().join(" "));
    const statuses = [...now.statuses].sort().join(" ");
    if (statuses !== "asserted") said.set("states", statuses);
    add("hedged", now.hedged !== "all" && now.hedged);
    for (const name of ["outlet", "from", "to", "theme"]) add(name, now[name]);
    add("confidence", now.confidence && String(now.confidence));
    add("undated", !now.undated && "no");
    add("around", now.around && now.around.id);
    add("steps", now.around && now.steps > 1 && String(now.steps));
    add("view", now.view !== "network" && now.view);
    const hash = said.size ? `#${said}` : "";
    if (hash === location.hash) return;
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch {
      // A page inside a frame, as in a notebook, may have no address of its own.
    }
  }

  const list = (text) => (text || "").split(" ").filter(Boolean);

  // What a saved address asks for; anything unknown in it is passed over.
  function read() {
    const said = new URLSearchParams(location.hash.slice(1));
    const pick = (name, allowed, otherwise) => (allowed.includes(said.get(name)) ? said.get(name) : otherwise);
    const day = (name) => (dates.interval(said.get(name)) ? said.get(name) : "");
    const around = data.actorById.get(said.get("around")) || null;
    return {
      off: new Set(list(said.get("off")).filter((name) => data.relations.some((each) => each.name === name))),
      statuses: new Set(said.has("states") ? list(said.get("states")).filter((name) => words.STATUSES[name]) : ["asserted"]),
      hedged: pick("hedged", ["only", "none"], "all"),
      outlet: pick("outlet", data.claims.map((claim) => claim.document.outlet || "?"), ""),
      from: day("from"),
      to: day("to"),
      confidence: Math.min(1, Math.max(0, Number(said.get("confidence")) || 0)),
      undated: said.get("undated") !== "no",
      around: around && around.node ? around : null,
      steps: Math.min(9, Math.max(1, Math.round(Number(said.get("steps"))) || 1)),
      view: pick("view", ["table"], "network"),
      theme: pick("theme", ["dark", "light"], ""),
      selected: selected(said),
    };
  }

  function selected(said) {
    const line = data.lineByKey.get(said.get("line"));
    const actor = data.actorById.get(said.get("actor"));
    const bloc = said.get("bloc");
    if (line) return { line };
    if (actor) return { actor };
    return /^\d+$/.test(bloc || "") && data.blocs[Number(bloc)] ? { bloc: Number(bloc) } : null;
  }

  return { read, write };
})();
