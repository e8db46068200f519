package org.cartograph.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.neo4j.kernel.internal.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The command {@code java -jar cartograph-database.jar --home DIR}: starts the server, says where it listens and stays
 * until it is told to stop, by a signal or by its parent's end.
 *
 * <p>Exit codes: 0 stopped with its parent, 1 could not start, 2 wrong usage, 130 and 143 stopped by a signal.
 */
@Command(
        name = "cartograph-database",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "A Neo4j Community server with the Cartograph plugin, APOC core and Neo4j Browser, whose data stay in one"
                    + " directory.",
            ""
        },
        footer = {
            "",
            "Once usable it prints `READY bolt://HOST:PORT http://HOST:PORT` on a line of its own. Neo4j's logs are in"
                    + " DIR/logs; LOAD CSV and apoc.load.* read files from DIR/import. The heap is set as for any Java"
                    + " program: java -Xmx2g -jar …",
            "Further plugins go to DIR/plugins and further settings of Neo4j to DIR/conf/neo4j.conf, such as"
                    + " dbms.security.procedures.allowlist, which is cartograph.*,apoc.* otherwise.",
            "Started with a pipe as standard input it stops when that pipe is closed, and so with its parent."
        })
public final class CartographDatabase implements Callable<Integer> {

    private static final String PASSWORD_VARIABLE = "CARTOGRAPH_DATABASE_PASSWORD";

    @Option(
            names = "--home",
            required = true,
            paramLabel = "DIR",
            description = "Directory of the data, plugins, logs and password; created when missing.")
    private Path home = Path.of("");

    @Option(
            names = "--bolt-port",
            paramLabel = "PORT",
            converter = Port.class,
            description = "Port for drivers, 0 = any free one; default ${DEFAULT-VALUE}.")
    private int boltPort = 7687;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            converter = Port.class,
            description = "Port for HTTP and Neo4j Browser, 0 = any free one; default ${DEFAULT-VALUE}.")
    private int httpPort = 7474;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on. The default, ${DEFAULT-VALUE}, is reached from this machine only;"
                    + " 0.0.0.0 from every network, as a container needs it.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--password",
            paramLabel = "P",
            description = "Password of the user neo4j, at least 8 characters, kept in DIR/password. Other users of this"
                    + " machine can see arguments; the environment variable CARTOGRAPH_DATABASE_PASSWORD"
                    + " does the same unseen. With neither, the password in DIR/password counts; it is generated and"
                    + " printed when there is none.")
    private @Nullable String password;

    @Option(names = "--no-auth", description = "Ask nobody for a password.")
    private boolean noAuth;

    @Option(
            names = "--page-cache",
            paramLabel = "SIZE",
            converter = MemorySize.Parser.class,
            description = "Memory for the graph's files outside of the heap, such as 512m or 4g; default"
                    + " ${DEFAULT-VALUE}.")
    private MemorySize pageCache = new MemorySize(512L << 20);

    @Option(
            names = "--parent",
            paramLabel = "PID",
            description = "Process id of the program that starts this one with a pipe as standard input. With it the"
                    + " server also stops when that program dies before the server has come up.")
    private @Nullable Long parent;

    /** Starts the server; the process ends with one of the exit codes above. */
    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new CartographDatabase());
        command.setParameterExceptionHandler((wrong, given) -> {
            String sentence = wrong instanceof CommandLine.MissingParameterException
                    ? "`--home` must name the directory for the server's data, but was not given."
                    : wrong.getMessage();
            System.err.println(sentence + " (--help lists the options)");
            return 2;
        });
        command.setExecutionExceptionHandler((failure, line, given) -> {
            System.err.println(failure instanceof Refusal refusal ? refusal.sentence() : "Unexpected: " + failure);
            return 1;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        ParentWatch.begin(System.in, Optional.ofNullable(parent), () -> System.exit(0));
        Optional<String> wanted = wantedPassword();
        if (boltPort == httpPort && boltPort != 0) {
            throw wrongUsage("`--bolt-port` and `--http-port` must be two ports, but both were " + boltPort + ".");
        }
        try (Home taken = Home.open(home.toAbsolutePath().normalize())) {
            Addresses addresses = Addresses.find(bind, boltPort, httpPort);
            Optional<Credentials> credentials =
                    noAuth ? Optional.empty() : Optional.of(new Credentials(keptPassword(taken, wanted)));
            Plugins.besideThisProgram().installInto(taken.resolve("plugins"));
            Server server = Server.start(taken, addresses, credentials, pageCache.bytes());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
            announce(taken, addresses);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private Optional<String> wantedPassword() {
        if (password == null) {
            return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE))
                    .filter(value -> !value.isEmpty() && !noAuth)
                    .map(value -> requireAllowed(PASSWORD_VARIABLE, value));
        }
        if (noAuth) {
            throw wrongUsage("`--password` and `--no-auth` exclude each other, but both were given; leave one out.");
        }
        return Optional.of(requireAllowed("--password", password));
    }

    private String requireAllowed(String name, String value) {
        if (!PasswordFile.allowed(value)) {
            throw wrongUsage("`" + name + "` must have at least " + PasswordFile.MINIMUM_LENGTH
                    + " characters, none of them a control character and no blanks around them, but has "
                    + value.length() + " characters.");
        }
        return value;
    }

    private static String keptPassword(Home home, Optional<String> wanted) {
        PasswordFile file = new PasswordFile(home.resolve("password"));
        Optional<String> password = wanted.or(file::read);
        if (password.isEmpty()) {
            String generated = PasswordFile.generate();
            file.write(generated);
            System.out.println("Password of the user neo4j, generated now and kept in " + home.resolve("password")
                    + ": " + generated);
            return generated;
        }
        wanted.ifPresent(file::write);
        return password.get();
    }

    private void announce(Home home, Addresses addresses) {
        System.out.println(
                "Neo4j " + Version.getNeo4jVersion() + " Community with Cartograph, data in " + home.directory());
        System.out.println("Neo4j Browser: " + addresses.httpUri() + "/browser/");
        System.out.println(noAuth ? "Authentication is off." : "User neo4j, password in " + home.resolve("password"));
        if (noAuth && !addresses.loopback()) {
            System.err.println("Warning: everyone who can reach this machine can read and change the data, because"
                    + " `--no-auth` is combined with `--bind " + bind + "`.");
        }
        System.out.println("READY " + addresses.boltUri() + " " + addresses.httpUri());
        System.out.flush();
    }

    private ParameterException wrongUsage(String sentence) {
        return new ParameterException(new CommandLine(this), sentence);
    }
}
