// name: actors
// question: Which actors does the graph know, and how much is said of each? Those with the most claims in their ties
//   first; cooperation and conflict count claims.
// parameters: kind: text = null, limit: integer = 100
// columns: actor, kind, country, partners, claims, cooperation, conflict, first, last, id
MATCH (a:Actor)
WHERE $kind IS NULL OR a.kind = $kind
OPTIONAL MATCH (a)-[t]-(o:Actor) WHERE t.source IS NULL
WITH a, count(DISTINCT o.id) AS partners, coalesce(sum(t.claims), 0) AS claims,
     sum(CASE WHEN t.polarity = 'cooperation' THEN t.claims ELSE 0 END) AS cooperation,
     sum(CASE WHEN t.polarity = 'conflict' THEN t.claims ELSE 0 END) AS conflict,
     min(t.first) AS first, max(t.last) AS last
OPTIONAL MATCH (c:Actor {id: a.country})
RETURN a.name AS actor, a.kind AS kind, coalesce(c.name, a.country) AS country, partners, claims, cooperation, conflict,
       first, last, a.id AS id
ORDER BY claims DESC, id
LIMIT $limit
