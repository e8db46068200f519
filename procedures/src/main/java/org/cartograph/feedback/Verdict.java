package org.cartograph.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What became of an event.
 *
 * @param status {@code accepted}; {@code duplicate} when nothing of it was new; {@code rejected}
 * @param reason why it was rejected, in one sentence; null otherwise
 */
public record Verdict(String status, @Nullable String reason) {
    static final Verdict ACCEPTED = new Verdict("accepted", null);
    static final Verdict DUPLICATE = new Verdict("duplicate", null);

    static Verdict rejected(String reason) {
        return new Verdict("rejected", reason);
    }

    static Verdict ofNews(boolean news) {
        return news ? ACCEPTED : DUPLICATE;
    }
}
