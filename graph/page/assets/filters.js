import { data } from "./data.js";
import { discord } from "./discord.js";
import { dom } from "./dom.js";
import { legend } from "./legend.js";
import { shapes } from "./shapes.js";
import { sieve } from "./sieve.js";
import { state } from "./state.js";
import { timeline } from "./timeline.js";
import { words } from "./words.js";

// All that narrows or widens what is shown, beside the legend.
export const filters = (() => {
  const refreshers = [];
  let summary = null;
  let reset = null;

  function status(name) {
    const count = data.claims.filter((claim) => claim.status === name).length;
    if (!count) return null;
    const input = dom.make("input", { type: "checkbox" });
    input.addEventListener("change", () => {
      const statuses = new Set(state.now.statuses);
      input.checked ? statuses.add(name) : statuses.delete(name);
      state.change({ statuses });
    });
    refreshers.push(() => {
      input.checked = state.now.statuses.has(name);
    });
    const sign = name === "asserted" ? dom.make("span", { class: "stroke" }) : shapes.stroke("ink", true);
    const number = dom.make("span", { class: "number" }, count.toLocaleString("en"));
    return dom.make("label", { class: "choice" }, input, sign, dom.make("span", {}, words.STATUSES[name]), number);
  }

  function statuses() {
    const choices = Object.keys(words.STATUSES).map(status);
    return dom.make("fieldset", {}, dom.make("legend", {}, dom.make("h2", {}, "What the sentences say")), ...choices);
  }

  // A list to choose one from; with a single thing in it there is nothing to choose.
  function picker(label, name, choices) {
    if (choices.length < 2) return null;
    const options = choices.map(([value, text]) => dom.make("option", { value }, text));
    const input = dom.make("select", { on: { change: () => state.change({ [name]: input.value }) } }, ...options);
    refreshers.push(() => {
      input.value = state.now[name];
    });
    return dom.make("label", { class: "field" }, dom.make("span", {}, label), input);
  }

  const alphabetical = (a, b) => a[1].localeCompare(b[1], "en");

  function outlets() {
    const known = new Set(data.claims.map((claim) => claim.document.outlet || "?"));
    if (known.size < 2) return null;
    const choices = [...known].map((each) => [each, each === "?" ? "Unknown outlet" : each]).sort(alphabetical);
    return picker("Outlet", "outlet", [["", "All outlets"], ...choices]);
  }

  function claimants() {
    const known = new Set(data.claims.map((claim) => claim.claimant).filter(Boolean));
    if (!known.size) return null;
    const choices = [...known].map((actor) => [actor.id, actor.name]).sort(alphabetical);
    return picker("Who says so", "claimant", [["", "Anybody"], ["?", "The article itself"], ...choices]);
  }

  const hedge = () =>
    picker("Hedged (“reportedly”)", "hedged", [
      ["all", "Shown"],
      ["none", "Left out"],
      ["only", "Nothing else"],
    ]);

  const acts = () => picker("Words or deeds", "act", [["", "Both"], ...Object.entries(words.ACTS)]);

  function discords() {
    const kinds = { denied: "Said by one, denied by another", mixed: "Both cooperation and conflict" };
    const found = Object.entries(kinds).filter(([kind]) => discord[kind].size);
    const choices = found.map(([kind, text]) => [kind, `${text} (${discord[kind].size})`]);
    return picker("Contradictions", "discord", [["", "All ties"], ...choices]);
  }

  function confidence() {
    const input = dom.make("input", { type: "range", min: 0, max: 100, step: 5 });
    const value = dom.make("output", {});
    input.addEventListener("input", () => state.change({ confidence: Number(input.value) / 100 }));
    refreshers.push(() => {
      input.value = Math.round(state.now.confidence * 100);
      value.textContent = state.now.confidence ? `at least ${words.percent(state.now.confidence)}` : "any";
    });
    return dom.make("label", { class: "field" }, dom.make("span", {}, "Confidence of the reading ", value), input);
  }

  // The words that all shown sentences must hold; there only while they are.
  function text() {
    const button = dom.button("", () => state.change({ text: "" }), { class: "text" });
    refreshers.push(() => {
      button.hidden = !state.now.text;
      button.textContent = `Only with “${state.now.text}” ×`;
      button.setAttribute("aria-label", `Show also sentences without “${state.now.text}”`);
    });
    return button;
  }

  function refresh() {
    for (const each of refreshers) each();
    const all = data.lines.filter((line) => line.tie).length;
    const shown = sieve.ties().length;
    const ghosts = sieve.shown.lines.size - shown;
    const extra = ghosts ? ` and ${words.count(ghosts, "line")} not established` : "";
    const part = shown === all ? "All" : `${shown.toLocaleString("en")} of`;
    summary.textContent = `${part} ${words.count(all, "tie")} shown${extra}`;
    reset.disabled = !state.filtered();
  }

  function start() {
    summary = dom.make("p", { class: "shown" });
    reset = dom.button("Reset", () => state.reset(), { id: "reset", "aria-label": "Reset all filters" });
    const evidence = [outlets(), claimants(), hedge(), acts(), discords(), confidence()];
    dom
      .byId("filters")
      .append(
        dom.make("div", { class: "bar" }, summary, reset, text()),
        ...legend.parts(),
        timeline.part(),
        statuses(),
        dom.make("section", {}, dom.make("h2", {}, "Evidence"), ...evidence.filter(Boolean)),
      );
  }

  return { start, refresh };
})();
