// Question: How much less is each slot of a box clicked than the one before?
// Parameters: days (of answers, until now)
// Columns: placement, slot, impressions, clicks, rate, ofFirst (the rate against that of the first slot)
MATCH (r:Recommendation)-[s:SHOWED]->(:Product)
WHERE r.at >= datetime() - duration({days: $days}) AND s.seenAt IS NOT NULL
WITH s.placement AS placement, s.rank AS slot, count(*) AS impressions, count(s.clickedAt) AS clicks
ORDER BY placement, slot
WITH placement, collect({slot: slot, impressions: impressions, clicks: clicks, rate: 1.0 * clicks / impressions}) AS slots
UNWIND slots AS s
RETURN placement, s.slot AS slot, s.impressions AS impressions, s.clicks AS clicks, round(s.rate, 4) AS rate,
       CASE WHEN slots[0].rate > 0 THEN round(s.rate / slots[0].rate, 2) END AS ofFirst
