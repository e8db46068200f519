// Question: How many customers or sessions met each experiment's variants for the first time, day by day?
// Parameters: days (the last so many)
// Columns: day, experiment, variant, units
MATCH (e:Experiment)<-[met:EXPOSED]-()
WHERE met.at >= datetime() - duration({days: $days})
RETURN toString(date(met.at)) AS day, e.name AS experiment, met.variant AS variant, count(DISTINCT met.unit) AS units
ORDER BY day, experiment, variant
