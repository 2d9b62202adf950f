// name: contradictions
// question: Where do the documents contradict each other? The same relation between the same actors asserted by one claim
//   and negated by another, or denied by the one who is said to have done it.
// parameters: limit: integer = 50
// columns: source, relation, target, asserted, against, said, said_in, against_quote, against_in
CALL () {
  MATCH (n:Claim {status: 'negated'})
  MATCH (c:Claim {tie: n.tie, status: 'asserted'})
  RETURN c, n
  UNION
  MATCH (n:Claim {relation: 'DENIES', status: 'asserted'})-[:SOURCE]->(s:Actor)
  MATCH (s)<-[:SOURCE]-(c:Claim {status: 'asserted'}) WHERE c.relation = n.object
  RETURN c, n
}
MATCH (c)-[:STATED_IN]->(d:Document)
MATCH (n)-[:STATED_IN]->(e:Document)
WITH c.tie AS tie, c, d, n, e ORDER BY tie, c.hedged, c.confidence DESC, c.id,
     n.status DESC, n.hedged, n.confidence DESC, n.id
WITH tie, collect(c.id) AS claims, count(DISTINCT c.id) AS asserted, count(DISTINCT n.id) AS against,
     collect([c.quote, coalesce(d.title, d.name), n.quote, coalesce(e.title, e.name)]) AS quotes
WITH claims[0] AS first, asserted, against, quotes[0] AS quotes
MATCH (c:Claim {id: first})-[:SOURCE]->(s:Actor)
MATCH (c)-[:TARGET]->(t:Actor)
RETURN s.name AS source, c.relation AS relation, t.name AS target, asserted, against, quotes[0] AS said,
       quotes[1] AS said_in, quotes[2] AS against_quote, quotes[3] AS against_in
ORDER BY against DESC, asserted DESC, s.id, relation, t.id
LIMIT $limit
