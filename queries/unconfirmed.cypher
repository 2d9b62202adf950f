// name: unconfirmed
// question: What rests on hearsay, and who says so? Asserted claims that are hedged ("reportedly") or told only as
//   somebody's words, and that no document states in its own words without a hedge.
// parameters: since: date = null, limit: integer = 100
// columns: source, relation, target, hedged, claimant, outlet, document, date, quote, claim
MATCH (c:Claim {status: 'asserted'})-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:CLAIMED_BY]->(b:Actor)
WITH c, d, b, coalesce(c.date, d.published) AS date
WHERE (c.hedged OR b IS NOT NULL) AND ($since IS NULL OR date >= left($since, size(date)))
  AND NOT EXISTS {
    MATCH (plain:Claim {tie: c.tie, status: 'asserted'})
    WHERE NOT plain.hedged AND NOT EXISTS { MATCH (plain)-[:CLAIMED_BY]->(:Actor) }
  }
MATCH (c)-[:SOURCE]->(s:Actor)
MATCH (c)-[:TARGET]->(t:Actor)
RETURN s.name AS source, c.relation AS relation, t.name AS target, c.hedged AS hedged, b.name AS claimant,
       d.outlet AS outlet, coalesce(d.title, d.name) AS document, date, c.quote AS quote, c.id AS claim
ORDER BY s.id, c.relation, t.id, d.id, c.start, c.id
LIMIT $limit
