// Question: What did recommending earn, day by day?
// Parameters: days (of answers, until now)
// Columns: day, answers, impressions, clicks, conversions, revenue, halo (bought otherwise by those who had clicked), currency
CALL cartograph.outcomes({from: datetime() - duration({days: $days}), by: ['day', 'currency']})
YIELD day, answers, impressions, clicks, conversions, revenue, haloRevenue, currency
RETURN day, answers, impressions, clicks, conversions, revenue, haloRevenue AS halo, currency
ORDER BY day, currency
