package org.cartograph.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import picocli.CommandLine.Option;

/** Where the database is and who asks. */
final class Connection {

    private static final int SECONDS_TO_CONNECT = 15;

    @Option(
            names = "--uri",
            paramLabel = "URI",
            defaultValue = "bolt://127.0.0.1:7687",
            description = "Where the database listens. Default: ${DEFAULT-VALUE}.")
    String uri = "bolt://127.0.0.1:7687";

    @Option(names = "--user", paramLabel = "NAME", defaultValue = "neo4j", description = "Default: ${DEFAULT-VALUE}.")
    String user = "neo4j";

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            defaultValue = "${env:CARTOGRAPH_PASSWORD}",
            description =
                    "Without a value you are asked for it. Default: the environment variable CARTOGRAPH_PASSWORD; "
                            + "without that none is sent, and you are asked for it if the database wants one.")
    char @Nullable [] password;

    @Option(names = "--database", paramLabel = "NAME", description = "Default: the server's default database.")
    @Nullable
    String database;

    /**
     * A driver that has already reached the database.
     *
     * @throws ConnectionException if it cannot
     */
    Driver open() {
        if (password != null) {
            return open(AuthTokens.basic(user, new String(password)));
        }
        try {
            return connected(AuthTokens.none());
        } catch (AuthenticationException e) {
            return open(AuthTokens.basic(user, asked(e)));
        } catch (Neo4jException | IllegalArgumentException e) {
            throw failure(e);
        }
    }

    private Driver open(AuthToken token) {
        try {
            return connected(token);
        } catch (Neo4jException | IllegalArgumentException e) {
            throw failure(e);
        }
    }

    private Driver connected(AuthToken token) {
        Config config = Config.builder()
                .withConnectionTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS)
                .withUserAgent("cartograph-import")
                .build();
        Driver driver = GraphDatabase.driver(uri, token, config);
        try {
            driver.verifyConnectivity();
            try (Session session = driver.session(
                    database == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(database))) {
                session.run("RETURN 1").consume();
            }
            return driver;
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    private String asked(AuthenticationException reason) {
        @Nullable Console console = Terminal.console();
        char @Nullable [] typed = console == null ? null : console.readPassword("Password of %s at %s: ", user, uri);
        if (typed == null) {
            throw new ConnectionException(
                    "Neo4j at %s wants a password: give --password, or set CARTOGRAPH_PASSWORD.".formatted(uri),
                    reason);
        }
        String secret = new String(typed);
        Arrays.fill(typed, ' ');
        return secret;
    }

    private ConnectionException failure(RuntimeException e) {
        if (e instanceof AuthenticationException) {
            return new ConnectionException(
                    "Neo4j at %s refuses user `%s`: check --user and --password.".formatted(uri, user), e);
        }
        if (e instanceof ServiceUnavailableException) {
            return new ConnectionException(
                    "No Neo4j answers at %s: start it, or name another with --uri.".formatted(uri), e);
        }
        if (e instanceof Neo4jException failure) {
            return new ConnectionException(sentence(failure), e);
        }
        return new ConnectionException(
                "`--uri` must be an address such as bolt://127.0.0.1:7687, but was %s.".formatted(uri), e);
    }

    /** What the database says, as one sentence on one line. */
    static String sentence(Neo4jException e) {
        if (e instanceof ServiceUnavailableException) {
            return "The connection to Neo4j was lost.";
        }
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        return "Neo4j says: " + message + (message.endsWith(".") ? "" : ".");
    }
}
