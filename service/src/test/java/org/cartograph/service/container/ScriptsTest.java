package org.cartograph.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of docker/, run as they are. */
final class ScriptsTest {

    @TempDir
    private Path folder;

    @Test
    void makeASecretForEachThatIsAskedFor() throws Exception {
        Map<String, String> secrets = secrets();

        Compose.read("compose.yaml").secrets().values().forEach(secret -> {
            String name = String.valueOf(secret).replaceAll("\\{file=\\./secrets/|}", "");
            assertThat(secrets.get(name))
                    .as(name)
                    .isNotNull()
                    .hasSizeGreaterThan(32)
                    .doesNotContain("\n");
        });
        assertThat(List.of("admin-key", "storefront-key", "monitor-key"))
                .allSatisfy(name -> assertThat(secrets.get(name)).matches("cg_[0-9a-f]{12}_[0-9a-f]{64}"));
        assertThat(secrets.get("neo4j-auth")).isEqualTo("neo4j/" + secrets.get("neo4j-password"));
        assertThat(secrets.values()).doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void keepTheSecretsThatAreThere() throws Exception {
        Map<String, String> first = secrets();

        assertThat(secrets()).isEqualTo(first);
    }

    private Map<String, String> secrets() throws Exception {
        Path script = folder.resolve("make-secrets");
        if (!Files.exists(script)) {
            Files.copy(Compose.FOLDER.resolve("make-secrets"), script);
        }
        assertThat(run(Map.of(), "bash", script.toString())).isZero();
        Map<String, String> secrets = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("secrets"))) {
            for (Path file : files.toList()) {
                secrets.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return secrets;
    }

    @Test
    void callTheServiceHealthyWhenItIsReadyAndOnlyThen() throws Exception {
        int[] status = {200};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });
        server.start();
        Map<String, String> port =
                Map.of("HEALTH_PORT", String.valueOf(server.getAddress().getPort()));
        try {
            assertThat(healthy(port)).isZero();
            status[0] = 503;
            assertThat(healthy(port)).isNotZero();
        } finally {
            server.stop(0);
        }
        assertThat(healthy(port)).isNotZero();
    }

    private static int healthy(Map<String, String> environment) throws Exception {
        return run(environment, Compose.FOLDER.resolve("service/healthy").toString());
    }

    private static int run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD).environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
