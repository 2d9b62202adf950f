import { address } from "./address.js";
import { data } from "./data.js";
import { dom } from "./dom.js";
import { extent } from "./extent.js";
import { filters } from "./filters.js";
import { hand } from "./hand.js";
import { help } from "./help.js";
import { legend } from "./legend.js";
import { drawing } from "./network.js";
import { panel } from "./panel.js";
import { save } from "./save.js";
import { search } from "./search.js";
import { sieve } from "./sieve.js";
import { state } from "./state.js";
import { table } from "./table.js";
import { theme } from "./theme.js";
import { timeline } from "./timeline.js";
import { words } from "./words.js";

// Puts the parts together: a change of the state reaches the drawing, the panel, the table and the address.
(() => {
  const SCOPE = ["around", "steps", "top", "also"];

  let scope = "";

  // What part of the network is drawn; while it stays, the view stays where the reader left it.
  function moved() {
    const { around, steps, top, also } = state.now;
    const before = scope;
    scope = JSON.stringify([around?.id, steps, top, [...also].map((actor) => actor.id)]);
    return scope !== before;
  }

  function changed(names) {
    const filtered = names.some((name) => state.FILTERS.includes(name) || SCOPE.includes(name));
    if (filtered || names.includes("selected")) sieve.sift();
    if (names.includes("theme")) theme.apply();
    views();
    panel.refresh();
    legend.refresh();
    timeline.refresh();
    filters.refresh();
    extent.refresh();
    drawing.refresh();
    if (filtered || names.includes("view") || names.includes("selected")) table.refresh();
    if (moved()) drawing.everything();
    if (names.includes("selected")) drawing.reveal();
    address.write();
    if (filtered && !timeline.running()) announce();
  }

  const announce = () =>
    dom.announce(`${words.count(sieve.ties().length, "tie")}, ${words.count(sieve.shown.actors.size, "actor")} shown`);

  function views() {
    const asTable = state.now.view === "table";
    dom.byId("table").hidden = !asTable;
    dom.byId("as-table").setAttribute("aria-pressed", String(asTable));
    dom.byId("as-network").setAttribute("aria-pressed", String(!asTable));
    dom.byId("hint").hidden = asTable || Boolean(state.now.selected);
    dom.byId("zoom").hidden = asTable;
    dom.byId("network").toggleAttribute("inert", asTable);
  }

  function about() {
    const ties = data.lines.filter((line) => line.tie).length;
    const papers = new Set(data.claims.map((claim) => claim.document)).size;
    const parts = [
      words.count(data.drawn.length, "actor"),
      words.count(ties, "tie"),
      words.count(data.claims.length, "claim"),
    ];
    const out = data.leftOut ? ` ${data.leftOut.toLocaleString("en")} weaker actors are left out.` : "";
    const stood = data.drawn.reduce((sum, actor) => sum + (actor.stands || 0), 0);
    const folded = stood ? ` ${stood.toLocaleString("en")} weak actors are put together by kind.` : "";
    const fewer = data.kept
      ? ` Of ${data.kept.of.toLocaleString("en")} claims the newest of each tie are in this file.`
      : "";
    dom.byId("about").textContent =
      `${parts.join(", ")} from ${words.count(papers, "document")}.${out}${folded}${fewer}`;
  }

  const typing = (element) => element?.matches?.("input:not([type=checkbox]):not([type=range]), textarea, select");

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (event.key === "?") {
      help.open();
    } else if (event.key === "Escape") {
      leave();
    }
  }

  // Closes what lies on top, and never touches a filter.
  function leave() {
    if (dom.byId("help").open) return;
    if (dom.byId("download").open) {
      dom.byId("download").open = false;
    } else if (document.body.classList.contains("filtering")) {
      drawer(false);
    } else if (state.now.selected) {
      const inside = dom.byId("panel").contains(document.activeElement);
      state.change({ selected: null });
      if (inside) dom.byId(state.now.view === "table" ? "table" : "network").focus();
    }
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

  about();
  filters.start();
  search.start();
  save.start();
  help.start();
  wire();
  Object.assign(state.now, address.read());
  theme.start();
  sieve.sift();
  extent.refresh();
  drawing.start();
  hand.start();
  moved();
  state.listen(changed);
  state.change(address.read());
})();
