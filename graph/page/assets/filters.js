"use strict";

// All that narrows or widens what is shown, beside the legend.
const filters = (() => {
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
    refreshers.push(() => { input.checked = state.now.statuses.has(name); });
    return dom.make("label", { class: "choice" }, input,
      name === "asserted" ? dom.make("span", { class: "stroke" }) : shapes.stroke("ink", true),
      dom.make("span", {}, words.STATUSES[name]), dom.make("span", { class: "number" }, String(count)));
  }

  function statuses() {
    const choices = Object.keys(words.STATUSES).map(status);
    return dom.make("fieldset", {}, dom.make("legend", {}, dom.make("h2", {}, "What the sentences say")), ...choices);
  }

  function picker(label, name, choices) {
    const input = dom.make("select", { on: { change: () => state.change({ [name]: input.value }) } },
      ...choices.map(([value, text]) => dom.make("option", { value }, text)));
    refreshers.push(() => { input.value = state.now[name]; });
    return dom.make("label", { class: "field" }, dom.make("span", {}, label), input);
  }

  function outlets() {
    const known = new Set(data.claims.map((claim) => claim.document.outlet || "?"));
    const choices = [...known].sort().map((each) => [each, each === "?" ? "Unknown outlet" : each]);
    return picker("Outlet", "outlet", [["", "All outlets"], ...choices]);
  }

  const hedge = () => picker("Hedged (“reportedly”)", "hedged", [["all", "Shown"], ["none", "Left out"], ["only", "Nothing else"]]);

  function confidence() {
    const input = dom.make("input", { type: "range", min: 0, max: 100, step: 5 });
    const value = dom.make("output", {});
    input.addEventListener("input", () => state.change({ confidence: Number(input.value) / 100 }));
    refreshers.push(() => {
      input.value = Math.round(state.now.confidence * 100);
      value.textContent = state.now.confidence ? `at least ${words.percent(state.now.confidence)}` : "any";
    });
    return dom.make("label", { class: "field" }, dom.make("span", {}, "Confidence ", value), input);
  }

  function refresh() {
    for (const each of refreshers) each();
    const all = data.lines.filter((line) => line.tie).length;
    const shown = sieve.ties().length;
    const ghosts = sieve.shown.lines.size - shown;
    const extra = ghosts ? ` and ${words.count(ghosts, "line")} not established` : "";
    summary.textContent = `${shown === all ? "All" : `${shown} of`} ${words.count(all, "tie")} shown${extra}`;
    reset.disabled = !state.filtered();
  }

  function start() {
    summary = dom.make("p", { class: "shown" });
    reset = dom.button("Reset", () => state.reset(), { id: "reset" });
    dom.byId("filters").append(
      dom.make("div", { class: "bar" }, summary, reset),
      ...legend.parts().slice(0, 4).filter(Boolean), statuses(), timeline.part(),
      dom.make("section", {}, dom.make("h2", {}, "Evidence"), outlets(), hedge(), confidence()),
      ...legend.parts().slice(4).filter(Boolean));
  }

  return { start, refresh };
})();
