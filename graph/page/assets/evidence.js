import { dom } from "./dom.js";
import { words } from "./words.js";

// A claim as a reader can check it: the sentence with the words that say it marked, and where it comes from.
export const evidence = (() => {
  const PAGE = 20;

  function sentence(claim) {
    if (!claim.span) return dom.make("blockquote", {}, claim.sentence);
    const [at, length] = claim.span;
    const mark = dom.make("mark", {}, claim.quote);
    return dom.make("blockquote", {}, claim.sentence.slice(0, at), mark, claim.sentence.slice(at + length));
  }

  function states(claim) {
    const notes = [];
    if (claim.status !== "asserted")
      notes.push(dom.make("span", { class: "note ghost" }, words.STATUSES[claim.status]));
    if (claim.hedged) notes.push(dom.make("span", { class: "note" }, "Hedged"));
    if (claim.claimant) notes.push(dom.make("span", { class: "note" }, `According to ${claim.claimant.name}`));
    if (claim.object)
      notes.push(dom.make("span", { class: "note" }, `Content: ${claim.object.toLowerCase().replaceAll("_", " ")}`));
    return notes.length ? dom.make("p", { class: "notes" }, ...notes) : null;
  }

  function origin(claim) {
    const paper = claim.document;
    const published = paper.published ? `published ${words.date(paper.published)}` : "publication date unknown";
    return dom.make(
      "p",
      { class: "origin" },
      dom.link(paper.name, paper.url),
      dom.make("br"),
      [paper.outlet || "Unknown outlet", paper.author, published].filter(Boolean).join(" · "),
    );
  }

  function event(claim) {
    const facts = [claim.date ? `Event ${words.date(claim.date)}` : null, claim.place ? `in ${claim.place}` : null];
    return dom.make(
      "p",
      { class: "event" },
      facts.filter(Boolean).join(" "),
      dom.make(
        "span",
        { class: "sure", title: "How sure the reader is that the sentence says this" },
        dom.make("meter", { min: 0, max: 1, value: claim.confidence, "aria-hidden": "true" }),
        `confidence ${words.percent(claim.confidence)}`,
      ),
    );
  }

  const card = (claim) =>
    dom.make("article", { class: "claim" }, states(claim), sentence(claim), event(claim), origin(claim));

  // Newest first; claims without a date come last.
  const ordered = (claims) => [...claims].sort((a, b) => (b.when || "").localeCompare(a.when || ""));

  // So many things at a time, and a button for the next.
  function paged(things, show, noun, attributes = {}) {
    const list = dom.make(attributes.tag || "div", attributes.class ? { class: attributes.class } : {});
    const more = dom.button("", () => add(true));
    const box = dom.make("div", { class: "paged" }, list);
    let next = 0;
    function add(asked) {
      const first = next;
      list.append(...things.slice(next, next + PAGE).map(show));
      next += PAGE;
      more.textContent = `Show ${Math.min(PAGE, things.length - next)} more of ${words.count(things.length, noun, attributes.many)}`;
      if (next < things.length) box.append(more);
      else more.remove();
      if (asked) settle(list.children[first]);
    }
    add(false);
    return box;
  }

  // Whoever came by the keyboard goes on where the new things begin.
  function settle(element) {
    const inside = element.matches("summary, button") ? element : element.querySelector("summary, button, a");
    if (!inside) element.setAttribute("tabindex", "-1");
    (inside || element).focus({ preventScroll: true });
  }

  const cards = (claims) => paged(ordered(claims), card, "sentence");

  return { card, cards, paged };
})();
