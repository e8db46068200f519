// Question: What do the shop's data suffice for, and what is to be done next?
// Parameters: none
// Columns: signal, ready, value, needed, meaning, next
CALL cartograph.readiness() YIELD signal, ready, value, needed, meaning, next
RETURN signal, ready, value, needed, meaning, next
