import { data } from "./data.js";
import { dom } from "./dom.js";
import { picture } from "./picture.js";
import { sieve } from "./sieve.js";
import { voice } from "./voice.js";

// What is shown, as a file: a picture, a sheet of claims, or a graph for Gephi and networkx.
export const save = (() => {
  function download(blob, name) {
    const link = dom.make("a", { download: name, href: URL.createObjectURL(blob) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 5000);
    dom.announce(`${name} saved`);
  }

  // A cell that begins like a formula would be run by a spreadsheet; an apostrophe makes it text.
  function cell(value) {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  }

  const CELLS = {
    source: (claim) => claim.line.source.name,
    relation: (claim) => claim.line.relation.name,
    target: (claim) => claim.line.target.name,
    status: (claim) => claim.status,
    hedged: (claim) => (claim.hedged ? "yes" : "no"),
    claimant: (claim) => claim.claimant?.name,
    date: (claim) => claim.date,
    place: (claim) => claim.place,
    confidence: (claim) => claim.confidence,
    quote: (claim) => claim.quote,
    sentence: (claim) => claim.sentence,
    document: (claim) => claim.document.name,
    outlet: (claim) => claim.document.outlet,
    published: (claim) => claim.document.published,
    url: (claim) => claim.document.url,
  };

  function sheet() {
    const head = Object.keys(CELLS).join(",");
    const rows = sieve.shown.claims.map((claim) =>
      Object.values(CELLS)
        .map((read) => cell(read(claim)))
        .join(","),
    );
    return `\ufeff${[head, ...rows].join("\r\n")}\r\n`;
  }

  const UNFIT = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
  const written = (value) =>
    String(value)
      .replace(UNFIT, "\ufffd")
      .replace(/[&<>"'\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`);

  // No template within a template: what takes the blanks out of the script would take some out of the inner one.
  const value = (each, at) => `<attvalue for="${at}" value="${written(each)}"/>`;
  const values = (fields) => `<attvalues>${fields.map(value).join("")}</attvalues>`;
  const attribute = (title, at) => `<attribute id="${at}" title="${title}" type="string"/>`;
  const attributes = (of, titles) => `<attributes class="${of}">${titles.map(attribute).join("")}</attributes>`;

  const actor = (each) =>
    `<node id="${written(each.id)}" label="${written(each.name)}">${values([each.kind, each.iso3 || "", each.bloc])}</node>`;

  function tie([line, claims]) {
    const ends = `source="${written(line.source.id)}" target="${written(line.target.id)}"`;
    const fields = [line.relation.name, line.relation.group, line.status, voice.alleged(line) ? "yes" : "no"];
    return `<edge id="${line.id}" ${ends} label="${written(data.phrase(line))}" weight="${claims.length}">${values(fields)}</edge>`;
  }

  function graph() {
    const parts = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed">',
      attributes("node", ["kind", "iso3", "bloc"]),
      attributes("edge", ["relation", "group", "status", "alleged"]),
      "<nodes>",
      ...[...sieve.shown.actors].map(actor),
      "</nodes><edges>",
      ...[...sieve.shown.lines].map(tie),
      "</edges></graph></gexf>\n",
    ];
    return parts.join("\n");
  }

  function start() {
    const menu = dom.byId("download");
    const wire = (name, act) =>
      dom.byId(name).addEventListener("click", () => {
        act();
        menu.open = false;
      });
    wire("save-png", () => picture.png((blob) => download(blob, "network.png")));
    wire("save-svg", () => download(new Blob([picture.svg()], { type: "image/svg+xml" }), "network.svg"));
    wire("save-csv", () => download(new Blob([sheet()], { type: "text/csv" }), "claims.csv"));
    wire("save-gexf", () => download(new Blob([graph()], { type: "application/xml" }), "network.gexf"));
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  return { start, sheet, graph };
})();
