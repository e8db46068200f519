package org.cartograph.service.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.cartograph.service.RunningService;

/** A connection on which anything can be sent, as no honest client would. */
final class RawCall implements AutoCloseable {

    private final Socket socket;

    RawCall(RunningService service) throws IOException {
        this(service, "127.0.0.1");
    }

    /** From one of this machine's own addresses, all of which begin with 127. */
    RawCall(RunningService service, String from) throws IOException {
        int port = service.request("/").build().uri().getPort();
        socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(10_000);
    }

    RawCall send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a byte every 50 ms until the server has enough of it. */
    void trickle(int most) throws InterruptedException {
        try {
            for (int sent = 0; sent < most && socket.getInputStream().available() == 0; sent++) {
                send("x");
                Thread.sleep(50);
            }
        } catch (IOException closed) {
            // It has.
        }
    }

    /** All that comes until the server closes the connection, or is silent for a while. */
    String all(int silentMillis) throws IOException {
        socket.setSoTimeout(silentMillis);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.write(next);
            }
        } catch (SocketTimeoutException silent) {
            all.write("(silent)".getBytes(StandardCharsets.ISO_8859_1));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
