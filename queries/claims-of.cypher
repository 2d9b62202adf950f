// name: claims-of
// question: What does one document say? All its claims, in the order of the text.
// parameters: document: document
// columns: source, relation, target, status, hedged, claimant, date, place, object, confidence, quote, start, end, claim
MATCH (d:Document {id: $document})
MATCH (c:Claim)-[:STATED_IN]->(d)
MATCH (c)-[:SOURCE]->(s:Actor)
MATCH (c)-[:TARGET]->(t:Actor)
OPTIONAL MATCH (c)-[:CLAIMED_BY]->(b:Actor)
RETURN s.name AS source, c.relation AS relation, t.name AS target, c.status AS status, c.hedged AS hedged,
       b.name AS claimant, c.date AS date, c.place AS place, c.object AS object, c.confidence AS confidence,
       c.quote AS quote, c.start AS start, c.end AS end, c.id AS claim
ORDER BY start, end, claim
