// Question: Which regular customers are overdue, measured by their own rhythm?
// Parameters: limit
// Columns: id, orders, usualDays (between two orders, on average), daysSinceLast, times (their usual gap), spent
MATCH (:Customer)-[line:PURCHASED]->(:Product)
WHERE line.at <= datetime()
WITH max(line.at) AS newest
MATCH (c:Customer)-[line:PURCHASED]->(:Product)
WHERE NOT coalesce(c.anonymous, false)
WITH newest, c, count(DISTINCT line.orderId) AS orders, min(line.at) AS first, max(line.at) AS last,
     sum(line.quantity * line.unitPrice) AS spent
WHERE orders > 1 AND first < last
WITH c, orders, spent, duration.inSeconds(first, last).seconds / 86400.0 / (orders - 1) AS usualDays,
     duration.inSeconds(last, newest).seconds / 86400.0 AS daysSinceLast
WHERE daysSinceLast > 2 * usualDays
RETURN c.id AS id, orders, round(usualDays, 1) AS usualDays, round(daysSinceLast, 1) AS daysSinceLast,
       round(daysSinceLast / usualDays, 1) AS times, round(spent, 2) AS spent
ORDER BY spent DESC, id
LIMIT $limit
