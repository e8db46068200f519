package org.cartograph.service.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.function.Supplier;
import org.cartograph.service.security.Rate;

/**
 * Token buckets by name (Turner 1986): each holds a burst and is filled at a steady rate. Those that were left alone for ten
 * minutes are full by then and are forgotten, and of too many those that are used least.
 */
final class Buckets {

    private static final int MOST = 50_000;
    private static final long ENDLESS = 1_000_000_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();

    /**
     * Takes one token.
     *
     * @return time until there is one; zero when it was taken
     */
    Duration take(String name, Supplier<Rate> rate) {
        Bucket bucket = buckets.get(name, unknown -> bucket(rate.get()));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(Rate rate) {
        return rate.isLimited() ? bucket(rate.capacity(), rate.perSecond()) : bucket(ENDLESS, ENDLESS);
    }

    private static Bucket bucket(long capacity, long perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
