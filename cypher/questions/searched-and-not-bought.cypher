// Question: What do people search for, and then buy nothing?
// Parameters: limit
// Columns: text, searches, people, buyers (who bought anything within a day after), rate
MATCH (c:Customer)-[f:SEARCHED]->(s:Search)
WITH s, c, count(*) AS searches,
     max(CASE WHEN EXISTS { (c)-[b:PURCHASED]->() WHERE b.at >= f.at AND b.at <= f.at + duration('P1D') } THEN 1 ELSE 0 END) AS bought
WITH s, sum(searches) AS searches, count(c) AS people, sum(bought) AS buyers
RETURN s.text AS text, searches, people, buyers, round(1.0 * buyers / people, 3) AS rate
ORDER BY rate, people DESC, text
LIMIT $limit
