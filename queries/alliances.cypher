// name: alliances
// question: Who stands by whom? Pairs of actors ranked by cooperation less conflict. Each tie between the two counts
//   its weight on the conflict-cooperation scale (-10 to 10) times log2(1 + claims), a hedged claim counting half, so
//   that a thing said once counts its weight, and one said three times twice that. A proxy counts like an ally (6). With
//   rollup, people and organs count for whom they lead, represent or are part of, by what the documents say; a pair of
//   one house is no alliance. Office, membership and location make no score.
// parameters: since: date = null, rollup: boolean = true, limit: integer = 50
// columns: actor, other, score, cooperation, conflict, claims, outlets, relations, first, last, quote, document
MATCH (s:Actor)
WITH s, coalesce(head(COLLECT {
  MATCH (s)-[r:LEADS|REPRESENTS|PART_OF]->(h:Actor) WHERE $rollup AND r.source IS NULL
  RETURN h.id ORDER BY r.claims DESC, h.id
}), s.id) AS x
MATCH (s)-[t]->(o:Actor)
WHERE t.source IS NULL AND (t.polarity IN ['cooperation', 'conflict'] OR type(t) = 'PROXY_OF')
  AND ($since IS NULL OR t.last >= left($since, size(t.last)))
WITH o, collect({
  x: x, tie: s.id + ' ' + type(t) + ' ' + o.id, relation: type(t), claims: t.claims, outlets: t.outlets,
  first: t.first, last: t.last,
  strength: CASE WHEN type(t) = 'PROXY_OF' THEN 6.0 ELSE t.weight END * log(1 + t.claims - t.hedged / 2.0) / log(2)
}) AS ties
WITH ties, coalesce(head(COLLECT {
  MATCH (o)-[r:LEADS|REPRESENTS|PART_OF]->(h:Actor) WHERE $rollup AND r.source IS NULL
  RETURN h.id ORDER BY r.claims DESC, h.id
}), o.id) AS y
UNWIND ties AS t
WITH t.x AS x, y, t.tie AS tie, t.relation AS relation, t.claims AS claims, t.outlets AS outlets, t.first AS first,
     t.last AS last, t.strength AS strength
WHERE x <> y
WITH CASE WHEN x < y THEN x ELSE y END AS a, CASE WHEN x < y THEN y ELSE x END AS b,
     claims, outlets, first, last, relation, tie, strength
ORDER BY a, b, abs(strength) DESC, tie
WITH a, b, sum(claims) AS claims, collect(outlets) AS lists, collect(DISTINCT relation) AS relations,
     min(first) AS first, max(last) AS last,
     sum(CASE WHEN strength > 0 THEN strength ELSE 0.0 END) AS cooperation,
     sum(CASE WHEN strength < 0 THEN -strength ELSE 0.0 END) AS conflict,
     head(collect(CASE WHEN strength > 0 THEN tie END)) AS strongest
WHERE cooperation > conflict
MATCH (p:Actor {id: a})
MATCH (q:Actor {id: b})
WITH p, q, cooperation, conflict, claims, lists, relations, first, last, strongest,
     CASE WHEN p.kind IN ['person', 'agency'] THEN p.country ELSE p.id END AS house,
     CASE WHEN q.kind IN ['person', 'agency'] THEN q.country ELSE q.id END AS other_house
WHERE house IS NULL OR other_house IS NULL OR house <> other_house
WITH p, q, round((cooperation - conflict) * 10) / 10 AS score, round(cooperation * 10) / 10 AS cooperation,
     round(conflict * 10) / 10 AS conflict, claims, lists, relations, first, last, strongest
ORDER BY score DESC, p.id, q.id
LIMIT $limit
WITH p, q, score, cooperation, conflict, claims, lists, relations, first, last, head(COLLECT {
  MATCH (c:Claim {tie: strongest, status: 'asserted'})-[:STATED_IN]->(d:Document)
  RETURN [c.quote, coalesce(d.title, d.name)] ORDER BY c.hedged, c.confidence DESC, c.id LIMIT 1
}) AS evidence
RETURN p.name AS actor, q.name AS other, score, cooperation, conflict, claims,
       size(reduce(all = [], list IN lists | all + [x IN list WHERE NOT x IN all])) AS outlets,
       relations, first, last, evidence[0] AS quote, evidence[1] AS document
ORDER BY score DESC, p.id, q.id
