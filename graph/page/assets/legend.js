"use strict";

// The legend is the filter: each relation with its line, its number of ties and a box to switch it off.
const legend = (() => {
  const GROUPS = ["cooperation", "conflict", "neutral", "standing"];
  const boxes = [];

  const ties = data.lines.filter((line) => line.tie);
  const count = (name) => ties.filter((line) => line.relation.name === name).length;

  function toggle(names, on) {
    const off = new Set(state.now.off);
    for (const name of names) on ? off.delete(name) : off.add(name);
    state.change({ off });
  }

  // A box that stands for one relation or for all of a group; half set where only some are shown.
  function box(names, label, attributes = {}) {
    const input = dom.make("input", { type: "checkbox", on: { change: () => toggle(names, input.checked) } });
    boxes.push({ input, names });
    return dom.make("label", { class: "choice", ...attributes }, input, ...label);
  }

  function relation(each) {
    const scale = each.weight === undefined ? "" : ` (${each.weight > 0 ? "+" : ""}${each.weight})`;
    return box([each.name], [
      shapes.stroke(each.group), dom.make("span", {}, each.words), dom.make("span", { class: "number" }, String(count(each.name))),
    ], { title: `${each.meaning}${scale}` });
  }

  function group(name) {
    const members = data.relations.filter((each) => each.group === name && count(each.name));
    if (!members.length) return null;
    members.sort((a, b) => count(b.name) - count(a.name) || a.words.localeCompare(b.words));
    const total = members.reduce((sum, each) => sum + count(each.name), 0);
    return dom.make("fieldset", {},
      dom.make("legend", {}, box(members.map((each) => each.name), [
        dom.make("b", {}, words.GROUPS[name]), dom.make("span", { class: "number" }, String(total)),
      ])),
      ...members.map(relation));
  }

  function kinds() {
    const used = new Set(data.actors.filter((actor) => actor.node).map((actor) => actor.kind));
    const signs = Object.keys(words.KINDS).filter((kind) => used.has(kind));
    return dom.make("section", {}, dom.make("h2", {}, "Shapes"),
      dom.make("ul", { class: "kinds" }, ...signs.map((kind) => dom.make("li", {}, shapes.actor(kind), words.KINDS[kind]))),
      dom.make("p", { class: "quiet" }, "Larger: in more claims. Thicker line: more sentences."));
  }

  function blocs() {
    const drawn = data.blocs.map((members, number) => ({ members, number }));
    if (!drawn.length) return null;
    return dom.make("section", {}, dom.make("h2", {}, "Colours: blocs"), ...drawn.slice(0, 8).map(bloc));
  }

  function bloc({ members, number }) {
    const strong = members.map((each) => data.actors[each]).sort((a, b) => size(b) - size(a));
    const names = strong.slice(0, 4).map((actor) => actor.name).join(", ");
    const rest = strong.length > 4 ? ` and ${strong.length - 4} more` : "";
    return dom.make("button", { type: "button", class: "bloc", on: { click: () => state.change({ selected: { bloc: number } }) } },
      dom.make("span", { class: "dot", style: { background: `var(--bloc-${number % 8})` } }),
      dom.make("span", {}, names + rest));
  }

  const sizes = new Map(data.nodes.map((node) => [node.actor, node.size]));
  const size = (actor) => sizes.get(actor.number) || 0;

  function refresh() {
    for (const { input, names } of boxes) {
      const on = names.filter((name) => !state.now.off.has(name)).length;
      input.checked = on > 0;
      input.indeterminate = on > 0 && on < names.length;
    }
  }

  const parts = () => [...GROUPS.map(group), blocs(), kinds()];

  return { parts, refresh };
})();
