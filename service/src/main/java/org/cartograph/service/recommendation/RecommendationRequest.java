package org.cartograph.service.recommendation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for. Only {@code context} must be given.
 *
 * @param context    the page: product, cart, post-purchase, home, abandoned-cart, email, or one of the shop's own
 * @param placements names of the boxes to fill; the context's own when empty
 * @param customerId who is asking, when known
 * @param visitorId  the browser, when the customer is not known
 * @param sessionId  the visit
 * @param products   the product shown, or the cart, at most 200
 * @param limit      items per placement, 1 to 100; the placement's own size when null
 * @param filter     what may be offered
 * @param explain    true gives every item all its reasons, up to three; else it has its strongest
 * @param explore    false gives no place to what is not known well; an answer for a cache must not
 * @param budgetMs   milliseconds the page is willing to wait, 5 to 10,000; the service's own when null
 * @param seed       makes exploration repeatable
 * @param variant    the experiment's variant this visitor is in
 * @param locale     language of titles and reasons
 */
public record RecommendationRequest(
        String context,
        List<String> placements,
        @Nullable String customerId,
        @Nullable String visitorId,
        @Nullable String sessionId,
        List<SeedProduct> products,
        @Nullable Integer limit,
        Filter filter,
        @Nullable Boolean explain,
        @Nullable Boolean explore,
        @Nullable Integer budgetMs,
        @Nullable Long seed,
        @Nullable String variant,
        @Nullable String locale) {

    private static final int MOST_PRODUCTS = 200;

    public RecommendationRequest(
            @Nullable String context,
            @Nullable List<String> placements,
            @Nullable String customerId,
            @Nullable String visitorId,
            @Nullable String sessionId,
            @Nullable List<SeedProduct> products,
            @Nullable Integer limit,
            @Nullable Filter filter,
            @Nullable Boolean explain,
            @Nullable Boolean explore,
            @Nullable Integer budgetMs,
            @Nullable Long seed,
            @Nullable String variant,
            @Nullable String locale) {
        this.context = Check.required("context", context);
        this.placements = Check.each("placements", placements);
        this.customerId = Check.optional("customerId", customerId);
        this.visitorId = Check.optional("visitorId", visitorId);
        this.sessionId = Check.optional("sessionId", sessionId);
        this.products = List.copyOf(Check.list("products", MOST_PRODUCTS, products));
        this.limit = Check.between("limit", 1, 100, limit);
        this.filter = filter == null ? Filter.NONE : filter;
        this.explain = explain;
        this.explore = explore;
        this.budgetMs = Check.between("budgetMs", 5, 10_000, budgetMs);
        this.seed = seed;
        this.variant = Check.optional("variant", variant);
        this.locale = Check.optional("locale", locale);
    }

    /** A page about nothing and nobody in particular, without exploring. */
    public static RecommendationRequest of(String context) {
        return new RecommendationRequest(
                context, null, null, null, null, null, null, null, null, false, null, null, null, null);
    }

    /** How long the page is willing to wait. */
    Duration budget(Duration standard) {
        return budgetMs == null ? standard : Duration.ofMillis(budgetMs);
    }

    /** Whether the answer is for one person alone. */
    boolean isPersonal() {
        return customerId != null || visitorId != null || sessionId != null;
    }

    /** Products that must not be offered: those the page already shows, and those it excludes. */
    public Set<String> notToOffer() {
        Set<String> ids =
                products.stream().map(SeedProduct::productId).collect(Collectors.toCollection(LinkedHashSet::new));
        ids.addAll(filter.exclude());
        return ids;
    }

    /** The second argument of {@code cartograph.answer}: only what was given. */
    Map<String, Object> asParameter() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        put(parameter, "placements", placements.isEmpty() ? null : placements);
        put(parameter, "customerId", customerId);
        put(parameter, "visitorId", visitorId);
        put(parameter, "sessionId", sessionId);
        put(
                parameter,
                "products",
                products.isEmpty()
                        ? null
                        : products.stream().map(SeedProduct::asParameter).toList());
        put(parameter, "limit", limit);
        put(parameter, "filter", filter.equals(Filter.NONE) ? null : filter.asParameter());
        put(parameter, "explain", explain);
        put(parameter, "explore", explore);
        put(parameter, "seed", seed);
        put(parameter, "variant", variant);
        put(parameter, "locale", locale);
        return parameter;
    }

    private static void put(Map<String, Object> parameter, String key, @Nullable Object value) {
        if (value != null) {
            parameter.put(key, value);
        }
    }
}
