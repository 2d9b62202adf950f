import { dom } from "./dom.js";
import { shapes } from "./shapes.js";
import { sieve } from "./sieve.js";
import { state } from "./state.js";
import { words } from "./words.js";

// The same claims as a table: for sorting, for copying, and for those who cannot see the drawing.
export const table = (() => {
  const PAGE = 500;
  const order = { column: 0, down: false };
  let listed = [];

  const who = (actor) => dom.button(actor.name, () => state.change({ selected: { actor } }), { class: "name" });

  const COLUMNS = [
    { title: "From", key: (claim) => claim.line.source.name, cell: (claim) => who(claim.line.source) },
    { title: "Relation", key: (claim) => claim.line.relation.words, cell: (claim) => tie(claim.line) },
    { title: "To", key: (claim) => claim.line.target.name, cell: (claim) => who(claim.line.target) },
    { title: "State", key: state_, cell: state_ },
    { title: "Sentence", key: (claim) => claim.sentence, cell: (claim) => claim.sentence },
    {
      title: "Date",
      key: (claim) => claim.when || "",
      cell: (claim) => (claim.when ? words.date(claim.when) : "unknown"),
    },
    {
      title: "Outlet",
      key: (claim) => claim.document.outlet || "",
      cell: (claim) => claim.document.outlet || "unknown",
    },
    {
      title: "Document",
      key: (claim) => claim.document.name,
      cell: (claim) => dom.link(claim.document.name, claim.document.url),
    },
    { title: "Confidence", key: (claim) => claim.confidence, cell: (claim) => words.percent(claim.confidence) },
  ];

  function state_(claim) {
    const notes = [words.STATUSES[claim.status]];
    if (claim.hedged) notes.push("hedged");
    if (claim.claimant) notes.push(`according to ${claim.claimant.name}`);
    return notes.join(", ");
  }

  const tie = (line) =>
    dom.make(
      "button",
      { type: "button", class: "name", on: { click: () => state.change({ selected: { line } }) } },
      shapes.stroke(line.relation.group, !line.tie),
      line.relation.words,
    );

  function compare(a, b) {
    const { key } = COLUMNS[order.column];
    const [x, y] = [key(a), key(b)];
    const result = typeof x === "number" ? x - y : x.localeCompare(y, "en", { numeric: true });
    return order.down ? -result : result;
  }

  function heading(column, at) {
    const sorted = at === order.column ? (order.down ? "descending" : "ascending") : "none";
    const sign = sorted === "none" ? "" : order.down ? " ▼" : " ▲";
    return dom.make(
      "th",
      { scope: "col", "aria-sort": sorted },
      dom.button(column.title + sign, () => sort(at)),
    );
  }

  function sort(at) {
    order.down = order.column === at && !order.down;
    order.column = at;
    list();
    dom.byId("table").querySelectorAll("th button")[at].focus();
  }

  const row = (claim) =>
    dom.make("tr", {}, ...COLUMNS.map((column) => dom.make("td", { "data-title": column.title }, column.cell(claim))));

  // Long tables grow by the page, so that a filter answers at once.
  function rows(body, claims, from) {
    body.append(...claims.slice(from, from + PAGE).map(row));
    const next = from + PAGE;
    if (next >= claims.length) return null;
    const more = dom.button(`Show more (${claims.length - next} left)`, () =>
      more.replaceWith(rows(body, claims, next) || ""),
    );
    return more;
  }

  // Making it anew would take the focus and the place from whoever reads it: not before it says something else.
  function refresh() {
    if (state.now.view !== "table") return;
    const same =
      sieve.shown.claims.length === listed.length && sieve.shown.claims.every((claim, at) => claim === listed[at]);
    if (!same) list();
  }

  function list() {
    listed = sieve.shown.claims;
    const claims = [...listed].sort(compare);
    const body = dom.make("tbody");
    const more = rows(body, claims, 0);
    dom
      .byId("table")
      .replaceChildren(
        dom.make(
          "table",
          {},
          dom.make("caption", {}, `${words.count(claims.length, "claim")} shown, one row each`),
          dom.make("thead", {}, dom.make("tr", {}, ...COLUMNS.map(heading))),
          body,
        ),
        more || "",
      );
  }

  return { refresh };
})();
