import { dates } from "./dates.js";
import { dom } from "./dom.js";
import { signs } from "./signs.js";
import { words } from "./words.js";

// What the file holds, with the numbers that claims carry replaced by the things that they mean.
export const data = (() => {
  const file = JSON.parse(dom.byId("content").textContent);
  const { actors, relations, documents, sentences, blocs, leftOut, core, kept } = file.content;
  for (const each of relations) each.words ??= each.name.toLowerCase().replaceAll("_", " ");
  const { standing, references } = file.content;

  actors.forEach((actor, number) => {
    Object.assign(actor, { number, node: null, rank: Infinity, lines: [], aliases: actor.aliases || [] });
  });
  const actorOf = (node) => actors[Number(node.slice(1))];
  for (const node of file.nodes) {
    const actor = actorOf(node.id);
    Object.assign(actor, { node: node.id, rank: node.rank, size: node.size });
    node.shape = signs.shape(actor.kind);
    node.label ||= actor.name;
  }

  const node = new Map(file.nodes.map((each) => [each.id, each]));

  const edges = file.edges.map((edge, at) => ({
    width: 1.6,
    dashes: signs.dashes(relations[edge.relation].group, !edge.status),
    ...edge,
    id: `l${at}`,
  }));
  const lines = edges.map((edge) => ({
    id: edge.id,
    edge,
    source: actorOf(edge.from),
    target: actorOf(edge.to),
    relation: relations[edge.relation],
    status: edge.status || "asserted",
    tie: !edge.status,
    claims: [],
  }));
  const line = new Map(lines.map((each) => [each.id, each]));
  for (const each of lines) for (const end of new Set([each.source, each.target])) end.lines.push(each);

  // Claims come as columns, numbers from 1 on; 0 is what is not known.
  function rowsOf(table) {
    const columns = Object.entries(table);
    const row = (_, at) => Object.fromEntries(columns.map(([name, all]) => [name, all[at] || null]));
    return (columns[0]?.[1] || []).map(row);
  }
  const rows = rowsOf(file.content.claims);

  function quote(span, whole) {
    if (!span) return [0, whole.length];
    if (Array.isArray(span)) return span;
    return whole.includes(span) ? [whole.indexOf(span), span.length] : null;
  }

  const claims = rows.map((row) => {
    const whole = sentences[row.sentence - 1];
    const paper = documents[row.document - 1] || { name: "unknown document" };
    const line = lines[row.line - 1];
    const span = quote(row.quote, whole);
    const said = {
      ...row,
      line,
      document: paper,
      sentence: whole,
      span,
      quote: span ? whole.slice(span[0], span[0] + span[1]) : row.quote,
      hedged: Boolean(row.hedged),
      confidence: row.confidence || 0,
      claimant: actors[row.claimant - 1] || null,
      status: line.status,
      when: row.date || paper.published || null,
    };
    said.interval = dates.interval(said.when);
    line.claims.push(said);
    return said;
  });

  // Blocs by how much of what is seen at first belongs to them; there are colours for eight.
  const seen = (actor) => (actor.node && (!core || actor.rank < core) ? actor.size : 0);
  const weight = blocs.map((members) => members.reduce((sum, each) => sum + seen(actors[each]), 0));
  const strongBlocs = blocs.map((_, bloc) => bloc).sort((a, b) => weight[b] - weight[a] || a - b);
  const hue = new Map(strongBlocs.slice(0, 8).map((bloc, at) => [bloc, at]));

  // Lines by a name that stays the same when the file is made anew with more articles.
  const key = (each) => [each.source.id, each.relation.name, each.target.id, each.status].join(" ");
  const lineByKey = new Map(lines.map((each) => [key(each), each]));
  const actorById = new Map(actors.map((each) => [each.id, each]));

  const phrase = (each) => (each.tie ? each.relation.words : `${each.relation.words} (${words.SHORT[each.status]})`);

  return {
    options: JSON.parse(file.options),
    nodes: file.nodes,
    node,
    edges,
    actorOf,
    drawn: actors.filter((actor) => actor.node),
    core: core || 0,
    kept: kept || null,
    actors,
    relations,
    documents,
    standing: rowsOf(standing || {}),
    references: references || [],
    blocs,
    strongBlocs,
    hue,
    leftOut,
    lines,
    line,
    claims,
    key,
    lineByKey,
    actorById,
    phrase,
  };
})();
