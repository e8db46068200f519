package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.placement.Contexts;
import org.cartograph.placement.Placement;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for.
 *
 * @param customerId whose history may be used, or null
 * @param seeds ids of the products on the page or in the cart, each once, at most {@value #MOST_SEEDS}
 * @param placements the boxes to fill, in the page's order
 * @param limit items in each box, or null for each box's own size
 * @param filter what may be shown only
 * @param exclude ids that must not be shown
 * @param explain whether each item gets every reason rather than the strongest
 * @param variant the experiment variant that the caller assigned, or null
 */
public record Request(
        String context,
        @Nullable String customerId,
        List<String> seeds,
        List<Placement> placements,
        @Nullable Integer limit,
        Filter filter,
        Set<String> exclude,
        boolean explain,
        @Nullable String variant) {

    static final int MOST_SEEDS = 200;
    private static final int LONGEST_ID = 64;
    private static final Set<String> KEYS = Set.of(
            "customerId",
            "visitorId",
            "sessionId",
            "products",
            "placements",
            "limit",
            "filter",
            "exclude",
            "explain",
            "seed",
            "variant",
            "locale");

    /** Reads and checks a request. */
    public static Request of(String context, @Nullable Map<String, Object> request) {
        Settings settings = Settings.of(request, KEYS);
        List<Placement> placements = Contexts.placements(context, settings.texts("placements"));
        Set<String> exclude = new LinkedHashSet<>(settings.texts("exclude"));
        exclude.addAll(Filter.excluded(settings));
        id(settings, "visitorId");
        id(settings, "sessionId");
        settings.wholeNumber("seed");
        settings.text("locale");
        return new Request(
                context,
                id(settings, "customerId"),
                seeds(settings),
                placements,
                settings.has("limit") ? settings.integer("limit", 1, 1, 100) : null,
                Filter.of(settings),
                exclude,
                settings.flag("explain", false),
                settings.text("variant"));
    }

    /** A request for one box without filters, as an evaluation asks. */
    public static Request forPlacement(
            Placement placement, List<String> seeds, @Nullable String customerId, Set<String> exclude, int limit) {
        return new Request(
                "evaluation", customerId, seeds, List.of(placement), limit, Filter.NONE, exclude, false, null);
    }

    private static List<String> seeds(Settings settings) {
        Set<String> seeds = new LinkedHashSet<>();
        for (Object product : settings.list("products")) {
            seeds.add(seed(settings, product));
        }
        if (seeds.size() > MOST_SEEDS) {
            throw settings.refusal("products", "at most " + MOST_SEEDS + " products", seeds.size() + " of them");
        }
        return new ArrayList<>(seeds);
    }

    private static String seed(Settings settings, @Nullable Object product) {
        Object id = product instanceof Map<?, ?> map ? map.get("productId") : product;
        if (id instanceof String text && !text.isEmpty() && text.length() <= LONGEST_ID) {
            return text;
        }
        throw settings.refusal(
                "products",
                "a list of ids of 1 to " + LONGEST_ID + " characters, or of maps with a `productId`",
                product);
    }

    private static @Nullable String id(Settings settings, String key) {
        String id = settings.text(key);
        if (id != null && (id.isEmpty() || id.length() > LONGEST_ID)) {
            throw settings.refusal(key, "a text of 1 to " + LONGEST_ID + " characters", id);
        }
        return id;
    }

    int sizeOf(Placement placement) {
        return limit == null ? placement.size() : limit;
    }
}
