package org.cartograph.service.security.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from. Who has one IPv6 address has a network of 2^64, so that is what counts. */
final class CallerAddress {

    private static final int NETWORK_BYTES = 8;

    private CallerAddress() {}

    static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address.indexOf(':') < 0 ? address : network(address);
    }

    private static String network(String address) {
        try {
            // A literal: no name is ever looked up.
            return InetAddress.getByName(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
