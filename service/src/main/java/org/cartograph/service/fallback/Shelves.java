package org.cartograph.service.fallback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.service.fallback.Snapshot.Shelf;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.Suggestion;
import org.cartograph.service.recommendation.RecommendationRequest;

/** Which placements a page has, as far as is known without the database. */
final class Shelves {

    /** The plugin's own, used until it has been heard once; from then on the snapshot has the shop's. */
    static final Map<String, List<Shelf>> STANDARD = standard();

    private Shelves() {}

    private static Map<String, List<Shelf>> standard() {
        Map<String, List<Shelf>> shelves = new LinkedHashMap<>();
        shelves.put(
                "product",
                List.of(
                        new Shelf("frequently-bought-together", "Frequently bought together", 4),
                        new Shelf("also-bought", "Customers also bought", 8),
                        new Shelf("similar", "Similar products", 8),
                        new Shelf("also-viewed", "Customers also looked at", 8)));
        shelves.put(
                "cart",
                List.of(
                        new Shelf("complete-the-basket", "Complete your basket", 4),
                        new Shelf("upgrade", "A step up", 2),
                        new Shelf("dont-forget", "Don't forget", 4)));
        shelves.put(
                "post-purchase",
                List.of(
                        new Shelf("bought-next", "Others bought next", 6),
                        new Shelf("complete-the-set", "Complete the set", 4)));
        shelves.put(
                "home",
                List.of(
                        new Shelf("for-you", "For you", 12),
                        new Shelf("trending-in-your-interests", "Trending in what you like", 8),
                        new Shelf("buy-it-again", "Buy it again", 8),
                        new Shelf("new-for-you", "New for you", 6)));
        shelves.put("abandoned-cart", List.of(new Shelf("still-in-your-cart", "Goes with what is in your cart", 4)));
        shelves.put(
                "email",
                List.of(
                        new Shelf("because-you-bought", "Goes with what you bought", 6),
                        new Shelf("recommended-for-you", "Recommended for you", 6),
                        new Shelf("new-in-your-categories", "New in your categories", 4)));
        return shelves;
    }

    /**
     * A box of a page, as the plugin lists it.
     *
     * @param context the page
     */
    record Listed(String context, Shelf shelf) {}

    /** The placements by page, in the order in which they are listed. */
    static Map<String, List<Shelf>> byContext(List<Listed> listed) {
        Map<String, List<Shelf>> shelves = new LinkedHashMap<>();
        listed.forEach(box -> shelves.computeIfAbsent(box.context(), context -> new ArrayList<>())
                .add(box.shelf()));
        return shelves;
    }

    /**
     * The placements that a request asks for, those of its context when it names none.
     *
     * @throws InvalidRequest for a context or placement that is not known
     */
    static List<Shelf> wanted(RecommendationRequest request, Map<String, List<Shelf>> known) {
        List<Shelf> ofContext = known.get(request.context());
        if (ofContext == null) {
            throw unknown("context", request.context(), known.keySet());
        }
        if (request.placements().isEmpty()) {
            return ofContext;
        }
        return request.placements().stream()
                .distinct()
                .map(name -> named(name, ofContext))
                .toList();
    }

    private static Shelf named(String name, List<Shelf> ofContext) {
        return ofContext.stream()
                .filter(shelf -> shelf.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "placements", name, ofContext.stream().map(Shelf::name).toList()));
    }

    private static InvalidRequest unknown(String field, String came, Collection<String> allowed) {
        return new InvalidRequest("`%s` must be one of %s, but was \"%s\".%s"
                .formatted(field, String.join(", ", allowed), came, Suggestion.didYouMean(came, allowed)));
    }
}
