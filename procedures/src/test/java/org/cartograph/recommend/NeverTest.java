package org.cartograph.recommend;

import static org.cartograph.recommend.RandomPages.assertNo;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** What must never be offered, in shops and for requests at random: see {@link RandomPages}. */
class NeverTest {
    @Test
    void offersASeedNever() {
        assertNone((page, product) -> page.seeds().contains(product));
    }

    @Test
    void offersWhatLiesInTheCartNever() {
        assertNone((page, product) -> page.truth().known(page.shopper()).cart().contains(product));
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
                (page, product) -> page.truth().known(page.shopper()).refused().contains(product));
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
    void offersWhatAMerchandiserHidesNever() {
        assertNo(page -> {
            for (PageCase.Box box : page.boxes()) {
                for (String id : box.ids()) {
                    ShopTruth.Product product = page.truth().products().get(id);
                    for (Map<String, Object> rule : page.truth().rulesAbout(product, "hide")) {
                        if (covers(rule, "contexts", page.context()) && covers(rule, "placements", box.name())) {
                            return box.name() + " offers " + id + " in spite of " + rule;
                        }
                    }
                }
            }
            return "";
        });
    }

    private static boolean covers(Map<String, Object> rule, String scope, String name) {
        return !rule.containsKey(scope) || ((List<?>) rule.get(scope)).contains(name);
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
}
