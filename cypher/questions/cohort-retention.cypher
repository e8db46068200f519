// Question: Of the customers who began in a month, how many still ordered one, two, three … months later?
// Parameters: none
// Columns: cohort (month of the first order), customers, monthsLater, ordering (customers), share
MATCH (c:Customer)-[line:PURCHASED]->(:Product)
WHERE NOT coalesce(c.anonymous, false)
WITH c, collect(DISTINCT date.truncate('month', line.at)) AS months
WITH c, months, reduce(first = months[0], month IN months | CASE WHEN month < first THEN month ELSE first END) AS cohort
WITH cohort, collect(months) AS customers
UNWIND customers AS months
UNWIND months AS month
WITH cohort, size(customers) AS customers, 12 * (month.year - cohort.year) + month.month - cohort.month AS monthsLater,
     count(*) AS ordering
RETURN toString(cohort) AS cohort, customers, monthsLater, ordering, round(1.0 * ordering / customers, 3) AS share
ORDER BY cohort, monthsLater
