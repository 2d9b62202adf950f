"use strict";

// What the reader has chosen. Everything that is shown follows from it; whoever shows something listens.
const state = (() => {
  const fresh = () => ({
    off: new Set(),
    statuses: new Set(["asserted"]),
    hedged: "all",
    outlet: "",
    confidence: 0,
    from: "",
    to: "",
    undated: true,
    around: null,
    steps: 1,
  });

  const now = { ...fresh(), selected: null, view: "network", theme: "" };
  const listeners = [];

  const listen = (act) => listeners.push(act);

  function change(changes) {
    Object.assign(now, changes);
    for (const act of listeners) act(Object.keys(changes));
  }

  const reset = () => change(fresh());

  // A reader counts a filter as set when it shows less, or more, than the page did at first.
  function filtered() {
    const first = fresh();
    const same = (name) =>
      first[name] instanceof Set ? [...now[name]].sort().join() === [...first[name]].sort().join() : now[name] === first[name];
    return Object.keys(first).some((name) => !same(name));
  }

  return { now, listen, change, reset, filtered };
})();
