package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cartograph.fixture.RandomShop;

/**
 * Pages of many shops at random, asked for once and then looked at by every test. A failure names the shop by its seed,
 * the page and the request; {@code -Dcartograph.shop=SEED} opens that shop alone,
 * {@code -Dcartograph.shops=1000} more of them.
 */
final class RandomPages {
    private static final int SHOPS = Integer.getInteger("cartograph.shops", 200);
    private static final int REQUESTS = 5;

    private static final List<PageCase> PAGES = new ArrayList<>();
    private static final List<Twice> REPEATED = new ArrayList<>();
    private static final List<Twice> WITHOUT_CONSENT = new ArrayList<>();
    private static final List<VariedBox> VARIED = new ArrayList<>();

    static {
        Long only = Long.getLong("cartograph.shop");
        for (long seed = only == null ? 1 : only; seed <= (only == null ? SHOPS : only); seed++) {
            RandomShop shop = RandomShop.open(seed);
            ShopTruth truth = ShopTruth.of(shop);
            RandomRequests requests = new RandomRequests(shop, RandomRequests.contexts());
            for (int request = 0; request < REQUESTS; request++) {
                ask(shop, truth, requests);
            }
        }
    }

    private RandomPages() {}

    /** A page that was asked for again, in the same or another way. */
    record Twice(PageCase page, Map<String, Object> answer, Map<String, Object> other) {}

    private static void ask(RandomShop shop, ShopTruth truth, RandomRequests requests) {
        String context = requests.context();
        Map<String, Object> request = requests.request(context);
        PageCase page = new PageCase(shop.seed(), truth, context, request, PageCase.ask(context, request));
        PAGES.add(page);
        // The first answer may have found what is kept in memory too old, so the next two are compared.
        Map<String, Object> answer = PageCase.ask(context, request);
        REPEATED.add(new Twice(page, answer, PageCase.ask(context, request)));
        ShopTruth.Customer shopper = truth.customers().get(page.shopper());
        if (shopper != null && !shopper.consents()) {
            for (String stranger : List.of("", "nobody")) {
                Map<String, Object> unknown = page.with("customerId", stranger.isEmpty() ? null : stranger);
                unknown.remove("visitorId");
                WITHOUT_CONSENT.add(new Twice(page, answer, PageCase.ask(context, unknown)));
            }
        }
        if (shop.hasOneCategoryEach() && shop.rules().isEmpty()) {
            VARIED.addAll(VariedBox.of(page));
        }
    }

    /** Pages with their answer and the answer to the same request. */
    static List<Twice> repeated() {
        return REPEATED;
    }

    /** Pages of customers who refused, with the answer to a stranger. */
    static List<Twice> withoutConsent() {
        return WITHOUT_CONSENT;
    }

    /** Boxes of shops without rules that could have shown three categories. */
    static List<VariedBox> varied() {
        return VARIED;
    }

    /** Says of each page what is wrong with it; nothing must be. */
    static void assertNo(Function<PageCase, String> wrong) {
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
}
