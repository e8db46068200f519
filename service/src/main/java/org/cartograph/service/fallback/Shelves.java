package org.cartograph.service.fallback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.service.fallback.Snapshot.Shelf;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.Suggestion;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.cartograph.service.recommendation.RecommendationRequest;

/** Which placements a page has, as far as is known without the database. */
final class Shelves {

    /** The plugin's own, used until it has been heard once. */
    static final Map<String, List<Shelf>> STANDARD = standard();

    private Shelves() {}

    private static Map<String, List<Shelf>> standard() {
        Map<String, List<Shelf>> shelves = new LinkedHashMap<>();
        shelves.put(
                "product",
                List.of(
                        new Shelf("frequently-bought-together", "Frequently bought together", 4),
                        new Shelf("also-bought", "Customers also bought", 8)));
        shelves.put("cart", List.of(new Shelf("complete-the-basket", "Complete your basket", 4)));
        shelves.put("post-purchase", List.of(new Shelf("bought-next", "Others bought next", 6)));
        shelves.put("home", List.of(new Shelf("for-you", "For you", 12)));
        return shelves;
    }

    /** The placements as the plugin showed them; one that came empty keeps the size it is known to have. */
    static List<Shelf> asShown(String context, List<Placement> shown) {
        List<Shelf> shelves = new ArrayList<>();
        for (Placement placement : shown) {
            int size = placement.items().isEmpty()
                    ? standardSize(context, placement.name())
                    : placement.items().size();
            shelves.add(new Shelf(placement.name(), placement.title(), size));
        }
        return List.copyOf(shelves);
    }

    private static int standardSize(String context, String name) {
        return STANDARD.getOrDefault(context, List.of()).stream()
                .filter(shelf -> shelf.name().equals(name))
                .mapToInt(Shelf::size)
                .findFirst()
                .orElse(4);
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
