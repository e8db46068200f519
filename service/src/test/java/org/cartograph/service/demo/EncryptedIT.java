package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.cartograph.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bolt and HTTP with the certificates that docker/make-certificates makes, set as compose.tls.yaml sets them. */
final class EncryptedIT {

    private static final Path DOCKER = Path.of("..", "docker").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;
    private static int healthPort;

    @BeforeAll
    static void open() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            healthPort = free.getLocalPort();
        }
        Path script = Files.copy(DOCKER.resolve("make-certificates"), folder.resolve("make-certificates"));
        Process made = new ProcessBuilder("bash", script.toString(), "DNS:shop.example")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor(1, TimeUnit.MINUTES) && made.exitValue() == 0).isTrue();
        Path conf = Files.createDirectories(folder.resolve("home/conf"));
        Files.writeString(conf.resolve("neo4j.conf"), boltSettings());
        database = new ChildDatabase(folder.resolve("home"));
        service = service(
                "--cartograph.neo4j.trusted-certificates=" + folder.resolve("tls/authority.crt"),
                "--server.ssl.certificate=file:" + folder.resolve("tls/service/public.crt"),
                "--server.ssl.certificate-private-key=file:" + folder.resolve("tls/service/private.key"),
                "--management.server.port=" + healthPort,
                "--management.server.address=127.0.0.1",
                "--management.server.ssl.enabled=false");
    }

    /** The override's own lines about Bolt, with the folder that is mounted there. */
    private static String boltSettings() throws Exception {
        StringBuilder settings = new StringBuilder();
        Pattern.compile("NEO4J_((?:server_bolt|dbms_ssl_policy_bolt)\\w+): \"?([^\\s\"]+)")
                .matcher(Files.readString(DOCKER.resolve("compose.tls.yaml")))
                .results()
                .forEach(line -> settings.append(line.group(1).replace('_', '.').replace("..", "_"))
                        .append('=')
                        .append(line.group(2)
                                .replace("/tls", folder.resolve("tls/neo4j").toString()))
                        .append('\n'));
        return settings.toString();
    }

    private static RunningService service(String... settings) {
        String[] all = new String[settings.length + 1];
        System.arraycopy(settings, 0, all, 1, settings.length);
        all[0] = "--cartograph.neo4j.password=" + database.password();
        return RunningService.start(
                database.uri().replace("127.0.0.1", "localhost"), folder.resolve("service" + settings.length), all);
    }

    @AfterAll
    static void close() {
        service.close();
        database.close();
    }

    private static HttpResponse<String> experiments(RunningService asked, HttpClient client) throws Exception {
        URI plain = asked.request("/v1/experiments").build().uri();
        URI encrypted = URI.create(plain.toString().replace("http:", "https:"));
        return client.send(HttpRequest.newBuilder(encrypted).build(), BodyHandlers.ofString());
    }

    @Test
    void encryptsBothWaysForWhoTrustsTheAuthority() throws Exception {
        HttpResponse<String> answer = experiments(
                service, HttpClient.newBuilder().sslContext(trusting()).build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"experiments\":[]}");
    }

    @Test
    void isNotTrustedByWhoDoesNotKnowTheAuthority() {
        assertThatThrownBy(() -> experiments(service, HttpClient.newHttpClient()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void saysWithoutEncryptionWhetherItIsWell() throws Exception {
        URI health = URI.create("http://127.0.0.1:" + healthPort + "/actuator/health/liveness");

        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void speaksNoPlainBoltWithTheServer() {
        try (RunningService plain = service()) {
            assertThat(plain.get("/v1/experiments").status()).isEqualTo(503);
        }
    }

    private static SSLContext trusting() throws Exception {
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        try (InputStream authority = Files.newInputStream(folder.resolve("tls/service/authority.crt"))) {
            authorities.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
