package org.cartograph.service.security.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.cartograph.service.security.SecuritySettings;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Sees to it that a service which asks nobody for a key is reached by nobody but its own machine. */
final class OpenToAll {

    private static final Logger LOG = LoggerFactory.getLogger(OpenToAll.class);

    private OpenToAll() {}

    /**
     * Says that the service is open.
     *
     * @throws CannotStart when other machines would reach it, and nobody has said that they may
     */
    static void check(SecuritySettings settings, Environment environment) {
        if (!settings.openBeyondLoopback()) {
            checkAddress("server", environment);
            if (environment.containsProperty("management.server.port")) {
                checkAddress("management.server", environment);
            }
        }
        if (!environment.getProperty("cartograph.demo", Boolean.class, false)) {
            LOG.warn("Nobody is asked for a key: `cartograph.security.mode` is open");
        }
    }

    private static void checkAddress(String server, Environment environment) {
        String address = environment.getProperty(server + ".address");
        if (!isLoopback(address)) {
            throw new CannotStart(
                    "`cartograph.security.mode` must not be open where other machines reach the service, but `"
                            + server + ".address` was " + (address == null ? "not set" : address)
                            + ": set it to 127.0.0.1, take the mode keys, or allow it with "
                            + "`cartograph.security.open-beyond-loopback=true`.");
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isBlank()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
