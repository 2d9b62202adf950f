import { data } from "./data.js";
import { dom } from "./dom.js";
import { shapes } from "./shapes.js";
import { state } from "./state.js";
import { voice } from "./voice.js";
import { words } from "./words.js";

// The legend is the filter: each entry says what a sign means, how often it is there, and can be switched off.
export const legend = (() => {
  const GROUPS = ["cooperation", "conflict", "neutral", "standing"];
  const FEW = 8;
  const boxes = [];
  const paints = [];

  const ties = data.lines.filter((line) => line.tie);
  const counts = new Map();
  for (const line of ties) counts.set(line.relation.name, (counts.get(line.relation.name) || 0) + 1);
  const count = (name) => counts.get(name) || 0;

  function toggle(set, names, on) {
    const off = new Set(state.now[set]);
    for (const name of names) on ? off.delete(name) : off.add(name);
    state.change({ [set]: off });
  }

  // A box for one entry or for a group of them; half set where only some are shown. `set` holds those switched off.
  function box(set, names, label, attributes = {}) {
    const input = dom.make("input", { type: "checkbox", on: { change: () => toggle(set, names, input.checked) } });
    boxes.push({ input, set, names });
    return dom.make("label", { class: "choice", ...attributes }, input, ...label);
  }

  const number = (value) => dom.make("span", { class: "number" }, value.toLocaleString("en"));

  function relation(each) {
    const scale = each.weight === undefined ? "" : ` (${each.weight > 0 ? "+" : ""}${each.weight})`;
    const parts = [shapes.stroke(each.group), dom.make("span", {}, each.words), number(count(each.name))];
    return box("off", [each.name], parts, { title: `${each.meaning}${scale}` });
  }

  // All relations of a group behind one entry; they are told apart when it is opened.
  function group(name, open) {
    const members = data.relations.filter((each) => each.group === name && count(each.name));
    if (!members.length) return null;
    members.sort((a, b) => count(b.name) - count(a.name) || (a.words < b.words ? -1 : 1));
    const total = members.reduce((sum, each) => sum + count(each.name), 0);
    const all = members.map((each) => each.name);
    const head = box("off", all, [shapes.stroke(name), dom.make("span", {}, words.GROUPS[name]), number(total)]);
    const list = dom.make(
      "div",
      { id: `${name}-relations`, class: "relations", hidden: !open },
      ...members.map(relation),
    );
    return dom.make("div", { class: "group-of-ties" }, head, opener(name, list), list);
  }

  function opener(name, list) {
    const say = (button) => button.setAttribute("aria-expanded", String(!list.hidden));
    const button = dom.button(
      "",
      () => {
        list.hidden = !list.hidden;
        say(button);
      },
      { class: "opener", "aria-controls": list.id, "aria-label": `${words.GROUPS[name]}: each relation` },
    );
    say(button);
    return button;
  }

  function relations() {
    const open = data.relations.filter((each) => count(each.name)).length <= FEW;
    const groups = GROUPS.map((name) => group(name, open)).filter(Boolean);
    if (!groups.length) return null;
    return section("Ties", ...groups, dom.make("p", { class: "quiet" }, key()));
  }

  const ALLEGED = " “?” and open arrow: only alleged, in hedged sentences or in somebody’s words.";
  const key = () =>
    `Thicker line: more sentences.${ties.some((line) => line.claims.every(voice.hearsay)) ? ALLEGED : ""}`;

  const section = (title, ...parts) => dom.make("section", {}, dom.make("h2", {}, title), ...parts);

  const strength = (a, b) => a.rank - b.rank || a.number - b.number;

  function kinds() {
    const of = (kind) => data.drawn.filter((actor) => actor.kind === kind);
    const used = Object.keys(words.KINDS).filter((kind) => of(kind).length);
    if (!used.length) return null;
    const entry = (kind) => {
      const sign = shapes.sign(kind);
      paints.push(() =>
        sign.style.setProperty(
          "color",
          state.now.colour === "kind" ? `var(--bloc-${Object.keys(words.KINDS).indexOf(kind)})` : "var(--quiet)",
        ),
      );
      return box("kinds", [kind], [sign, dom.make("span", {}, words.KINDS[kind]), number(of(kind).length)]);
    };
    return section("Actors", ...used.map(entry), dom.make("p", { class: "quiet" }, "Larger: in more claims."));
  }

  function blocs() {
    if (!data.blocs.length) return null;
    const members = (at) => data.blocs[at].map((each) => data.actors[each]).sort(strength);
    const shown = data.strongBlocs.map((at) => ({ at, members: members(at) }));
    const rest = shown.slice(8).map(({ at }) => at);
    const alone = data.drawn.filter((actor) => actor.bloc < 0).length;
    return section(
      "Blocs",
      dom.make("p", { class: "quiet" }, "Actors with more cooperation than conflict among them."),
      ...shown.slice(0, 8).map(bloc),
      rest.length
        ? other(
            "blocs",
            rest,
            "Other blocs",
            rest.reduce((sum, at) => sum + data.blocs[at].length, 0),
          )
        : null,
      alone ? other("blocs", [-1], "In no bloc", alone) : null,
    );
  }

  function grey() {
    const sign = dot();
    paints.push(() => sign.style.setProperty("background", state.now.colour === "bloc" ? "var(--lone)" : "none"));
    return sign;
  }

  const dot = () => dom.make("span", { class: "dot" });

  const other = (set, names, text, many) => box(set, names, [grey(), dom.make("span", {}, text), number(many)]);

  function bloc({ members, at }) {
    const sign = dot();
    paints.push(() =>
      sign.style.setProperty("background", state.now.colour === "bloc" ? `var(--bloc-${data.hue.get(at)})` : "none"),
    );
    const [first, ...others] = members;
    const names = [first, ...others.slice(0, 1)].map((actor) => actor.name).join(", ");
    const more = others.length > 1 ? `, +${others.length - 1}` : "";
    const input = dom.make("input", {
      type: "checkbox",
      "aria-label": `Bloc of ${first.name}`,
      on: { change: () => toggle("blocs", [at], input.checked) },
    });
    boxes.push({ input, set: "blocs", names: [at] });
    return dom.make(
      "div",
      { class: "choice bloc" },
      input,
      sign,
      dom.button(names + more, () => state.change({ selected: { bloc: at } }), {
        class: "name",
        title: "Show this bloc and the ties within it",
      }),
      number(members.length),
    );
  }

  function colours() {
    const choice = (value, text) => {
      const button = dom.button(text, () => state.change({ colour: value }));
      paints.push(() => button.setAttribute("aria-pressed", String(state.now.colour === value)));
      return button;
    };
    return dom.make(
      "div",
      { class: "colours" },
      dom.make("span", {}, "Colour by"),
      dom.make(
        "div",
        { class: "pair", role: "group", "aria-label": "Colour by" },
        choice("bloc", "Bloc"),
        choice("kind", "Kind"),
      ),
    );
  }

  function refresh() {
    for (const { input, set, names } of boxes) {
      const on = names.filter((name) => !state.now[set].has(name)).length;
      input.checked = on > 0;
      input.indeterminate = on > 0 && on < names.length;
    }
    for (const paint of paints) paint();
  }

  const parts = () => [relations(), data.blocs.length ? colours() : null, blocs(), kinds()].filter(Boolean);

  return { parts, refresh };
})();
