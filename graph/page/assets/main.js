"use strict";

// Puts the parts together: a change of the state reaches the drawing, the panel, the table and the address.
(() => {
  const FILTERS = ["off", "statuses", "hedged", "outlet", "confidence", "from", "to", "undated", "around", "steps"];

  function changed(names) {
    const filtered = names.some((name) => FILTERS.includes(name));
    if (filtered) sieve.sift();
    if (names.includes("theme")) theme.apply();
    views();
    panel.refresh();
    legend.refresh();
    timeline.refresh();
    filters.refresh();
    around();
    drawing.refresh();
    if (filtered || names.includes("view")) table.refresh();
    if (names.includes("around") || names.includes("steps")) drawing.everything();
    else if (names.includes("selected")) drawing.reveal();
    address.write();
    if (filtered) dom.announce(`${words.count(sieve.ties().length, "tie")}, ${words.count(sieve.shown.actors.size, "actor")} shown`);
  }

  function views() {
    const asTable = state.now.view === "table";
    dom.byId("table").hidden = !asTable;
    dom.byId("as-table").setAttribute("aria-pressed", String(asTable));
    dom.byId("as-network").setAttribute("aria-pressed", String(!asTable));
    dom.byId("hint").hidden = asTable || Boolean(state.now.selected);
    dom.byId("zoom").hidden = asTable;
  }

  function around() {
    const { around: actor, steps } = state.now;
    const box = dom.byId("around");
    box.hidden = !actor;
    if (!actor) return;
    const reach = steps === 1 ? "neighbours" : `all within ${steps} steps`;
    box.replaceChildren(
      dom.make("span", {}, `Only ${actor.name} and ${reach}`),
      dom.button("One step further", () => state.change({ steps: steps + 1 })),
      dom.button("Show all actors", () => state.change({ around: null, steps: 1 })));
  }

  function about() {
    const drawn = data.actors.filter((actor) => actor.node).length;
    const ties = data.lines.filter((line) => line.tie).length;
    const papers = new Set(data.claims.map((claim) => claim.document)).size;
    const out = data.leftOut ? ` The ${words.count(drawn, "actor")} in most claims; ${data.leftOut.toLocaleString("en")} more are left out.` : "";
    dom.byId("about").textContent = `${words.count(drawn, "actor")}, ${words.count(ties, "tie")}, ${
      words.count(data.claims.length, "claim")} from ${words.count(papers, "document")}.${out}`;
    dom.byId("hint").textContent = data.lines.length
      ? "Click a line to read the sentences behind it, an actor to see all its ties."
      : "There is nothing to draw yet: no claim names two actors.";
  }

  const typing = (element) => element && element.matches("input:not([type=checkbox]):not([type=range]), textarea, select");

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      escape();
    }
  }

  // Closes what lies on top, and never touches a filter.
  function escape() {
    if (dom.byId("download").open) dom.byId("download").open = false;
    else if (document.body.classList.contains("filtering")) drawer(false);
    else if (state.now.selected) state.change({ selected: null });
  }

  function drawer(open) {
    document.body.classList.toggle("filtering", open);
    dom.byId("open-filters").setAttribute("aria-expanded", String(open));
  }

  function wire() {
    dom.byId("as-network").addEventListener("click", () => state.change({ view: "network" }));
    dom.byId("as-table").addEventListener("click", () => state.change({ view: "table" }));
    dom.byId("open-filters").addEventListener("click", () => drawer(!document.body.classList.contains("filtering")));
    document.addEventListener("keydown", key);
    window.addEventListener("hashchange", () => state.change(address.read()));
  }

  theme.start();
  about();
  filters.start();
  search.start();
  save.start();
  wire();
  Object.assign(state.now, address.read());
  sieve.sift();
  theme.apply();
  drawing.start();
  state.listen(changed);
  state.change(address.read());
})();
