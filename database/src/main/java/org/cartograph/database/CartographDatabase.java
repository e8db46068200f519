package org.cartograph.database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command {@code java -jar cartograph-database.jar --home DIR}: starts the server, says where it listens and stays
 * until it is told to stop.
 *
 * <p>Exit codes: 0 stopped, 1 could not start, 2 wrong usage, 143 or 130 when stopped by a signal.
 */
@Command(
        name = "cartograph-database",
        mixinStandardHelpOptions = true,
        version = "cartograph-database",
        sortOptions = false,
        description = "A Neo4j Community server with the Cartograph plugin, APOC core and Neo4j Browser.")
public final class CartographDatabase implements Callable<Integer> {

    @Option(
            names = "--home",
            required = true,
            paramLabel = "DIR",
            description = "directory of data, plugins, logs and password; created when missing")
    private Path home = Path.of("");

    @Option(names = "--bolt-port", defaultValue = "7687", paramLabel = "PORT", description = "0 = any free port")
    private int boltPort;

    @Option(names = "--http-port", defaultValue = "7474", paramLabel = "PORT", description = "0 = any free port")
    private int httpPort;

    @Option(names = "--bind", defaultValue = "127.0.0.1", paramLabel = "ADDRESS")
    private String bind = "127.0.0.1";

    @Option(names = "--password", paramLabel = "P")
    private @Nullable String password;

    @Option(names = "--no-auth")
    private boolean noAuth;

    private final PrintStream out;

    private CartographDatabase(PrintStream out) {
        this.out = out;
    }

    /** Starts the server and returns only when it could not be started. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new CartographDatabase(System.out));
        int exitCode = command.execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    @Override
    public Integer call() throws Exception {
        Path absolute = home.toAbsolutePath().normalize();
        Server server = Server.start(absolute, bind, boltPort, httpPort, noAuth, password);
        out.println("Neo4j Browser: " + server.http() + "/browser/");
        out.println("READY " + server.bolt() + " " + server.http());
        return 0;
    }
}
