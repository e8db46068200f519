package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.recommend.RandomPages.assertNo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is true of every page and box, in shops and for requests at random: see {@link RandomPages}. */
class EveryPageTest {
    @Test
    void leavesABoxEmptyOnlyWhenNothingIsLeftToSell() {
        assertNo(page -> {
            Set<String> shown = new HashSet<>();
            for (PageCase.Box box : page.boxes()) {
                List<String> left = page.truth().products().values().stream()
                        .filter(product -> page.couldBeShown(product) && !shown.contains(product.id()))
                        .map(ShopTruth.Product::id)
                        .toList();
                if (box.items().isEmpty() && !left.isEmpty()) {
                    return box.name() + " is empty, though there are " + left;
                }
                shown.addAll(box.ids());
            }
            return "";
        });
    }

    @Test
    void showsAProductTwiceOnAPageNever() {
        assertNo(page -> new HashSet<>(page.ids()).size() == page.ids().size() ? "" : page.ids() + " has one twice");
    }

    @Test
    void showsMoreThanWasAskedForNever() {
        assertNo(page -> page.request().get("limit") instanceof Integer limit
                        && page.boxes().stream().anyMatch(box -> box.items().size() > limit)
                ? "more than " + limit
                : "");
    }

    @Test
    void listsEveryUnknownSeedAsMissing() {
        assertNo(page -> {
            Set<String> unknown = new HashSet<>(page.seeds());
            unknown.removeAll(page.truth().products().keySet());
            List<?> missing = (List<?>) page.answer().get("missing");
            return missing.size() == unknown.size() && unknown.containsAll(missing) ? "" : "missing are " + missing;
        });
    }

    @Test
    void givesEveryItemItsRankAndAReasonThatNamesNobody() {
        assertNo(page -> {
            for (PageCase.Box box : page.boxes()) {
                for (int at = 0; at < box.items().size(); at++) {
                    Map<String, Object> item = box.items().get(at);
                    List<?> reasons = (List<?>) item.get("reasons");
                    if (!Long.valueOf(at + 1L).equals(item.get("rank")) || reasons.isEmpty()) {
                        return item + " at " + at + " of " + box.name();
                    }
                }
            }
            String all = page.answer().toString();
            return all.contains("№") ? "a customer is named in " + all : "";
        });
    }

    @Test
    void answersTheSameToTheSameSeed() {
        assertSame(RandomPages.repeated());
    }

    @Test
    void usesNothingPersonalWithoutConsent() {
        assertSame(RandomPages.withoutConsent());
    }

    @Test
    void showsThreeCategoriesInABoxOfFourWhereThereAreThree() {
        assertThat(RandomPages.varied()).isNotEmpty();
        assertThat(RandomPages.varied())
                .filteredOn(box -> box.shown().size() < 3)
                .isEmpty();
    }

    @Test
    void callsNothingAnUpgradeThatIsNotDearerThanASeed() {
        assertNo(page -> {
            double cheapest = page.seeds().stream()
                    .map(page.truth().products()::get)
                    .filter(seed -> seed != null && seed.price() != null)
                    .mapToDouble(ShopTruth.Product::price)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            for (PageCase.Box box : page.boxes()) {
                for (Map<String, Object> item : box.items()) {
                    Double price = page.truth()
                            .products()
                            .get((String) item.get("productId"))
                            .price();
                    if (item.get("source").equals("UPGRADE") && !(price != null && price > cheapest)) {
                        return item + " is no upgrade";
                    }
                }
            }
            return "";
        });
    }

    @Test
    void givesNoBrandMoreThanHalfOfABox() {
        assertNo(page -> {
            Object filter = page.request().getOrDefault("filter", Map.of());
            boolean free = page.truth().rules().isEmpty() && !((Map<?, ?>) filter).containsKey("brands");
            for (PageCase.Box box : page.boxes()) {
                if (free
                        && page.request().get("limit") instanceof Integer limit
                        && !box.name().equals("upgrade")) {
                    Map<String, Long> brands = box.items().stream()
                            .filter(item -> Boolean.FALSE.equals(item.get("fallback")))
                            .flatMap(item ->
                                    page.truth().products().get((String) item.get("productId")).attributes().stream())
                            .filter(attribute -> attribute.startsWith("brand="))
                            .collect(Collectors.groupingBy(brand -> brand, Collectors.counting()));
                    if (brands.values().stream().anyMatch(count -> count > Math.max(1, limit / 2))) {
                        return box.name() + " of " + limit + " has " + brands;
                    }
                }
            }
            return "";
        });
    }

    private static void assertSame(List<RandomPages.Twice> pairs) {
        List<String> found = pairs.stream()
                .filter(pair -> !shown(pair.answer()).equals(shown(pair.other())))
                .map(pair -> pair.page() + ": " + shown(pair.answer()) + " and " + shown(pair.other()))
                .toList();
        assertThat(pairs).isNotEmpty();
        assertThat(found).as("of %d pairs", pairs.size()).isEmpty();
    }

    /** What a shopper sees; scores to a thousandth, because time passes between two questions. */
    private static List<String> shown(Map<String, Object> answer) {
        return PageCase.boxes(answer).stream()
                .flatMap(box -> box.items().stream()
                        .map(item -> box.name() + " " + item.get("productId") + " " + item.get("source") + " "
                                + Math.round(1000 * (Double) item.get("score")) / 1000.0))
                .toList();
    }
}
