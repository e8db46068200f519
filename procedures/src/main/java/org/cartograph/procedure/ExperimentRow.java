package org.cartograph.procedure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.experiment.Experiment;
import org.cartograph.experiment.ExperimentStore;
import org.cartograph.experiment.Variant;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** One experiment as it stands. */
public record ExperimentRow(
        @Description("Name of the experiment") String name,
        @Description("created, running or stopped") String status,

        @Description("The pages that it acts on; empty: all")
        List<String> contexts,

        @Description("What is assigned: customer or session")
        String unit,

        @Description("Share of the units that take part") double share,

        @Description("Maps with name, share, control, kind (engine, baseline or holdout) and changes")
        List<Map<String, Object>> variants,

        @Description("Days that it is to run at least") long days,

        @Description("Conversions that every variant is to have at least")
        long conversions,

        @Description("Units that met it so far") long units,

        @Description("When it was created") @Nullable ZonedDateTime createdAt,

        @Description("When it was started, null before") @Nullable
        ZonedDateTime startedAt,

        @Description("When it was stopped, null before") @Nullable
        ZonedDateTime stoppedAt,

        @Description("Why it has no effect: a variant that the shop's pages no longer allow; null otherwise") @Nullable
        String problem,

        @Description("The Experiment node") Node experiment) {

    static ExperimentRow of(ExperimentStore.Standing standing) {
        Experiment experiment = standing.experiment();
        return new ExperimentRow(
                experiment.name(),
                standing.status(),
                List.copyOf(experiment.contexts()),
                experiment.unit().key(),
                experiment.share(),
                experiment.variants().stream()
                        .map(variant -> variant(variant, experiment.control()))
                        .toList(),
                experiment.plan().days(),
                experiment.plan().conversions(),
                standing.units(),
                time(standing.createdAt()),
                time(standing.startedAt()),
                time(standing.stoppedAt()),
                standing.problem(),
                standing.node());
    }

    private static Map<String, Object> variant(Variant variant, String control) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", variant.name());
        map.put("share", variant.share());
        map.put("control", variant.name().equals(control));
        map.put("kind", variant.kind().key());
        map.put("changes", variant.changes());
        return map;
    }

    private static @Nullable ZonedDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ZoneOffset.UTC);
    }
}
