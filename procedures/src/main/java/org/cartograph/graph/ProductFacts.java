package org.cartograph.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;

/**
 * What a product says of itself at this moment, read live.
 *
 * @param id the shop's own key
 * @param name empty when the shop gave none
 * @param price in the shop's currency, null when unknown
 * @param url where a storefront shows it, or null
 * @param image its picture, or null
 * @param stock pieces left, null when the shop does not say (then it counts as in stock)
 * @param active whether the shop sells it at all; true when the shop does not say
 * @param inSeason whether the moment lies within {@code availableFrom} and {@code availableUntil}, where given
 * @param margin money earned with a piece, null when unknown
 * @param releasedAt when it came into the assortment, null when unknown
 */
public record ProductFacts(
        String id,
        String name,
        @Nullable Double price,
        @Nullable String url,
        @Nullable String image,
        @Nullable Double stock,
        boolean active,
        boolean inSeason,
        @Nullable Double margin,
        @Nullable Instant releasedAt) {

    /** A product that was deleted since somebody remembered it: nothing is known but that it cannot be sold. */
    public static final ProductFacts GONE = new ProductFacts("", "", null, null, null, null, false, false, null, null);

    /** The product property with the time of the last change that whoever made it gave notice of. */
    public static final String CHANGED_AT = "changedAt";

    private static final String[] ID_AND_MARK = {"id", CHANGED_AT};

    private static final String[] KEYS = {
        "id",
        "name",
        "price",
        "url",
        "image",
        "stock",
        "active",
        "availableFrom",
        "availableUntil",
        "margin",
        "releasedAt",
        CHANGED_AT
    };

    /** Reads a product as it stands at {@code now}. */
    public static ProductFacts of(Node product, Instant now) {
        return of(read(product), now);
    }

    /** The properties that the facts are made of, and {@link #CHANGED_AT}: reading one of them costs nearly as much as all. */
    public static Map<String, Object> read(Node product) {
        return product.getProperties(KEYS);
    }

    /** The id and {@link #CHANGED_AT}: whether it is still the same product, and as it was. */
    public static Map<String, Object> readIdAndMark(Node product) {
        return product.getProperties(ID_AND_MARK);
    }

    /** The facts that these properties tell at {@code now}. */
    public static ProductFacts of(Map<String, Object> properties, Instant now) {
        return new ProductFacts(
                String.valueOf(properties.get("id")),
                properties.get("name") instanceof String name ? name : "",
                properties.get("price") instanceof Number price ? price.doubleValue() : null,
                properties.get("url") instanceof String url ? url : null,
                properties.get("image") instanceof String image ? image : null,
                properties.get("stock") instanceof Number stock ? stock.doubleValue() : null,
                !Boolean.FALSE.equals(properties.get("active")),
                inSeason(properties.get("availableFrom"), properties.get("availableUntil"), now),
                properties.get("margin") instanceof Number margin ? margin.doubleValue() : null,
                Instants.of(properties.get("releasedAt")));
    }

    /** Whether it is no product of the shop any more. */
    public boolean gone() {
        return equals(GONE);
    }

    /** Whether a shopper can buy it now. */
    public boolean sellable() {
        return active && inSeason && inStock();
    }

    /** Whether pieces are left, or the shop does not count them. */
    public boolean inStock() {
        return stock == null || stock > 0;
    }

    /** The name, or the id of a product without one. */
    public String title() {
        return name.isEmpty() ? id : name;
    }

    private static boolean inSeason(@Nullable Object from, @Nullable Object until, Instant now) {
        Instant first = Instants.of(from);
        Instant last = Instants.of(until);
        // A last day counts to its end.
        boolean over = last != null
                && !now.isBefore(until instanceof LocalDate ? last.plusSeconds(24 * 60 * 60) : last.plusNanos(1));
        return !over && (first == null || !now.isBefore(first));
    }
}
