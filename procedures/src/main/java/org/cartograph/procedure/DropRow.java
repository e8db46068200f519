package org.cartograph.procedure;

import org.neo4j.procedure.Description;

/** What was dropped. */
public record DropRow(
        @Description("Neighbour edges deleted") long edges,
        @Description("Model nodes deleted") long models) {}
