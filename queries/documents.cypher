// name: documents
// question: Which documents are in the store, and how much does each say? The newest first.
// parameters: outlet: text = null, limit: integer = 100
// columns: document, title, outlet, published, claims, asserted, actors, url, id
MATCH (d:Document)
WHERE $outlet IS NULL OR toLower(d.outlet) = toLower($outlet)
RETURN d.name AS document, d.title AS title, d.outlet AS outlet, d.published AS published,
       COUNT { MATCH (:Claim)-[:STATED_IN]->(d) } AS claims,
       COUNT { MATCH (:Claim {status: 'asserted'})-[:STATED_IN]->(d) } AS asserted,
       COUNT { MATCH (d)-[:NAMES]->(:Actor) } AS actors, d.url AS url, d.id AS id
ORDER BY coalesce(published, '') DESC, document, id
LIMIT $limit
