// name: brokers
// question: Who mediates between whom? Each broker with all for whom it mediates.
// parameters: since: date = null, limit: integer = 50
// columns: broker, sides, claims, outlets, first, last, quote, document
MATCH (b:Actor)-[t:MEDIATES]->(o:Actor)
WHERE $since IS NULL OR t.last >= left($since, size(t.last))
WITH b, t, o ORDER BY b.id, t.claims DESC, o.id
WITH b, collect(o.name) AS sides, sum(t.claims) AS claims, collect(t.outlets) AS lists, min(t.first) AS first,
     max(t.last) AS last, collect(o.id) AS ids
WITH b, sides, claims, lists, first, last, b.id + ' MEDIATES ' + ids[0] AS strongest
WITH b, sides, claims, lists, first, last, head(COLLECT {
  MATCH (c:Claim {tie: strongest, status: 'asserted'})-[:STATED_IN]->(d:Document)
  RETURN [c.quote, coalesce(d.title, d.name)] ORDER BY c.hedged, c.confidence DESC, c.id LIMIT 1
}) AS evidence
RETURN b.name AS broker, sides, claims, size(reduce(all = [], list IN lists | all + [x IN list WHERE NOT x IN all]))
       AS outlets, first, last, evidence[0] AS quote, evidence[1] AS document
ORDER BY claims DESC, b.id
LIMIT $limit
