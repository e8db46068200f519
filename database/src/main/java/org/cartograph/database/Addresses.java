package org.cartograph.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Where the server listens.
 *
 * @param bind the address of this machine to listen on
 * @param bolt the Bolt port, 1 to 65535
 * @param http the HTTP port, 1 to 65535, another one
 */
record Addresses(InetAddress bind, int bolt, int http) {

    /**
     * Looks for the ports before the server is started, because a server that finds one taken says so only after
     * seconds. A port of 0 becomes a free one here and not in the server, which would go on to advertise the default.
     *
     * @throws Refusal when an address is not of this machine or a port is taken or not allowed
     */
    static Addresses find(String bind, int bolt, int http) {
        InetAddress address;
        try {
            address = InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw notOfThisMachine(bind, e);
        }
        // Both are held at once, so that two free ports are two.
        try (ServerSocket boltSocket = open("--bolt-port", address, bolt);
                ServerSocket httpSocket = open("--http-port", address, http)) {
            return new Addresses(address, boltSocket.getLocalPort(), httpSocket.getLocalPort());
        } catch (IOException e) {
            throw new Refusal("The ports could not be tried: " + e.getMessage() + ".", e);
        }
    }

    String boltUri() {
        return "bolt://" + host() + ":" + bolt;
    }

    String httpUri() {
        return "http://" + host() + ":" + http;
    }

    boolean loopback() {
        return bind.isLoopbackAddress();
    }

    /** What a program on this machine connects to: loopback where the server listens on every address. */
    private String host() {
        if (bind.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String host = bind.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static ServerSocket open(String option, InetAddress address, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (BindException e) {
            socket.close();
            throw explain(option, address, port, e);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Refusal explain(String option, InetAddress address, int port, BindException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("assign")) {
            return notOfThisMachine(address.getHostAddress(), e);
        }
        if (reason.contains("denied")) {
            return new Refusal(
                    "`" + option + "` must be a port that this user may open, but opening " + port
                            + " was denied; choose one above 1023, or 0 for any free one.",
                    e);
        }
        return taken(option, port, e);
    }

    static Refusal taken(String option, int port, Throwable cause) {
        return new Refusal(
                "`" + option + "` must be a free port, but " + port
                        + " is in use by another program; stop that program or choose another port, 0 for any free one.",
                cause);
    }

    private static Refusal notOfThisMachine(String bind, Throwable cause) {
        return new Refusal(
                "`--bind` must be an address of this machine, but was " + bind
                        + "; use 127.0.0.1 for this machine only, 0.0.0.0 for every network it is in.",
                cause);
    }
}
