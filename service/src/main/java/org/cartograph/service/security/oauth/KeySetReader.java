package org.cartograph.service.security.oauth;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;

/** Reads the keys of an authorization server, and knows when it could. */
final class KeySetReader extends DefaultResourceRetriever {

    private static final int LARGEST_KEY_SET = 100_000;

    private volatile long readAt;
    private volatile boolean read;

    /** A reader that waits so long for the connection, and for each part of the answer. */
    KeySetReader(int patienceMillis) {
        super(patienceMillis, patienceMillis, LARGEST_KEY_SET);
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        Resource keys = super.retrieveResource(address);
        readAt = System.nanoTime();
        read = true;
        return keys;
    }

    /** Whether keys were read within this time. */
    boolean hasRead(Duration within) {
        return read && System.nanoTime() - readAt < within.toNanos();
    }
}
