package org.cartograph.procedure;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.cartograph.model.BuildProgress;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/** How far running work is. */
public record ProgressRow(
        @Description("Id the Model node will have; refresh, evaluate or tune for other work")
        String modelId,

        @Description("What is being done") String phase,

        @Description("Steps of this phase that are finished")
        long done,

        @Description("Steps of this phase; 0 while unknown") long total,

        @Description("done / total, or null while unknown") @Nullable
        Double share,

        @Description("When the work began") ZonedDateTime startedAt,
        @Description("Time since then") long elapsedMillis) {

    static ProgressRow of(BuildProgress.Snapshot build) {
        return new ProgressRow(
                build.modelId(),
                build.phase(),
                build.done(),
                build.total(),
                build.total() == 0 ? null : (double) build.done() / build.total(),
                build.startedAt().atZone(ZoneOffset.UTC),
                build.elapsedMillis());
    }
}
