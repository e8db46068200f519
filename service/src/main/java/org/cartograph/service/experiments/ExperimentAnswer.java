package org.cartograph.service.experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An experiment as it stands.
 *
 * @param status    created, running or stopped
 * @param contexts  the pages that it acts on; empty: all
 * @param units     customers or sessions that met it so far
 * @param startedAt left out before it was started
 * @param stoppedAt left out before it was stopped
 * @param problem   why it has no effect; left out when it has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentAnswer(
        String name,
        String status,
        List<String> contexts,
        String unit,
        double share,
        List<Map<String, Object>> variants,
        long days,
        long conversions,
        long units,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable String problem) {

    static ExperimentAnswer of(Record row) {
        return new ExperimentAnswer(
                row.get("name").asString(),
                row.get("status").asString(),
                row.get("contexts").asList(Value::asString),
                row.get("unit").asString(),
                row.get("share").asDouble(),
                row.get("variants").asList(Value::asMap),
                row.get("days").asLong(),
                row.get("conversions").asLong(),
                row.get("units").asLong(),
                time(row.get("createdAt")),
                time(row.get("startedAt")),
                time(row.get("stoppedAt")),
                row.get("problem").isNull() ? null : row.get("problem").asString());
    }

    private static @Nullable Instant time(Value value) {
        return value.isNull() ? null : value.asZonedDateTime().toInstant();
    }
}
