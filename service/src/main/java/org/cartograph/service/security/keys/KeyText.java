package org.cartograph.service.security.keys;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder sends it: {@code cg_}, an id of twelve digits that may be seen, {@code _} and a secret of 256 random
 * bits; {@code cgb_} begins one that a browser may have.
 */
final class KeyText {

    private static final String SERVER = "cg";
    private static final String BROWSER = "cgb";
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final Pattern SHAPE =
            Pattern.compile("(" + SERVER + "|" + BROWSER + ")_([0-9a-f]{12})_[0-9A-Za-z_-]{43,86}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final String id;
    private final boolean browser;

    private KeyText(String text, Matcher parts) {
        this.text = text;
        this.id = parts.group(2);
        this.browser = parts.group(1).equals(BROWSER);
    }

    /** Empty when it can be none of ours. */
    static Optional<KeyText> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches() ? Optional.of(new KeyText(text, parts)) : Optional.empty();
    }

    /** A new one. */
    static KeyText random(boolean browser) {
        String text = (browser ? BROWSER : SERVER)
                + "_"
                + HexFormat.of().formatHex(bytes(ID_BYTES))
                + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        return read(text).orElseThrow();
    }

    private static byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    String id() {
        return id;
    }

    boolean isForBrowsers() {
        return browser;
    }

    KeyHash hash() {
        return KeyHash.of(text);
    }

    /** The secret itself, for the one time that it is handed out. */
    String text() {
        return text;
    }

    /** Gives nothing away. */
    @Override
    public String toString() {
        return (browser ? BROWSER : SERVER) + "_" + id + "_…";
    }
}
