import { data } from "./data.js";
import { dom } from "./dom.js";
import { sieve } from "./sieve.js";
import { state } from "./state.js";
import { words } from "./words.js";

// Above the drawing: which part of the network it is, and how to see more or less of it.
export const extent = (() => {
  const STEP = 60;
  const all = data.drawn.length;

  const change = (text, changes) => dom.button(text, () => state.change(changes));

  function around({ around: actor, steps }) {
    const reach = steps === 1 ? "neighbours" : `all within ${steps} steps`;
    return [
      dom.make("span", {}, `Only ${actor.name} and ${reach}`),
      change("One step further", { steps: steps + 1 }),
      change("Show all actors", { around: null, steps: 1 }),
    ];
  }

  function core({ top, also }) {
    const shown = sieve.shown.actors.size;
    const changed = top !== data.core || also.size > 0;
    const many = words.count(all, "actor");
    const part = `${shown.toLocaleString("en")} of ${many}`;
    const strongest = top && !also.size ? dom.make("span", { class: "long" }, ": those in most claims") : null;
    return [
      dom.make("span", {}, top ? part : `All ${many}`, strongest),
      top ? change(`${Math.min(STEP, all - top)} more`, { top: top + STEP < all ? top + STEP : 0 }) : null,
      top && top + STEP < all ? change("All", { top: 0 }) : null,
      changed ? change(`Back to the ${data.core} strongest`, { top: data.core, also: new Set() }) : null,
    ];
  }

  function refresh() {
    const bar = dom.byId("bar");
    const parts = state.now.around ? around(state.now) : data.core ? core(state.now) : [];
    bar.hidden = !parts.length || state.now.view === "table";
    bar.replaceChildren(...parts.filter(Boolean));
    nothing();
  }

  // A drawing without lines says why, and how to get them back.
  function nothing() {
    const box = dom.byId("nothing");
    box.hidden = sieve.shown.lines.size > 0 || !data.lines.length || state.now.view === "table";
    if (box.hidden) return;
    const text = state.filtered() ? "No tie passes the filters." : "No tie between these actors.";
    box.replaceChildren(
      dom.make("p", {}, text),
      state.filtered() ? dom.button("Reset the filters", () => state.reset()) : "",
    );
  }

  return { refresh };
})();
