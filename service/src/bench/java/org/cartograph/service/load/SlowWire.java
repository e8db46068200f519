package org.cartograph.service.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A way to the database on which everything can be made to take longer. */
final class SlowWire implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final ServerSocket listening;
    private final int target;
    private volatile long delayMillis;

    /** A way to the server at this address of this machine. */
    SlowWire(URI server) throws IOException {
        this.target = server.getPort();
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    URI uri() {
        return URI.create("bolt://127.0.0.1:" + listening.getLocalPort());
    }

    /** From now on whatever is sent, there or back, comes so much later. */
    void delay(long millis) {
        delayMillis = millis;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connect(client);
            } catch (IOException closed) {
                // Either this is closed, or the server is away and the client finds out.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> pass(client, server));
            start(() -> pass(server, client));
        } catch (IOException away) {
            client.close();
            throw away;
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                Thread.sleep(delayMillis);
                out.write(chunk, 0, length);
            }
        } catch (IOException | InterruptedException closed) {
            // One end is gone, and so goes the other.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
