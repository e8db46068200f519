package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.cartograph.fixture.RandomShop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What must never happen, in shops and for requests at random. A failure names the shop by its seed, the page and the
 * request; {@code -Dcartograph.shop=SEED} opens that shop alone.
 */
class NeverTest {
    private static final int SHOPS = 200;
    private static final int REQUESTS = 5;

    private static final List<PageCase> PAGES = new ArrayList<>();
    /** Where the answer to a page was asked for again, in another way. */
    private static final List<Twice> REPEATED = new ArrayList<>();

    private static final List<VariedBox> VARIED = new ArrayList<>();

    private static final List<Twice> WITHOUT_CONSENT = new ArrayList<>();

    private record Twice(PageCase page, Map<String, Object> answer, Map<String, Object> other) {}

    @BeforeAll
    static void askForMany() {
        Long only = Long.getLong("cartograph.shop");
        for (long seed = only == null ? 1 : only; seed <= (only == null ? SHOPS : only); seed++) {
            RandomShop shop = RandomShop.open(seed);
            ShopTruth truth = ShopTruth.read();
            RandomRequests requests = new RandomRequests(shop, RandomRequests.contexts());
            for (int request = 0; request < REQUESTS; request++) {
                ask(shop, truth, requests);
            }
        }
    }

    private static void ask(RandomShop shop, ShopTruth truth, RandomRequests requests) {
        String context = requests.context();
        Map<String, Object> request = requests.request(context);
        PageCase page = new PageCase(shop.seed(), truth, context, request, PageCase.ask(context, request));
        PAGES.add(page);
        // The first answer may have found what is kept in memory too old, so the next two are compared.
        Map<String, Object> answer = PageCase.ask(context, request);
        REPEATED.add(new Twice(page, answer, PageCase.ask(context, request)));
        ShopTruth.Customer customer = truth.customers().get(page.customer());
        if (customer != null && !customer.consents()) {
            WITHOUT_CONSENT.add(new Twice(page, answer, PageCase.ask(context, page.with("customerId", null))));
            WITHOUT_CONSENT.add(new Twice(page, answer, PageCase.ask(context, page.with("customerId", "nobody"))));
        }
        if (shop.hasOneCategoryEach()) {
            VARIED.addAll(VariedBox.of(page));
        }
    }

    @Test
    void offersASeedNever() {
        assertNone((page, product) -> page.seeds().contains(product));
    }

    @Test
    void offersWhatLiesInTheCartNever() {
        assertNone((page, product) -> page.truth().known(page.customer()).cart().contains(product));
    }

    @Test
    void offersWhatCannotBeSoldNever() {
        assertNone((page, product) -> !page.truth().products().containsKey(product)
                || !page.truth().products().get(product).sellable());
    }

    @Test
    void offersWhatWasBoughtWithinThirtyDaysOnlyWhenItIsDue() {
        assertNone((page, product) -> page.truth().justBought(page.customer(), product)
                && !page.truth().mayBeDue(page.customer(), product));
    }

    @Test
    void offersWhatWasDismissedOrIsOwnedNever() {
        assertNone(
                (page, product) -> page.truth().known(page.customer()).refused().contains(product));
    }

    @Test
    void offersWhatTheCallerExcludesNever() {
        assertNone((page, product) -> page.excluded().contains(product));
    }

    @Test
    void offersWhatAFilterLeavesOutNever() {
        assertNone((page, product) -> !page.passes(page.truth().products().get(product)));
    }

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
        assertSame(REPEATED);
    }

    @Test
    void usesNothingPersonalWithoutConsent() {
        assertSame(WITHOUT_CONSENT);
    }

    @Test
    void showsThreeCategoriesInABoxOfFourWhereThereAreThree() {
        assertThat(VARIED).isNotEmpty();
        assertThat(VARIED).filteredOn(box -> box.shown().size() < 3).isEmpty();
    }

    private static void assertNone(BiPredicate<PageCase, String> wrong) {
        assertNo(page -> {
            for (PageCase.Box box : page.boxes()) {
                for (String product : box.ids()) {
                    if (wrong.test(page, product)) {
                        return box.name() + " offers " + product;
                    }
                }
            }
            return "";
        });
    }

    /** Says of each page what is wrong with it; nothing must be. */
    private static void assertNo(Function<PageCase, String> wrong) {
        List<String> found = new ArrayList<>();
        for (PageCase page : PAGES) {
            String what = wrong.apply(page);
            if (!what.isEmpty()) {
                found.add(page + ": " + what);
            }
        }
        assertThat(PAGES).isNotEmpty();
        assertThat(found).as("of %d pages", PAGES.size()).isEmpty();
    }

    private static void assertSame(List<Twice> pairs) {
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
