package org.cartograph.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the person in front of the page, besides what they bought.
 *
 * @param lately what they looked at or put into the cart within the last hour, newest first
 * @param unwanted products they dismissed or have already
 * @param seen how often they were offered a product
 * @param preferred categories that they say to like, by internal number
 * @param preferredBrands brands that they say to like
 * @param openCart products they put into the cart within the last 30 days and neither took out nor bought, newest first
 */
public record Shopper(
        List<Glance> lately,
        Set<Long> unwanted,
        Map<Long, Seen> seen,
        List<Long> preferred,
        Set<String> preferredBrands,
        List<Long> openCart) {

    /** Somebody of whom nothing is known, or who does not want it to be used. */
    public static final Shopper STRANGER = new Shopper(List.of(), Set.of(), Map.of(), List.of(), Set.of(), List.of());

    /**
     * A sign of interest.
     *
     * @param inCart whether it was put into the cart, rather than looked at
     */
    public record Glance(long product, Instant at, boolean inCart) {}

    /**
     * How often a product was offered to somebody.
     *
     * @param lastAt the last time
     * @param clicked whether they ever clicked it
     */
    public record Seen(long times, Instant lastAt, boolean clicked) {}
}
