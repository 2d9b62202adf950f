"use strict";

// When: a small histogram of the claims, and two handles that bound the time shown.
const timeline = (() => {
  const steps = dates.steps(data.claims.map((claim) => claim.interval).filter(Boolean));
  const undated = data.claims.filter((claim) => !claim.interval).length;
  const bars = [];
  let first = null;
  let last = null;
  let period = null;
  let keep = null;

  const stepOf = (iso) => {
    const found = steps.findIndex((step) => dates.interval(step).last >= dates.interval(iso).first);
    return found < 0 ? steps.length - 1 : found;
  };

  function histogram() {
    const counts = steps.map(() => 0);
    for (const claim of data.claims) if (claim.interval) counts[stepOf(claim.interval.first)] += 1;
    const most = Math.max(...counts);
    bars.push(...counts.map((count) => dom.make("span", { style: { height: `${count ? 12 + (88 * count) / most : 0}%` } })));
    return dom.make("div", { class: "histogram", "aria-hidden": "true" }, ...bars);
  }

  function handle(label, moved) {
    const input = dom.make("input", { type: "range", min: 0, max: steps.length - 1, step: 1, "aria-label": label });
    input.addEventListener("input", () => moved(Number(input.value)));
    return input;
  }

  // A handle pushed past the other takes it along.
  function bound(from, to) {
    state.change({ from: from <= 0 ? "" : steps[from], to: to >= steps.length - 1 ? "" : steps[to] });
  }

  const low = () => (state.now.from ? stepOf(state.now.from) : 0);
  const high = () => (state.now.to ? stepOf(state.now.to) : steps.length - 1);

  function refresh() {
    if (keep) keep.checked = state.now.undated;
    if (!first) return;
    first.value = low();
    last.value = high();
    first.setAttribute("aria-valuetext", words.date(steps[low()]));
    last.setAttribute("aria-valuetext", words.date(steps[high()]));
    period.textContent = words.period(steps[low()], steps[high()]);
    bars.forEach((bar, at) => bar.classList.toggle("out", at < low() || at > high()));
  }

  function range() {
    first = handle("Earliest", (at) => bound(at, Math.max(at, high())));
    last = handle("Latest", (at) => bound(Math.min(at, low()), at));
    period = dom.make("p", { class: "value" });
    return [period, histogram(), dom.make("div", { class: "handles" }, first, last)];
  }

  function part() {
    const section = dom.make("section", {}, dom.make("h2", {}, "Time"));
    if (steps.length > 1) section.append(...range());
    else section.append(dom.make("p", { class: "value" }, steps.length ? words.date(steps[0]) : "No dates are known."));
    if (undated && steps.length) {
      keep = dom.make("input", { type: "checkbox", on: { change: () => state.change({ undated: keep.checked }) } });
      section.append(dom.make("label", { class: "choice" }, keep, dom.make("span", {}, "Also without a date"),
        dom.make("span", { class: "number" }, String(undated))));
    }
    return section;
  }

  return { part, refresh };
})();
