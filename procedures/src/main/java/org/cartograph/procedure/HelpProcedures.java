package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** What there is to call, and which version it is. */
public final class HelpProcedures {
    /** SHOW PROCEDURES is the contract, so help reads it rather than repeat it. */
    private static final String SEARCH = """
            SHOW %s YIELD name, signature, description
            WHERE name STARTS WITH 'cartograph.'
              AND (toLower(name) CONTAINS toLower($text) OR toLower(description) CONTAINS toLower($text))
            RETURN name, signature, description ORDER BY name""";

    @Context
    public Transaction transaction;

    /** Finds procedures and functions. */
    @Procedure(name = "cartograph.help", mode = Mode.READ)
    @Description("Lists Cartograph's procedures and functions whose name or description contains the text.")
    public Stream<HelpRow> help(
            @Name(value = "text", defaultValue = "", description = "A word to look for; empty lists all") String text) {
        return Stream.of("PROCEDURES", "FUNCTIONS")
                .flatMap(kind -> transaction.execute(SEARCH.formatted(kind), Map.of("text", text)).stream())
                .map(row -> new HelpRow(
                        String.valueOf(row.get("name")),
                        String.valueOf(row.get("signature")),
                        String.valueOf(row.get("description"))));
    }

    /** Says which version this is. */
    @Procedure(name = "cartograph.version", mode = Mode.READ)
    @Description("Says which version of the plugin is installed.")
    public Stream<VersionRow> version() {
        String version = HelpProcedures.class.getPackage().getImplementationVersion();
        return Stream.of(new VersionRow(version == null ? "development" : version));
    }

    /** Something that can be called. */
    public record HelpRow(
            @Description("Its name") String name,

            @Description("Arguments and columns with their types")
            String signature,

            @Description("What it does") String description) {}

    /** The version. */
    public record VersionRow(
            @Description("Version of the plugin jar") String version) {}
}
