package org.cartograph.service.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.CartographService;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.demo.ServiceJar;

/** The service in a JVM of its own, at any free port of this machine, and ready. */
final class MeasuredService implements AutoCloseable {

    private static final int LONGEST_START_SECONDS = 60;

    private final ServiceJar process;
    private final URI address;

    private MeasuredService(ServiceJar process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** The jar as it is shipped. */
    static MeasuredService ofJar(Path folder, ChildDatabase database, String... properties) throws Exception {
        int port = freePort();
        String[] arguments = arguments(port, folder, database.uri(), database, properties);
        return ready(ServiceJar.start(folder, arguments), port);
    }

    /** The same classes beside those of this package: it also answers at {@link ReturnOne#PATH}. */
    static MeasuredService withReturnOne(Path folder, String uri, ChildDatabase database) throws Exception {
        int port = freePort();
        String[] arguments = arguments(port, folder, uri, database);
        return ready(ServiceJar.startFromClasses(folder, CartographService.class, arguments), port);
    }

    private static String[] arguments(int port, Path folder, String uri, ChildDatabase database, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--cartograph.security.mode=open",
                "--cartograph.neo4j.uri=" + uri,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.snapshot.file=" + folder.resolve("snapshot.json")));
        arguments.addAll(List.of(properties));
        return arguments.toArray(String[]::new);
    }

    private static MeasuredService ready(ServiceJar process, int port) throws Exception {
        MeasuredService service = new MeasuredService(process, URI.create("http://127.0.0.1:" + port));
        HttpRequest ready = HttpRequest.newBuilder(service.address.resolve("/actuator/health/readiness"))
                .build();
        long deadline =
                System.nanoTime() + Duration.ofSeconds(LONGEST_START_SECONDS).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (HttpClient.newHttpClient()
                                .send(ready, BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return service;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(100);
        }
        service.close();
        throw new IllegalStateException("The service did not become ready.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    Duration processorTime() {
        return process.processorTime();
    }

    @Override
    public void close() {
        process.close();
    }
}
