import { data } from "./data.js";
import { sieve } from "./sieve.js";
import { state } from "./state.js";
import { theme } from "./theme.js";
import { voice } from "./voice.js";
import { words } from "./words.js";

// How actors and lines look: by what they are, and by whether they are what the reader is looking at.
export const look = (() => {
  const WORDS_ON_LINES = 40;
  const MARKS = 400;
  const ENDS = { line: (chosen) => [chosen.line.source, chosen.line.target], actor: (chosen) => [chosen.actor] };

  // Which actors and lines a selection is about; null where nothing is selected.
  function subject() {
    const chosen = state.now.selected;
    if (!chosen) return null;
    const way = new Set((sieve.shown.way || []).flatMap((step) => step.lines));
    const lines = [...sieve.shown.lines.keys()].filter((line) => (chosen.path ? way.has(line) : about(chosen, line)));
    const actors = new Set(lines.flatMap((line) => [line.source, line.target]));
    if (chosen.path) actors.add(chosen.path.from).add(chosen.path.to);
    if (chosen.bloc !== undefined) for (const number of data.blocs[chosen.bloc]) actors.add(data.actors[number]);
    for (const [kind, ends] of Object.entries(ENDS)) if (chosen[kind]) for (const end of ends(chosen)) actors.add(end);
    return { lines: new Set(lines), actors };
  }

  function about(chosen, line) {
    if (chosen.line) return line === chosen.line;
    if (chosen.actor) return line.source === chosen.actor || line.target === chosen.actor;
    return line.source.bloc === chosen.bloc && line.target.bloc === chosen.bloc;
  }

  // Everything that a look depends on besides the actor or line itself.
  function scene() {
    const focus = subject();
    const lines = [...sieve.shown.lines.keys()];
    return {
      focus,
      tied: new Set(lines.flatMap((line) => [line.source, line.target])),
      worded: lines.length <= WORDS_ON_LINES,
      marked: lines.length <= MARKS,
      focusWorded: Boolean(focus) && focus.lines.size <= WORDS_ON_LINES,
    };
  }

  function node(each, size, { focus, tied }) {
    const actor = data.actorOf(each.id);
    const faint = focus ? !focus.actors.has(actor) : !tied.has(actor);
    const selected = state.now.selected?.actor === actor;
    return {
      id: each.id,
      title: `${actor.name}\n${words.KINDS[actor.kind]}`,
      opacity: faint ? (focus ? 0.2 : 0.45) : 1,
      borderWidth: selected ? 4 : actor.kind === "company" ? 2.5 : 1.5,
      color: paint(actor, selected),
      shapeProperties: { borderDashes: actor.kind === "company" ? [5, 3] : false },
      font: {
        size,
        color: theme.color(faint ? (focus ? "faint" : "quiet") : "ink"),
        strokeColor: theme.color("paper"),
      },
    };
  }

  // A company is a hollow square, an organization a full one.
  function paint(actor, selected) {
    const color = theme.of(actor);
    const paper = theme.color("paper");
    if (actor.kind === "company") return { background: paper, border: selected ? theme.color("ink") : color };
    return { background: color, border: selected ? theme.color("ink") : paper };
  }

  function line(each, { focus, worded, focusWorded, marked }) {
    const faint = Boolean(focus) && !focus.lines.has(each);
    const said = !faint && (worded || focusWorded);
    const alleged = voice.alleged(each);
    const selected = state.now.selected?.line === each;
    return {
      id: each.id,
      title: tip(each),
      label: said || !alleged ? voice.phrase(each) : "?",
      width: each.edge.width + (selected ? 2 : 0),
      arrows: { to: { enabled: !each.relation.symmetric, type: each.tie && !alleged ? "arrow" : "vee" } },
      color: { color: theme.color(each.relation.group), opacity: faint ? 0.13 : 1, inherit: false },
      font: {
        size: said ? 13 : alleged && marked && !faint ? 17 : 0,
        color: theme.color("ink"),
        strokeColor: theme.color("paper"),
      },
    };
  }

  function tip(each) {
    const sentences = words.count(sieve.of(each).length, "sentence");
    return `${each.source.name} ${voice.phrase(each)} ${each.target.name}\n${sentences}: click to read`;
  }

  return { WORDS_ON_LINES, subject, scene, node, line };
})();
