package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for.
 *
 * @param customerId whose history may be used, or null
 * @param visitorId the browser, whose session counts where no customer is known, or null
 * @param sessionId the visit, or null
 * @param seeds ids of the products on the page or in the cart, each once, at most {@value #MOST_SEEDS}
 * @param placements the boxes to fill, in the page's order
 * @param limit items in each box, or null for each box's own size
 * @param filter what may be shown only
 * @param exclude ids that must not be shown
 * @param explain whether each item gets every reason rather than the strongest
 * @param explore whether some places may go to what is not known well
 * @param seed makes exploring repeatable, or null
 * @param variant the experiment variant that the caller assigned, or null
 * @param locale the shopper's language, or null
 */
public record Request(
        String context,
        @Nullable String customerId,
        @Nullable String visitorId,
        @Nullable String sessionId,
        List<String> seeds,
        List<Placement> placements,
        @Nullable Integer limit,
        Filter filter,
        Set<String> exclude,
        boolean explain,
        boolean explore,
        @Nullable Long seed,
        @Nullable String variant,
        @Nullable String locale) {

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
            "explore",
            "seed",
            "variant",
            "locale");

    /**
     * Reads and checks a request.
     *
     * @param pages which contexts and placements there are
     */
    public static Request of(@Nullable String context, @Nullable Map<String, Object> request, RecommendSettings pages) {
        Settings settings = Settings.of(request, KEYS);
        List<Placement> placements = pages.placements(context, settings.texts("placements"));
        Set<String> exclude = new LinkedHashSet<>(ids(settings, "exclude"));
        exclude.addAll(Filter.excluded(settings));
        return new Request(
                String.valueOf(context),
                id(settings, "customerId"),
                id(settings, "visitorId"),
                id(settings, "sessionId"),
                seeds(settings),
                placements,
                settings.has("limit") ? settings.integer("limit", 1, 1, 100) : null,
                Filter.of(settings),
                exclude,
                settings.flag("explain", false),
                settings.flag("explore", true),
                settings.wholeNumber("seed"),
                id(settings, "variant"),
                id(settings, "locale"));
    }

    /** Reads a request that names its page itself, by the key {@code context}. */
    public static Request withContext(@Nullable Map<String, Object> request, RecommendSettings pages) {
        Map<String, Object> rest = new LinkedHashMap<>(request == null ? Map.of() : request);
        Object context = rest.remove("context");
        return of(context == null ? null : String.valueOf(context), rest, pages);
    }

    /**
     * The same request by other settings: the boxes that it names itself with their recipes there, or all boxes that the
     * page has there.
     */
    public Request by(RecommendSettings other, boolean ofItsOwn) {
        List<Placement> boxes = ofItsOwn
                ? placements.stream().map(box -> other.placement(box.name())).toList()
                : other.placements(context, List.of());
        return new Request(
                context,
                customerId,
                visitorId,
                sessionId,
                seeds,
                boxes,
                limit,
                filter,
                exclude,
                explain,
                explore,
                seed,
                variant,
                locale);
    }

    /** A request for one box without filters, as an evaluation asks; exploring is repeatable in it. */
    public static Request forPlacement(
            Placement placement,
            List<String> seeds,
            @Nullable String customerId,
            Set<String> exclude,
            int limit,
            boolean explore) {
        return new Request(
                "evaluation",
                customerId,
                null,
                null,
                seeds,
                List.of(placement),
                limit,
                Filter.NONE,
                exclude,
                false,
                explore,
                (long) seeds.hashCode(),
                null,
                null);
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

    /** A list of ids. */
    static List<String> ids(Settings settings, String key) {
        List<String> ids = settings.texts(key);
        for (String id : ids) {
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                throw settings.refusal(key, "a list of ids of 1 to " + LONGEST_ID + " characters", id);
            }
        }
        return ids;
    }

    private static @Nullable String id(Settings settings, String key) {
        String id = settings.text(key);
        if (id != null && (id.isEmpty() || id.length() > LONGEST_ID)) {
            throw settings.refusal(key, "a text of 1 to " + LONGEST_ID + " characters", id);
        }
        return id;
    }

    /** Who is asking, as far as that is known: the customer before the browser. */
    @Nullable
    String shopperId() {
        return customerId == null ? visitorId : customerId;
    }

    int sizeOf(Placement placement) {
        return limit == null ? placement.size() : limit;
    }
}
