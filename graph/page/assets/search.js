import { data } from "./data.js";
import { dom } from "./dom.js";
import { finder } from "./finder.js";
import { shapes } from "./shapes.js";
import { state } from "./state.js";
import { words } from "./words.js";

// Finds actors by name or alias, and sentences by what they say.
export const search = (() => {
  const MOST = 8;
  const input = dom.byId("find");

  const index = data.actors.map((actor) => ({
    actor,
    names: [actor.name, ...actor.aliases].map((text) => ({ text, plain: words.plain(text) })),
  }));

  function rank(each, wanted) {
    const hits = each.names.map((name, at) => {
      const place = name.plain.indexOf(wanted);
      if (place < 0) return null;
      const start = place === 0 ? 0 : /\s|-/.test(name.plain[place - 1]) ? 1 : 2;
      return { score: start * 4 + (at ? 2 : 0) + (name.plain === wanted ? -1 : 0), name: name.text };
    });
    return hits.filter(Boolean).sort((a, b) => a.score - b.score)[0] || null;
  }

  function suggestion(actor, hit, act) {
    const also = hit.name === actor.name ? words.KINDS[actor.kind] : `also “${hit.name}”`;
    const parts = [shapes.actor(actor), dom.make("span", {}, actor.name), dom.make("small", {}, also)];
    return { name: actor.name, parts, act: () => act(actor) };
  }

  // Actors whose name holds the text, the best first, and what to do with the one that is chosen.
  function actors(text, act, pool = index) {
    const wanted = words.plain(text);
    const order = (a, b) => a.hit.score - b.hit.score || a.actor.rank - b.actor.rank || a.actor.number - b.actor.number;
    const found = pool.map((each) => ({ actor: each.actor, hit: rank(each, wanted) })).filter((each) => each.hit);
    return found
      .sort(order)
      .slice(0, MOST)
      .map(({ actor, hit }) => suggestion(actor, hit, act));
  }

  function sentences(text) {
    const wanted = words.plain(text);
    const count =
      wanted.length > 2 ? data.claims.filter((claim) => words.plain(claim.sentence).includes(wanted)).length : 0;
    if (!count) return [];
    const said = dom.make("span", {}, `Only sentences with “${text}”`);
    const parts = [said, dom.make("small", {}, words.count(count, "sentence"))];
    return [{ name: "", parts, act: () => state.change({ text: wanted }) }];
  }

  function choose(actor) {
    // An actor outside the neighbourhood on show could not be seen.
    const lost = state.now.around && actor.node;
    state.change(lost ? { selected: { actor }, around: null, steps: 1 } : { selected: { actor } });
    dom.announce(`${actor.name} selected`);
  }

  const others = (actor) => index.filter((each) => each.actor.node && each.actor !== actor);

  // A box for the other end of a path that begins at this actor.
  const end = (actor) =>
    finder.box("path-end", "Path to another actor", (text) =>
      actors(text, (to) => state.change({ selected: { path: { from: actor, to } } }), others(actor)),
    );

  const start = () =>
    finder.make(input, dom.byId("suggestions"), (text) => [...actors(text, choose), ...sentences(text)]);

  return { start, end, focus: () => input.focus() };
})();
