package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.io.locker.FileLockException;

/** What the server throws only in a race, or for reasons that a test cannot bring about in a process of its own. */
final class StartFailureTest {

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.open(directory.resolve("home"));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void namesThePortThatWasTakenAfterItHadBeenTried() throws IOException {
        assertThat(explain(new PortBindException(new SocketAddress("127.0.0.1", 8), new IOException("in use"))))
                .startsWith("`--http-port` must be a free port, but 8 is in use");
        assertThat(explain(new PortBindException(new SocketAddress("127.0.0.1", 9), new IOException("in use"))))
                .startsWith("`--bolt-port` must be a free port, but 9 is in use");
    }

    @Test
    void recognisesTheLockOfAnotherNeo4j() throws IOException {
        assertThat(explain(new FileLockException("locked by another process", new IOException())))
                .startsWith("`--home` must not be in use");
    }

    @Test
    void namesTheFileThatMayNotBeWritten() throws IOException {
        assertThat(explain(new AccessDeniedException("data/neostore")))
                .startsWith("`--home` must be a directory that can be written")
                .contains("permission was denied for data/neostore");
    }

    @Test
    void saysTheInnermostReasonOfAnythingElseInOneLine() throws IOException {
        assertThat(explain(new IOException("No space left on device.\nsecond line")))
                .contains(": No space left on device; ")
                .doesNotContain("\n");
        assertThat(directory.resolve("home/logs/start-failure.log")).content().contains("second line");
    }

    private String explain(Exception cause) throws IOException {
        Exception wrapped = new IllegalStateException("failed", new IllegalStateException("to start", cause));
        return StartFailure.explain(wrapped, home, new Addresses(InetAddress.getByName("127.0.0.1"), 9, 8))
                .sentence();
    }
}
