import { data } from "./data.js";
import { dom } from "./dom.js";
import { evidence } from "./evidence.js";
import { state } from "./state.js";
import { words } from "./words.js";

// Offices and memberships that the register of actors knows: no article says so, and no line is drawn for them.
export const register = (() => {
  function time({ since, until, as_of: known }) {
    if (since && until) return words.period(since, until);
    if (since) return `since ${words.date(since)}`;
    if (until) return `until ${words.date(until)}`;
    return known ? `as of ${words.date(known)}` : "";
  }

  const name = (actor, self) =>
    actor === self
      ? actor.name
      : dom.button(actor.name, () => state.change({ selected: { actor } }), { class: "name" });

  function row(tie, self) {
    const more = [tie.office, time(tie)].filter(Boolean).join(", ");
    const ends = [data.actors[tie.source - 1], data.actors[tie.target - 1]].map((actor) => name(actor, self));
    const known = tie.reference && `, known from: ${data.references[tie.reference - 1]}`;
    const source = known && dom.make("span", { class: "quiet" }, known);
    return dom.make("li", {}, ends[0], ` ${tie.words} `, ends[1], more ? ` (${more})` : "", source);
  }

  // What is known about an actor, newest first; null where that is nothing.
  function about(actor) {
    const mine = data.standing.filter((tie) => [tie.source, tie.target].includes(actor.number + 1));
    if (!mine.length) return null;
    mine.sort((a, b) => (b.since || "").localeCompare(a.since || ""));
    const show = (tie) => row(tie, actor);
    return dom.make(
      "details",
      { class: "also register" },
      dom.make("summary", {}, `In the register of actors, not in the articles (${mine.length})`),
      evidence.paged(mine, show, "entry", { tag: "ul", many: "entries" }),
    );
  }

  return { about };
})();
