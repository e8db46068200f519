import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Serves the guide to Neo4j Browser until it is stopped: {@code java cypher/guide/Serve.java [port]}, standard 8001.
 *
 * <p>Browser asks with headers of its own (no-cache), so its page may only read the answer when a request beforehand
 * (OPTIONS) allowed them; that is all that an ordinary file server lacks.
 */
public final class Serve {
    private static final Path GUIDE = Path.of("cartograph.html");

    private Serve() {}

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 8001 : Integer.parseInt(arguments[0]);
        Path folder = Files.exists(GUIDE) ? Path.of("") : Path.of("cypher", "guide");
        if (!Files.exists(folder.resolve(GUIDE))) {
            System.err.println("Start it in the folder of the project, or in cypher/guide, where cartograph.html is.");
            System.exit(1);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/" + GUIDE, exchange -> answer(exchange, folder.resolve(GUIDE)));
        server.start();
        System.out.println("In Neo4j Browser: :guide http://localhost:" + server.getAddress().getPort() + "/" + GUIDE);
    }

    private static void answer(HttpExchange exchange, Path guide) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Allow-Methods", "GET, OPTIONS");
            headers.set("Access-Control-Allow-Headers", "*");
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            byte[] page = Files.readAllBytes(guide);
            headers.set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }
}
