package org.cartograph.service.token;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.token.RecommendationToken.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Signs tokens and reads them.
 *
 * <p>{@code base64url(version, 1 byte | name of the key, 4 | content | signature, 16)}; the signature is over all before
 * it. A token is at most {@link #LONGEST} characters long: of an answer that does not fit, the items of the lowest ranks
 * are left out, whatever box they are in, since it is the first places that people click.
 */
@Component
public final class Tokens {

    /** Most characters of a token. */
    public static final int LONGEST = 2_048;

    private static final byte VERSION = 1;
    private static final int CONTENT = 1 + SigningKey.NAME;
    private static final int MOST_CONTENT = LONGEST / 4 * 3 - CONTENT - SigningKey.SIGNATURE;
    private static final int MOST_REMEMBERED = 1_000;
    private static final int SHOWN_OF_A_BAD_ONE = 20;

    private final TokenKeys keys;
    private final Duration life;
    private final Clock clock;

    /** Many events bring the same token: an impression, a click and a sale of one answer. */
    private final Map<String, RecommendationToken> recentlyRead = new ConcurrentHashMap<>();

    @Autowired
    Tokens(TokenSettings settings) {
        this(settings, Clock.systemUTC());
    }

    Tokens(TokenSettings settings, Clock clock) {
        this.keys = TokenKeys.of(settings);
        this.life = settings.life();
        this.clock = clock;
    }

    /** The token as a text for a URL, a form or JSON. */
    public String sign(RecommendationToken token) {
        byte[] content = fitting(token);
        byte[] signed = new byte[CONTENT + content.length + SigningKey.SIGNATURE];
        signed[0] = VERSION;
        System.arraycopy(keys.newest().name(), 0, signed, 1, SigningKey.NAME);
        System.arraycopy(content, 0, signed, CONTENT, content.length);
        int end = CONTENT + content.length;
        System.arraycopy(keys.newest().sign(signed, end), 0, signed, end, SigningKey.SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private static byte[] fitting(RecommendationToken token) {
        byte[] content = Squeeze.squeezed(TokenContent.write(token));
        RecommendationToken smaller = token;
        while (content.length > MOST_CONTENT) {
            int shown = smaller.items().size();
            if (shown == 0) {
                smaller = smaller.withoutVariants();
            } else {
                int room = (int) ((long) shown * MOST_CONTENT / content.length);
                smaller = smaller.only(best(smaller.items(), Math.min(room, shown - 1)));
            }
            content = Squeeze.squeezed(TokenContent.write(smaller));
        }
        return content;
    }

    private static List<Item> best(List<Item> items, int size) {
        return IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> items.get(place).rank()))
                .limit(size)
                .sorted()
                .map(items::get)
                .toList();
    }

    /**
     * What a token says.
     *
     * @param skew how far ahead the clock of another service may be
     * @throws InvalidRequest for one that this shop has not signed, or too long ago
     */
    public RecommendationToken read(String token, Duration skew) {
        RecommendationToken known = recentlyRead.get(token);
        if (known == null) {
            known = genuine(token);
            if (recentlyRead.size() >= MOST_REMEMBERED) {
                recentlyRead.clear();
            }
            recentlyRead.put(token, known);
        }
        return timely(known, skew);
    }

    private RecommendationToken genuine(String token) {
        byte[] signed = decoded(token);
        if (signed == null) {
            throw new InvalidRequest(
                    "`recommendationId` must be that of an answer, but was \"%s\".".formatted(shortened(token)));
        }
        SigningKey key = keys.named(signed, 1)
                .orElseThrow(() -> new InvalidRequest(
                        "`recommendationId` must be signed with this shop's key, but was signed with another one: all "
                                + "services need the same `cartograph.token.key`, also after a restart."));
        int end = signed.length - SigningKey.SIGNATURE;
        byte[] signature = Arrays.copyOfRange(signed, end, signed.length);
        if (!MessageDigest.isEqual(key.sign(signed, end), signature)) {
            throw new InvalidRequest("`recommendationId` must be as the answer had it, but was altered.");
        }
        return content(Arrays.copyOfRange(signed, CONTENT, end));
    }

    private static String shortened(String token) {
        return token.length() <= SHOWN_OF_A_BAD_ONE ? token : token.substring(0, SHOWN_OF_A_BAD_ONE) + "…";
    }

    private static byte @Nullable [] decoded(String token) {
        if (token.length() > LONGEST) {
            return null;
        }
        try {
            byte[] signed = Base64.getUrlDecoder().decode(token);
            // The last character may hold bits that say nothing: another one there would be another token, and as good.
            boolean exact = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(signed)
                    .equals(token);
            return exact && signed.length > CONTENT + SigningKey.SIGNATURE && signed[0] == VERSION ? signed : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static RecommendationToken content(byte[] squeezed) {
        try {
            return TokenContent.read(Squeeze.restored(squeezed));
        } catch (DataFormatException impossible) {
            throw new IllegalStateException("A token that this shop has signed cannot be read", impossible);
        }
    }

    private RecommendationToken timely(RecommendationToken token, Duration skew) {
        Instant now = clock.instant();
        if (token.at().isBefore(now.minus(life))) {
            throw new InvalidRequest(
                    "`recommendationId` must be at most %s old, but was of %s.".formatted(inWords(life), token.at()));
        }
        if (token.at().isAfter(now.plus(skew))) {
            throw new InvalidRequest(
                    "`recommendationId` must not be of the future, but was of %s.".formatted(token.at()));
        }
        return token;
    }

    private static String inWords(Duration life) {
        return life.toDays() >= 2 ? life.toDays() + " days" : life.toHours() + " hours";
    }
}
