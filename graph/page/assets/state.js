import { data } from "./data.js";

// What the reader has chosen. Everything that is shown follows from it; whoever shows something listens.
export const state = (() => {
  const fresh = () => ({
    off: new Set(),
    kinds: new Set(),
    blocs: new Set(),
    statuses: new Set(["asserted"]),
    hedged: "all",
    act: "",
    discord: "",
    outlet: "",
    claimant: "",
    text: "",
    confidence: 0,
    from: "",
    to: "",
    undated: true,
    around: null,
    steps: 1,
  });
  const FILTERS = Object.keys(fresh());

  // `top` is how many of the strongest actors are drawn (0: all), `also` are those that the reader added.
  const view = () => ({ top: data.core, also: new Set() });

  const now = { ...fresh(), ...view(), selected: null, colour: "bloc", view: "network", theme: "" };
  const listeners = [];

  const listen = (act) => listeners.push(act);

  function change(changes) {
    Object.assign(now, changes);
    for (const act of listeners) act(Object.keys(changes));
  }

  const reset = () => change(fresh());

  const set = (value) => [...value].sort().join();

  // A reader counts a filter as set when it shows less, or more, than the page did at first.
  function filtered() {
    const first = fresh();
    const same = (name) =>
      first[name] instanceof Set ? set(now[name]) === set(first[name]) : now[name] === first[name];
    return !FILTERS.every(same);
  }

  return { FILTERS, now, listen, change, reset, filtered };
})();
