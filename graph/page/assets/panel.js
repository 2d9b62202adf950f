"use strict";

// What is known about the selected line, actor or bloc. It lies over the stage, so that opening it moves nothing.
const panel = (() => {
  const select = (selected) => state.change({ selected });

  const name = (actor) => dom.button(actor.name, () => select({ actor }), { class: "name" });
  const sign = (actor) => shapes.actor(actor.kind, theme.bloc(actor.bloc));

  function head(kind, ...title) {
    return dom.make("header", {},
      dom.make("p", { class: "kind" }, kind),
      dom.button("×", () => select(null), { class: "close", "aria-label": "Close", title: "Close (Esc)" }),
      dom.make("h2", {}, ...title));
  }

  const claimsOf = (line) => sieve.shown.lines.get(line) || [];

  function summary(claims) {
    const papers = new Set(claims.map((claim) => claim.document));
    const outlets = new Set(claims.map((claim) => claim.document.outlet).filter(Boolean));
    const known = claims.map((claim) => claim.when).filter(Boolean).sort();
    const hedged = claims.filter((claim) => claim.hedged).length;
    return [
      words.count(claims.length, "sentence"), words.count(papers.size, "document"),
      outlets.size ? words.count(outlets.size, "outlet") : "outlet unknown",
      words.period(known[0], known[known.length - 1]), hedged ? `${hedged} hedged` : null,
    ].filter(Boolean).join(" · ");
  }

  function weight(line) {
    const scale = line.relation.weight;
    if (scale === undefined || scale === null) return null;
    const sign = scale > 0 ? "+" : scale < 0 ? "−" : "";
    return dom.make("p", { class: "weight" }, shapes.stroke(line.relation.group, !line.tie),
      `${words.GROUPS[line.relation.group]} · ${sign}${Math.abs(scale)} on the scale from −10 to +10`);
  }

  function ofLine(line) {
    const claims = claimsOf(line);
    const pair = [...sieve.shown.lines.keys()].filter((each) => each !== line && samePair(each, line));
    return [
      head(line.tie ? "Tie" : words.STATUSES[line.status], sign(line.source), name(line.source), " ",
        dom.make("span", { class: "relation" }, data.phrase(line)), " ", sign(line.target), name(line.target)),
      weight(line),
      dom.make("p", { class: "summary" }, claims.length ? summary(claims) : "The filters hide all sentences behind this line."),
      evidence.cards(claims),
      pair.length ? dom.make("section", { class: "also" }, dom.make("h3", {}, "Also between these two"), ...pair.map(row)) : null,
    ];
  }

  const samePair = (a, b) =>
    (a.source === b.source && a.target === b.target) || (a.source === b.target && a.target === b.source);

  function row(line) {
    return dom.make("button", { type: "button", class: "row", on: { click: () => select({ line }) } },
      shapes.stroke(line.relation.group, !line.tie),
      dom.make("span", {}, `${line.source.name} ${data.phrase(line)} ${line.target.name}`),
      dom.make("span", { class: "number" }, String(claimsOf(line).length)));
  }

  // One tie of an actor, its sentences built when it is opened.
  function group(line) {
    const box = dom.make("details", { class: "group" },
      dom.make("summary", {}, shapes.stroke(line.relation.group, !line.tie),
        dom.make("span", {}, `${line.source.name} ${data.phrase(line)} ${line.target.name}`),
        dom.make("span", { class: "number" }, String(claimsOf(line).length))));
    box.addEventListener("toggle", () => {
      if (box.open && box.children.length === 1) box.append(evidence.cards(claimsOf(line)));
    });
    return box;
  }

  function ofActor(actor) {
    const lines = [...sieve.shown.lines.keys()].filter((line) => line.source === actor || line.target === actor);
    const said = sieve.shown.claims.filter((claim) => claim.claimant === actor);
    lines.sort((a, b) => claimsOf(b).length - claimsOf(a).length);
    return [
      head([words.KINDS[actor.kind], actor.iso3].filter(Boolean).join(" · "), sign(actor), actor.name),
      actor.aliases.length ? dom.make("p", { class: "summary" }, `Also called ${actor.aliases.slice(0, 8).join(", ")}`) : null,
      actor.found ? dom.make("p", { class: "summary" }, "Found in the text; not in the register of actors.") : null,
      bloc(actor),
      actor.node ? neighbours(actor) : null,
      dom.make("p", { class: "summary" }, lines.length ? `${words.count(lines.length, "line")} shown` : "No line shown."),
      lines.length ? evidence.paged(lines, group, "line") : null,
      said.length ? dom.make("section", { class: "also" }, dom.make("h3", {}, `According to ${actor.name}`), evidence.cards(said)) : null,
    ];
  }

  function bloc(actor) {
    if (actor.bloc < 0) return null;
    const others = data.blocs[actor.bloc].map((number) => data.actors[number]).filter((each) => each !== actor);
    const names = others.slice(0, 5).map((each) => each.name).join(", ") + (others.length > 5 ? "…" : "");
    return dom.make("p", { class: "summary" }, "In a bloc with ", dom.button(names, () => select({ bloc: actor.bloc }), { class: "name" }));
  }

  function neighbours(actor) {
    const around = (steps) => () => state.change({ around: actor, steps });
    const here = state.now.around === actor;
    return dom.make("p", { class: "actions" },
      here ? dom.button("One step further", around(state.now.steps + 1)) : dom.button("Only neighbours", around(1)),
      here ? dom.button("Show all actors", () => state.change({ around: null, steps: 1 })) : null);
  }

  function ofBloc(number) {
    const members = data.blocs[number].map((each) => data.actors[each]);
    const inside = [...sieve.shown.lines.keys()].filter((line) => line.source.bloc === number && line.target.bloc === number);
    return [
      head("Bloc", `${words.count(members.length, "actor")} that cooperate or are bound by office`),
      dom.make("p", { class: "summary" }, "Found in the ties themselves: more cooperation than conflict among them."),
      dom.make("ul", { class: "members" }, ...members.map((actor) => dom.make("li", {}, sign(actor), name(actor)))),
      inside.length ? evidence.paged(inside, group, "line") : null,
    ];
  }

  function refresh() {
    const chosen = state.now.selected;
    const box = dom.byId("panel");
    box.hidden = !chosen;
    if (!chosen) return box.replaceChildren();
    const parts = chosen.line ? ofLine(chosen.line) : chosen.actor ? ofActor(chosen.actor) : ofBloc(chosen.bloc);
    box.replaceChildren(...parts.filter(Boolean));
    box.scrollTop = 0;
    return undefined;
  }

  return { refresh };
})();
