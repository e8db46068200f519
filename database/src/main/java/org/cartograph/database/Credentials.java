package org.cartograph.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.commandline.admin.security.SetInitialPasswordCommand;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AuthenticationResult;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.api.security.AuthManager;
import org.neo4j.kernel.api.security.AuthToken;
import org.neo4j.kernel.api.security.exception.InvalidAuthTokenException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import picocli.CommandLine;

/** The password that the user {@code neo4j} is to have, and how the server gets to know it. */
final class Credentials {

    private final String password;

    Credentials(String password) {
        this.password = password;
    }

    /**
     * Gives a server that is about to be created its password beforehand, as {@code neo4j-admin dbms
     * set-initial-password} does. So there is no moment in which the well-known default works, and the first Cypher
     * statement of a cold server, which costs seconds, is saved.
     */
    void announceTo(Home home) throws IOException {
        try (DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction();
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
            var context = new ExecutionContext(home.directory(), home.resolve("conf"), nowhere, nowhere, files);
            int exitCode = new CommandLine(new SetInitialPasswordCommand(context)).execute("--", password);
            if (exitCode != 0) {
                throw new IOException("the initial password was refused with code " + exitCode);
            }
        }
    }

    /** Sees to it that the running server takes this password, whatever it took until now. */
    void enforceOn(DatabaseManagementService service) {
        GraphDatabaseAPI system = (GraphDatabaseAPI) service.database("system");
        if (!accepted(system.getDependencyResolver().resolveDependency(AuthManager.class))) {
            // Replacing works from every state: another password, a change required, the user dropped.
            system.executeTransactionally(
                    "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                    Map.of("password", password));
        }
    }

    private boolean accepted(AuthManager manager) {
        try {
            return manager.login(
                                    AuthToken.newBasicAuthToken("neo4j", password),
                                    ClientConnectionInfo.EMBEDDED_CONNECTION)
                            .subject()
                            .getAuthenticationResult()
                    == AuthenticationResult.SUCCESS;
        } catch (InvalidAuthTokenException e) {
            throw new IllegalStateException(e);
        }
    }
}
