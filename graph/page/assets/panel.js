import { data } from "./data.js";
import { dom } from "./dom.js";
import { evidence } from "./evidence.js";
import { hand } from "./hand.js";
import { register } from "./register.js";
import { search } from "./search.js";
import { shapes } from "./shapes.js";
import { sieve } from "./sieve.js";
import { stance } from "./stance.js";
import { state } from "./state.js";
import { voice } from "./voice.js";
import { words } from "./words.js";

// What is known about the selected line, actor, bloc or path. It lies over the stage, so that opening it moves nothing.
export const panel = (() => {
  const FEW = 6;
  const select = (selected) => state.change({ selected });

  const name = (actor) => dom.button(actor.name, () => select({ actor }), { class: "name" });
  const summary = (...parts) => dom.make("p", { class: "summary" }, ...parts);
  const also = (title, ...parts) => dom.make("section", { class: "also" }, dom.make("h3", {}, title), ...parts);

  function head(kind, ...title) {
    return dom.make(
      "header",
      {},
      dom.make("p", { class: "kind" }, kind),
      dom.button("×", () => select(null), { class: "close", "aria-label": "Close", title: "Close (Esc)" }),
      dom.make("h2", {}, ...title),
    );
  }

  function sources(claims) {
    const papers = new Set(claims.map((claim) => claim.document));
    const outlets = new Set(claims.map((claim) => claim.document.outlet).filter(Boolean));
    const known = claims
      .map((claim) => claim.when)
      .filter(Boolean)
      .sort();
    const hedged = claims.filter((claim) => claim.hedged).length;
    const parts = [
      words.count(claims.length, "sentence"),
      words.count(papers.size, "document"),
      outlets.size ? words.count(outlets.size, "outlet") : "outlet unknown",
      words.period(known[0], known[known.length - 1]),
      hedged ? `${hedged} hedged` : null,
    ];
    return parts.filter(Boolean).join(" · ");
  }

  function weight(line) {
    const scale = line.relation.weight;
    if (scale === undefined || scale === null) return null;
    const sign = scale > 0 ? "+" : scale < 0 ? "−" : "";
    const text = `${words.GROUPS[line.relation.group]} · ${sign}${Math.abs(scale)} on the scale from −10 to +10`;
    return dom.make("p", { class: "weight" }, shapes.stroke(line.relation.group, !line.tie), text);
  }

  function ofLine(line) {
    const claims = sieve.of(line);
    const pair = [...sieve.shown.live.keys()].filter((each) => each !== line && samePair(each, line));
    const relation = dom.make("span", { class: "relation" }, voice.phrase(line));
    const title = [
      shapes.actor(line.source),
      name(line.source),
      " ",
      relation,
      " ",
      shapes.actor(line.target),
      name(line.target),
    ];
    return [
      head(line.tie ? (voice.alleged(line) ? "Tie, only alleged" : "Tie") : words.STATUSES[line.status], ...title),
      weight(line),
      voice.alleged(line)
        ? dom.make("p", { class: "alleged" }, "No sentence says it in its own voice: hedged, or somebody’s word.")
        : null,
      summary(claims.length ? sources(claims) : "The filters hide all sentences behind this line."),
      evidence.cards(claims),
      pair.length ? also("Also between these two", ...pair.map(row)) : null,
    ];
  }

  const samePair = (a, b) =>
    (a.source === b.source && a.target === b.target) || (a.source === b.target && a.target === b.source);

  const said = (line) => dom.make("span", {}, `${line.source.name} ${voice.phrase(line)} ${line.target.name}`);
  const number = (line) => dom.make("span", { class: "number" }, String(sieve.of(line).length));
  const entry = (line) => [shapes.stroke(line.relation.group, !line.tie), said(line), number(line)];

  const row = (line) =>
    dom.make("button", { type: "button", class: "row", on: { click: () => select({ line }) } }, ...entry(line));

  // One tie of an actor, its sentences built when it is opened.
  function group(line) {
    const box = dom.make("details", { class: "group" }, dom.make("summary", {}, ...entry(line)));
    box.addEventListener("toggle", () => {
      if (box.open && box.children.length === 1) box.append(evidence.cards(sieve.of(line)));
    });
    return box;
  }

  function ofActor(actor) {
    const lines = actor.lines.filter((line) => sieve.shown.live.has(line));
    const claims = data.claims.filter((claim) => claim.claimant === actor && sieve.shown.live.has(claim.line));
    lines.sort((a, b) => sieve.of(b).length - sieve.of(a).length);
    const ties = lines.filter((line) => line.tie).length;
    const rest = lines.length - ties ? ` and ${words.count(lines.length - ties, "line")} not established` : "";
    return [
      head([words.KINDS[actor.kind], actor.iso3].filter(Boolean).join(" · "), shapes.actor(actor), actor.name),
      actor.aliases.length ? summary(`Also called ${actor.aliases.slice(0, 8).join(", ")}`) : null,
      actor.stands
        ? summary(`Stands for ${words.count(actor.stands, "actor")} in few claims, so that the file stays small.`)
        : null,
      actor.found ? summary("Found in the text; not in the register of actors.") : null,
      ...sides(actor),
      bloc(actor),
      ...(actor.node ? reach(actor) : []),
      dom.make("h3", {}, lines.length ? words.count(ties, "tie") + rest : "No tie passes the filters"),
      lines.length ? evidence.paged(lines, group, "line") : null,
      register.about(actor),
      claims.length ? also(`According to ${actor.name}`, evidence.cards(claims)) : null,
    ];
  }

  // Friends and foes in a line each.
  function sides(actor) {
    const { friends, foes } = stance.of(actor);
    const side = (label, actors) => {
      if (!actors.length) return null;
      const names = actors
        .slice(0, FEW)
        .flatMap((each) => [", ", name(each)])
        .slice(1);
      const more = actors.length > FEW ? ` and ${actors.length - FEW} more` : "";
      return dom.make(
        "p",
        { class: "side" },
        dom.make("span", { class: "label" }, label),
        dom.make("span", {}, ...names, more),
      );
    };
    return [side("With", friends), side("Against", foes)];
  }

  function bloc(actor) {
    if (actor.bloc < 0) return null;
    const others = data.blocs[actor.bloc].map((each) => data.actors[each]).filter((each) => each !== actor);
    const names =
      others
        .slice(0, 5)
        .map((each) => each.name)
        .join(", ") + (others.length > 5 ? "…" : "");
    const open = dom.button(names, () => select({ bloc: actor.bloc }), { class: "name" });
    return dom.make("p", { class: "side" }, dom.make("span", { class: "label" }, "Bloc"), dom.make("span", {}, open));
  }

  function reach(actor) {
    const around = (steps) => () => state.change({ around: actor, steps });
    const here = state.now.around === actor;
    const hidden = sieve.hidden(actor).length;
    const buttons = [
      hidden ? dom.button(`Draw ${hidden} more tied to it`, () => hand.expand(actor)) : null,
      here ? null : dom.button("Only neighbours", around(1)),
      here ? dom.button("One step further", around(state.now.steps + 1)) : null,
      here ? dom.button("Show all actors", () => state.change({ around: null, steps: 1 })) : null,
    ];
    return [dom.make("div", { class: "actions" }, ...buttons.filter(Boolean)), search.end(actor)];
  }

  function ofBloc(at) {
    const members = data.blocs[at].map((each) => data.actors[each]).sort((a, b) => a.rank - b.rank);
    const inside = [...sieve.shown.live.keys()].filter((line) => line.source.bloc === at && line.target.bloc === at);
    const member = (actor) => dom.make("li", {}, shapes.actor(actor), name(actor));
    return [
      head("Bloc", `${words.count(members.length, "actor")} that cooperate or are bound by office`),
      summary("Found in the ties themselves: more cooperation than conflict among them."),
      draw(members),
      evidence.paged(members, member, "actor", { tag: "ul", class: "members" }),
      inside.length ? also("Ties within it", evidence.paged(inside, group, "line")) : null,
    ];
  }

  // A bloc opens into its members where not all of them are drawn.
  function draw(members) {
    const hidden = members.filter((actor) => actor.node && !sieve.shown.actors.has(actor));
    if (!hidden.length) return null;
    const open = () => state.change({ also: new Set([...state.now.also, ...hidden]) });
    return dom.make("div", { class: "actions" }, dom.button(`Draw its ${hidden.length} other members`, open));
  }

  function ofPath({ from, to }) {
    const way = sieve.shown.way;
    const title = [
      shapes.actor(from),
      name(from),
      " ",
      dom.make("span", { class: "relation" }, "to"),
      " ",
      shapes.actor(to),
      name(to),
    ];
    const step = (each, at) =>
      dom.make(
        "section",
        { class: "also" },
        dom.make("h3", {}, `${at + 1}. ${each.from.name} – ${each.to.name}`),
        ...each.lines.map(group),
      );
    return [
      head("Path", ...title),
      summary(
        way
          ? `${words.count(way.length, "step")}: the fewest, and of those with the most sentences.`
          : "No ties that pass the filters lead from one to the other.",
      ),
      dom.make(
        "div",
        { class: "actions" },
        dom.button("The other way", () => select({ path: { from: to, to: from } })),
      ),
      ...(way || []).map(step),
    ];
  }

  function parts(chosen) {
    if (chosen.line) return ofLine(chosen.line);
    if (chosen.actor) return ofActor(chosen.actor);
    return chosen.path ? ofPath(chosen.path) : ofBloc(chosen.bloc);
  }

  function refresh() {
    const chosen = state.now.selected;
    const box = dom.byId("panel");
    const inside = box.contains(document.activeElement);
    box.hidden = !chosen;
    box.replaceChildren(...(chosen ? parts(chosen) : []).filter(Boolean));
    box.scrollTop = 0;
    // What had the focus is gone; whoever came by the keyboard goes on from the top.
    if (inside && chosen) box.focus();
  }

  return { refresh };
})();
