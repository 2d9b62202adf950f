import { dates } from "./dates.js";
import { dom } from "./dom.js";
import { words } from "./words.js";

// What the file holds, with the numbers that claims carry replaced by the things that they mean.
export const data = (() => {
  const file = JSON.parse(dom.byId("content").textContent);
  const { actors, relations, documents, sentences, blocs, leftOut, core, kept } = file.content;

  actors.forEach((actor, number) => {
    Object.assign(actor, { number, node: null, rank: Infinity, lines: [], aliases: actor.aliases || [] });
  });
  for (const { actor, id, rank, size } of file.nodes) Object.assign(actors[actor], { node: id, rank, size });

  const relation = new Map(relations.map((each) => [each.name, each]));
  const node = new Map(file.nodes.map((each) => [each.id, each]));

  const lines = file.edges.map((edge) => ({
    id: edge.id,
    edge,
    source: actors[node.get(edge.from).actor],
    target: actors[node.get(edge.to).actor],
    relation: relation.get(edge.relation),
    status: edge.status || "asserted",
    tie: !edge.status,
    claims: [],
  }));
  const line = new Map(lines.map((each) => [each.id, each]));
  for (const each of lines) for (const end of new Set([each.source, each.target])) end.lines.push(each);

  const claims = file.content.claims.map((claim) => {
    const whole = sentences[claim.sentence];
    const paper = documents[claim.document] || { name: "unknown document" };
    const said = {
      ...claim,
      line: lines[claim.line],
      document: paper,
      sentence: whole,
      quote: claim.quote || whole,
      hedged: Boolean(claim.hedged),
      claimant: claim.claimant === undefined ? null : actors[claim.claimant],
      status: lines[claim.line].status,
      when: claim.date || paper.published || null,
    };
    said.interval = dates.interval(said.when);
    said.line.claims.push(said);
    return said;
  });

  // Lines by a name that stays the same when the file is made anew with more articles.
  const key = (each) => [each.source.id, each.relation.name, each.target.id, each.status].join(" ");
  const lineByKey = new Map(lines.map((each) => [key(each), each]));
  const actorById = new Map(actors.map((each) => [each.id, each]));

  const phrase = (each) => (each.tie ? each.relation.words : `${each.relation.words} (${words.SHORT[each.status]})`);

  return {
    options: JSON.parse(file.options),
    nodes: file.nodes,
    edges: file.edges,
    drawn: actors.filter((actor) => actor.node),
    core: core || 0,
    kept: kept || null,
    actors,
    relations,
    documents,
    blocs,
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
