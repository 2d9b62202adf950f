// name: between
// question: What is said between two actors, in both directions? Every claim with its evidence, of any status, the
//   oldest first. With rollup, also what is said of the people and organs that lead, represent or are part of either.
// parameters: actor: actor, other: actor, since: date = null, rollup: boolean = true, limit: integer = 200
// columns: date, source, relation, target, status, hedged, claimant, quote, document, outlet, published, url, claim
MATCH (a:Actor {id: $actor})
MATCH (o:Actor {id: $other})
WITH [a.id] + COLLECT { MATCH (p:Actor)-[r:LEADS|REPRESENTS|PART_OF]->(a) WHERE $rollup AND r.source IS NULL RETURN p.id } AS ours,
     [o.id] + COLLECT { MATCH (p:Actor)-[r:LEADS|REPRESENTS|PART_OF]->(o) WHERE $rollup AND r.source IS NULL RETURN p.id } AS theirs
MATCH (s:Actor) WHERE s.id IN ours + theirs
MATCH (c:Claim)-[:SOURCE]->(s)
MATCH (c)-[:TARGET]->(t:Actor) WHERE (s.id IN ours AND t.id IN theirs) OR (s.id IN theirs AND t.id IN ours)
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:CLAIMED_BY]->(b:Actor)
WITH c, s, t, d, b, coalesce(c.date, d.published) AS date
WHERE $since IS NULL OR date >= left($since, size(date))
RETURN date, s.name AS source, c.relation AS relation, t.name AS target, c.status AS status, c.hedged AS hedged,
       b.name AS claimant, c.quote AS quote, coalesce(d.title, d.name) AS document, d.outlet AS outlet,
       d.published AS published, d.url AS url, c.id AS claim
ORDER BY coalesce(date, ''), d.id, c.start, c.end, c.id
LIMIT $limit
