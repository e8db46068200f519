package org.cartograph.procedure;

import java.util.stream.Stream;
import org.cartograph.graph.SchemaStatements;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Procedure;

/** The keys of the graph model: {@code cartograph.schema.*}. */
public final class SchemaProcedures {
    @Context
    public Transaction transaction;

    /** Installs the constraints. */
    @Procedure(name = "cartograph.schema.install", mode = Mode.SCHEMA)
    @Description("Creates the uniqueness constraints of the graph model; what exists stays as it is.")
    public Stream<SchemaRow> install() {
        return SchemaStatements.all().stream().map(statement -> {
            boolean created =
                    transaction.execute(statement).getQueryStatistics().containsUpdates();
            return new SchemaRow(statement, created);
        });
    }

    /** One constraint. */
    public record SchemaRow(
            @Description("The statement") String statement,

            @Description("Whether it created something; false when it was there")
            boolean created) {}
}
