import { data } from "./data.js";
import { dates } from "./dates.js";
import { dom } from "./dom.js";
import { state } from "./state.js";
import { words } from "./words.js";

// When: a small histogram of the claims by sign, two handles that bound the time shown, and a button that lets it run.
export const timeline = (() => {
  const PACE = 650;
  const SIGNS = ["cooperation", "neutral", "conflict"];
  const steps = dates.steps(data.claims.map((claim) => claim.interval).filter(Boolean));
  const undated = data.claims.filter((claim) => !claim.interval).length;
  const bars = [];
  let first = null;
  let last = null;
  let period = null;
  let play = null;
  let keep = null;
  let clock = null;

  const ends = steps.map((step) => dates.interval(step).last);

  const stepOf = (iso) => {
    const { first: day } = dates.interval(iso);
    const found = ends.findIndex((end) => end >= day);
    return found < 0 ? steps.length - 1 : found;
  };

  function histogram() {
    const counts = steps.map(() => ({ cooperation: 0, neutral: 0, conflict: 0, all: 0 }));
    for (const claim of data.claims) {
      if (!claim.interval) continue;
      const step = counts[stepOf(claim.interval.first)];
      step[SIGNS.includes(claim.line.relation.group) ? claim.line.relation.group : "neutral"] += 1;
      step.all += 1;
    }
    const most = Math.max(...counts.map((step) => step.all));
    const part = (step, sign) => dom.make("i", { class: sign, style: { "flex-grow": String(step[sign]) } });
    const bar = (step) =>
      dom.make(
        "span",
        { style: { height: `${step.all ? 12 + (88 * step.all) / most : 0}%` } },
        ...SIGNS.filter((sign) => step[sign]).map((sign) => part(step, sign)),
      );
    bars.push(...counts.map(bar));
    return dom.make("div", { class: "histogram", "aria-hidden": "true" }, ...bars);
  }

  function handle(label, moved) {
    const input = dom.make("input", { type: "range", min: 0, max: steps.length - 1, step: 1, "aria-label": label });
    input.addEventListener("input", () => {
      pause();
      moved(Number(input.value));
    });
    return input;
  }

  // A handle pushed past the other takes it along.
  function bound(from, to) {
    state.change({ from: from <= 0 ? "" : steps[from], to: to >= steps.length - 1 ? "" : steps[to] });
  }

  const low = () => (state.now.from ? stepOf(state.now.from) : 0);
  const high = () => (state.now.to ? stepOf(state.now.to) : steps.length - 1);

  function pause() {
    clearInterval(clock);
    clock = null;
    name();
  }

  // Lets the time run from the earliest date on: what came before stays.
  function run() {
    if (high() >= steps.length - 1) bound(low(), low());
    clock = setInterval(() => {
      bound(low(), high() + 1);
      if (high() >= steps.length - 1) pause();
    }, PACE);
    name();
  }

  function name() {
    play.textContent = clock ? "❚❚" : "▶";
    play.setAttribute("aria-label", clock ? "Stop the time" : "Let the time run");
  }

  function refresh() {
    if (keep) keep.checked = state.now.undated;
    if (!first) return;
    first.value = low();
    last.value = high();
    first.setAttribute("aria-valuetext", words.date(steps[low()]));
    last.setAttribute("aria-valuetext", words.date(steps[high()]));
    period.textContent = words.period(steps[low()], steps[high()]);
    bars.forEach((bar, at) => {
      bar.classList.toggle("out", at < low() || at > high());
    });
  }

  function range() {
    first = handle("Earliest", (at) => bound(at, Math.max(at, high())));
    last = handle("Latest", (at) => bound(Math.min(at, low()), at));
    period = dom.make("p", { class: "value" });
    play = dom.button("", () => (clock ? pause() : run()), { class: "play" });
    name();
    const head = dom.make("div", { class: "period" }, play, period);
    return [head, histogram(), dom.make("div", { class: "handles" }, first, last)];
  }

  function part() {
    const section = dom.make("section", {}, dom.make("h2", {}, "Time"));
    if (steps.length > 1) section.append(...range());
    else section.append(dom.make("p", { class: "value" }, steps.length ? words.date(steps[0]) : "No dates are known."));
    if (undated && steps.length) {
      keep = dom.make("input", { type: "checkbox", on: { change: () => state.change({ undated: keep.checked }) } });
      const number = dom.make("span", { class: "number" }, undated.toLocaleString("en"));
      section.append(dom.make("label", { class: "choice" }, keep, dom.make("span", {}, "Also without a date"), number));
    }
    return section;
  }

  const running = () => clock !== null;

  return { part, refresh, running };
})();
