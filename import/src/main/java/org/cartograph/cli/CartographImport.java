package org.cartograph.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the import: {@code java -jar cartograph-import.jar load|demo …}. */
@Command(
        name = "cartograph-import",
        description = "Brings a shop's files into the graph, and audiences out of it.",
        mixinStandardHelpOptions = true,
        versionProvider = CartographImport.Version.class,
        subcommands = {LoadCommand.class, ColumnsCommand.class, DemoCommand.class, AudienceCommand.class})
public final class CartographImport {

    private static final int WRONG_COMMAND = 1;

    /** Kept, because a logger that nobody holds is collected together with its level. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.neo4j.driver");

    private CartographImport() {}

    /** Exits with 0 when everything was loaded, 2 when some rows were rejected, 1 when it failed. */
    public static void main(String[] arguments) {
        // What the driver has to say reaches the user as one sentence of ours.
        DRIVER_LOG.setLevel(Level.OFF);
        Terminal.askForPlainConsole();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new CartographImport())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, args) -> {
                    err.println(e.getMessage());
                    err.println("Usage: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
                    return WRONG_COMMAND;
                })
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    err.println("It failed unexpectedly: " + e);
                    return WRONG_COMMAND;
                })
                .execute(arguments);
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = CartographImport.class.getPackage().getImplementationVersion();
            return new String[] {"cartograph-import " + (version == null ? "(not packaged)" : version)};
        }
    }
}
