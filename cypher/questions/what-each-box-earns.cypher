// Question: What does each box earn, and how often is it clicked?
// Parameters: days (of answers, until now)
// Columns: context, placement, impressions, clicks, clickRate, low, high (95 % interval of the click rate), conversions, revenue, currency
CALL cartograph.outcomes({from: datetime() - duration({days: $days}), by: ['context', 'placement', 'currency']})
YIELD context, placement, impressions, clicks, clickRate, clickRateLow, clickRateHigh, conversions, revenue, currency
RETURN context, placement, impressions, clicks, round(clickRate, 4) AS clickRate, round(clickRateLow, 4) AS low,
       round(clickRateHigh, 4) AS high, conversions, revenue, currency
ORDER BY revenue DESC, clicks DESC, context, placement
