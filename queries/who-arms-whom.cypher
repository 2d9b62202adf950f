// name: who-arms-whom
// question: Who arms whom: weapons, training, military aid? By asserted claims, the best attested first.
// parameters: since: date = null, limit: integer = 50
// columns: supplier, receiver, claims, documents, outlets, hedged, first, last, quote, document
MATCH (s:Actor)-[t:ARMS]->(o:Actor)
WHERE $since IS NULL OR t.last >= left($since, size(t.last))
WITH s, t, o, head(COLLECT {
  MATCH (c:Claim {tie: s.id + ' ARMS ' + o.id, status: 'asserted'})-[:STATED_IN]->(d:Document)
  RETURN [c.quote, coalesce(d.title, d.name)] ORDER BY c.hedged, c.confidence DESC, c.id LIMIT 1
}) AS evidence
RETURN s.name AS supplier, o.name AS receiver, t.claims AS claims, t.documents AS documents, t.outlets AS outlets,
       t.hedged AS hedged, t.first AS first, t.last AS last, evidence[0] AS quote, evidence[1] AS document
ORDER BY claims DESC, hedged, s.id, o.id
LIMIT $limit
