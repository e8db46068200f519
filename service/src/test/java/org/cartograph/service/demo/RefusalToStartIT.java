package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RefusalToStartIT {

    @TempDir
    private Path folder;

    @Test
    void asksWhichDatabaseToUse() throws IOException, InterruptedException {
        try (ServiceJar service = ServiceJar.start(folder)) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Say which Neo4j to use: --demo")
                    .contains("--cartograph.neo4j.uri=");
        }
    }

    @Test
    void saysThatItsPortIsInUse() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0);
                ServiceJar service = ServiceJar.start(
                        folder, "--cartograph.neo4j.uri=bolt://127.0.0.1:1", "--server.port=" + taken.getLocalPort())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.lines())
                    .contains("Port " + taken.getLocalPort()
                            + " is in use by another program: stop it, or choose another port with --server.port=….");
        }
    }

    @Test
    void refusesToBeOpenToOtherMachines() throws IOException, InterruptedException {
        try (ServiceJar service = ServiceJar.start(
                folder,
                "--cartograph.neo4j.uri=bolt://127.0.0.1:1",
                "--server.port=0",
                "--cartograph.security.mode=open")) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.lines())
                    .contains("`cartograph.security.mode` must not be open where other machines reach the service, but "
                            + "`server.address` was not set: set it to 127.0.0.1, take the mode keys, or allow it with "
                            + "`cartograph.security.open-beyond-loopback=true`.");
        }
    }

    @Test
    void saysThatADemoAsksNobodyForAKey() throws IOException, InterruptedException {
        try (ServiceJar service = ServiceJar.start(folder, "--demo", "--cartograph.security.mode=keys")) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.lines())
                    .contains(
                            "--demo asks nobody for a key, so that `cartograph.security.mode` must be open, but was keys: "
                                    + "start without --demo to try keys.");
        }
    }

    @Test
    void passesOnWhyItsDatabaseDoesNotStart() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServiceJar service = ServiceJar.start(
                        folder,
                        "--demo",
                        "--server.port=0",
                        "--cartograph.database.bolt-port=" + taken.getLocalPort(),
                        "--cartograph.database.http-port=0")) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.lines())
                    .filteredOn(line -> line.startsWith("The database did not start: "))
                    .singleElement()
                    .asString()
                    .contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void saysWhenThereIsNoDatabaseToStart() throws IOException, InterruptedException {
        try (ServiceJar service = ServiceJar.start(
                folder, "--demo", "--server.port=0", "--cartograph.database.jar=" + folder.resolve("none.jar"))) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.lines())
                    .contains("`cartograph.database.jar` must name cartograph-database.jar, but there is no file "
                            + folder.resolve("none.jar") + ".");
        }
    }
}
