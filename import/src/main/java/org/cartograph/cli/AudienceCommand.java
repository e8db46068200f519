package org.cartograph.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cartograph.export.AudienceExport;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes whom to send a letter to, and what to offer in it, for a tool that sends mail. */
@Command(
        name = "audience",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes customers to write to as a CSV file for a mail tool: one line for each, with why and what to offer.",
            "Needs a database with the Cartograph plugin. Never writes guests or customers who refused consent.",
            "An earlier file stays until the new one is complete.",
            "Columns: customer_id, kind, since, cause_product_ids, cause_product_names (several with | between), then for "
                    + "each offered product product_1_id, _name, _price, _url, _image, _reason, _placement, and so on.",
            "A cell that begins with = + - @ gets an apostrophe in front, so that no spreadsheet runs it; --raw leaves "
                    + "it out."
        })
final class AudienceCommand implements Callable<Integer> {

    private static final int WRITTEN = 0;
    private static final int FAILED = 1;
    private static final int STANDARD_PRODUCTS = 10;
    private static final int MOST_PRODUCTS = 100;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "left-cart, browsed, complement (ordered a week ago), win-back (a month ago) or due.")
    String kind = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; compressed when it ends in .gz.")
    Path out = Path.of("");

    @Option(names = "--limit", paramLabel = "N", description = "Most customers. Default: all.")
    @Nullable
    Long limit;

    @Option(
            names = "--products",
            paramLabel = "N",
            description = "Offered products a customer, 1 to " + MOST_PRODUCTS + ". Default: columns for "
                    + STANDARD_PRODUCTS + ", and as many as each placement usually holds.")
    @Nullable
    Integer products;

    @Option(names = "--minimum-hours", paramLabel = "N", description = "The cause is at least so long ago.")
    @Nullable
    Long minimumHours;

    @Option(names = "--maximum-hours", paramLabel = "N", description = "The cause is less long ago than this.")
    @Nullable
    Long maximumHours;

    @Option(
            names = "--minimum-times",
            paramLabel = "N",
            description = "Kind due only: purchases that make a product usual.")
    @Nullable
    Long minimumTimes;

    @Option(names = "--require-consent", description = "Only customers who gave consent, not those who never said.")
    boolean requireConsent;

    @Option(
            names = "--placements",
            paramLabel = "NAME",
            split = ",",
            description = "The placements to fill, with commas between. Default: the kind's own.")
    List<String> placements = List.of();

    @Option(names = "--context", paramLabel = "NAME", description = "The page these placements stand on.")
    @Nullable
    String context;

    @Option(names = "--locale", paramLabel = "LOCALE", description = "The language of reasons, such as de.")
    @Nullable
    String locale;

    @Option(names = "--raw", description = "Leave cells as they are, also those that look like a formula.")
    boolean raw;

    @Mixin
    Connection connection = new Connection();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter err = command.commandLine().getErr();
        if (products != null && (products < 1 || products > MOST_PRODUCTS)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--products must be between 1 and " + MOST_PRODUCTS + ", but was " + products + ".");
        }
        try (Driver driver = connection.open()) {
            long lines = new AudienceExport(driver, connection.database)
                    .write(
                            config(),
                            out.toAbsolutePath(),
                            products == null ? STANDARD_PRODUCTS : products,
                            !raw,
                            new LineCount(kind, err));
            command.commandLine().getOut().printf("Wrote %,d customers (%s) to %s.%n", lines, kind, out);
            return WRITTEN;
        } catch (ConnectionException e) {
            err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            err.println("--out must be a file that can be written, but writing to " + out + " failed: " + e.getCause()
                    + ".");
        } catch (Neo4jException e) {
            err.println(sentence(e) + " Nothing was written.");
        }
        return FAILED;
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>();
        config.put("kind", kind);
        config.put("limit", limit);
        config.put("items", products);
        config.put("minimumHours", minimumHours);
        config.put("maximumHours", maximumHours);
        config.put("minimumTimes", minimumTimes);
        config.put("requireConsent", requireConsent);
        config.put("placements", placements);
        config.put("context", context);
        config.put("locale", locale);
        return config;
    }

    /** The plugin's own sentence where it refused, without the words of the database around it. */
    private static String sentence(Neo4jException e) {
        if ("Neo.ClientError.Procedure.ProcedureNotFound".equals(e.code())) {
            return "The database has no procedure cartograph.audience: install the Cartograph plugin there.";
        }
        return Connection.sentence(e).replaceFirst("^Neo4j says: .*IllegalArgumentException: ", "");
    }
}
