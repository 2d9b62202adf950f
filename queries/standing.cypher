// name: standing
// question: What does the register know of an actor, without any article? Its offices, memberships, parts and proxies
//   among the actors of the store; with a date only those that held then.
// parameters: actor: actor, date: date = null, limit: integer = 200
// columns: source, relation, target, office, since, until, as_of, reference
MATCH (:Actor {id: $actor})-[t]-(:Actor)
WHERE t.source = 'register'
  AND ($date IS NULL OR ((t.since IS NULL OR t.since <= $date) AND (t.until IS NULL OR t.until >= left($date, size(t.until)))))
WITH DISTINCT t, startNode(t) AS s, endNode(t) AS o
RETURN s.name AS source, type(t) AS relation, o.name AS target, t.office AS office, t.since AS since, t.until AS until,
       t.as_of AS as_of, t.reference AS reference
ORDER BY relation, source, target, since, office
LIMIT $limit
