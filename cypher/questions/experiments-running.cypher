// Question: Which experiments run, and how many customers or sessions met each of their variants?
// Parameters: none
// Columns: experiment, days (since it was started), unit, variant, control, planned (share of the units), units, share, problem
CALL cartograph.experiment.list() YIELD name, status, unit, variants, startedAt, problem, experiment AS node
WHERE status = 'running'
WITH name, unit, variants, startedAt, problem, node, COUNT { (node)<-[:EXPOSED]-() } AS all
UNWIND variants AS variant
WITH name, unit, variant, startedAt, problem, all, COUNT { (node)<-[:EXPOSED {variant: variant.name}]-() } AS units
RETURN name AS experiment, duration.inDays(startedAt, datetime()).days AS days, unit, variant.name AS variant,
       variant.control AS control, variant.share AS planned, units,
       CASE WHEN all > 0 THEN round(1.0 * units / all, 3) END AS share, problem
ORDER BY experiment, NOT control, variant
