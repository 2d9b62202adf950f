// name: actor
// question: How does one actor stand to all others? Each of its ties with the strongest sentence behind it: cooperation
//   first, then conflict, then what is neither.
// parameters: actor: actor, since: date = null, limit: integer = 100
// columns: source, relation, target, polarity, weight, claims, documents, outlets, hedged, first, last, quote, document
MATCH (:Actor {id: $actor})-[t]-(:Actor)
WHERE t.source IS NULL AND ($since IS NULL OR t.last >= left($since, size(t.last)))
WITH DISTINCT t, startNode(t) AS s, endNode(t) AS o
WITH s, t, o, type(t) AS relation, head(COLLECT {
  MATCH (c:Claim {tie: s.id + ' ' + type(t) + ' ' + o.id, status: 'asserted'})-[:STATED_IN]->(d:Document)
  RETURN [c.quote, coalesce(d.title, d.name)] ORDER BY c.hedged, c.confidence DESC, c.id LIMIT 1
}) AS evidence
RETURN s.name AS source, relation, o.name AS target, t.polarity AS polarity, t.weight AS weight, t.claims AS claims,
       t.documents AS documents, t.outlets AS outlets, t.hedged AS hedged, t.first AS first, t.last AS last,
       evidence[0] AS quote, evidence[1] AS document
ORDER BY CASE polarity WHEN 'cooperation' THEN 1 WHEN 'conflict' THEN 2 ELSE 3 END, claims DESC, relation, s.id, o.id
LIMIT $limit
