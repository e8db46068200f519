package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.RandomShop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a page shows of shops at random, {@code cartograph.explain} says the same of every product. */
class ExplainedPagesTest {
    private static final int SHOPS = 40;
    private static final int REQUESTS = 2;
    private static final String EXPLAIN = """
            CALL cartograph.explain($request, $product)
            YIELD offered, rank, score, parts, exclusions, reasons, nodes, relationships
            RETURN offered, rank, score, parts, exclusions, reasons,
                   [node IN nodes | elementId(node)] AS nodes, [node IN nodes WHERE node:Customer | node.id] AS people,
                   [edge IN relationships | [elementId(startNode(edge)), elementId(endNode(edge))]] AS ends""";

    /**
     * What was said of a product in one box.
     *
     * @param shown the item on the page, or null
     */
    private record Said(PageCase page, String product, Map<String, Object> row, Map<String, Object> shown) {
        List<?> list(String column) {
            return (List<?>) row.get(column);
        }

        boolean offered() {
            return (Boolean) row.get("offered");
        }
    }

    private static List<Said> all = List.of();

    @BeforeAll
    static void askAboutMany() {
        all = new ArrayList<>();
        for (long seed = 2001; seed <= 2000 + SHOPS; seed++) {
            RandomShop shop = RandomShop.open(seed);
            ShopTruth truth = ShopTruth.of(shop);
            RandomRequests requests = new RandomRequests(shop, RandomRequests.contexts());
            for (int request = 0; request < REQUESTS; request++) {
                String context = requests.context();
                Map<String, Object> asked = requests.request(context);
                // What is kept in memory is as old for both then.
                PageCase.ask(context, asked);
                ask(new PageCase(seed, truth, context, asked, PageCase.ask(context, asked)));
            }
        }
    }

    private static void ask(PageCase page) {
        Map<String, Object> request = new HashMap<>(page.request());
        request.put("context", page.context());
        for (String product : page.truth().products().keySet()) {
            List<Map<String, Object>> rows = rows(EXPLAIN, Map.of("request", request, "product", product));
            List<PageCase.Box> boxes = page.boxes();
            assertThat(rows).as("%s", page).hasSameSizeAs(boxes);
            for (int box = 0; box < rows.size(); box++) {
                int at = boxes.get(box).ids().indexOf(product);
                all.add(new Said(
                        page,
                        product,
                        rows.get(box),
                        at < 0 ? null : boxes.get(box).items().get(at)));
            }
        }
    }

    @Test
    void placesEveryProductWhereThePageHasIt() {
        assertThat(all).isNotEmpty().allSatisfy(said -> {
            assertThat(said.offered()).isEqualTo(said.shown() != null);
            assertThat(said.row().get("rank"))
                    .isEqualTo(said.shown() == null ? null : said.shown().get("rank"));
        });
    }

    @Test
    void addsItsPartsUpToTheScore() {
        assertThat(all).isNotEmpty().allSatisfy(said -> {
            double sum = said.list("parts").stream()
                    .mapToDouble(part -> (Double) ((Map<?, ?>) part).get("score"))
                    .sum();
            assertThat(sum).isCloseTo((Double) said.row().get("score"), within(1e-6));
        });
        assertThat(all)
                .filteredOn(
                        said -> said.shown() != null && !(Boolean) said.shown().get("fallback"))
                .isNotEmpty()
                .allSatisfy(said -> assertThat((Double) said.row().get("score"))
                        .isCloseTo((Double) said.shown().get("score"), within(1e-3)));
    }

    @Test
    void saysOfEveryProductThatIsNotShownWhatKeepsItOut() {
        assertThat(all)
                .allSatisfy(
                        said -> assertThat(said.list("exclusions").isEmpty()).isEqualTo(said.offered()));
    }

    @Test
    void saysNotRecommendedOfWhatMustNotBe() {
        assertThat(all)
                .filteredOn(said -> {
                    ShopTruth.Product product = said.page().truth().products().get(said.product());
                    return !product.sellable()
                            || !said.page().passes(product)
                            || said.page().seeds().contains(said.product())
                            || said.page().excluded().contains(said.product());
                })
                .isNotEmpty()
                .allSatisfy(
                        said -> assertThat(said.list("exclusions").toString()).contains("not recommended: "));
    }

    @Test
    void namesNobodyButTheShopperWhoAsks() {
        assertThat(all).allSatisfy(said -> {
            String words = said.list("exclusions") + " " + said.list("reasons") + " " + said.list("parts");
            assertThat(words).doesNotContain("№");
            String customer = said.page().request().get("customerId") instanceof String id ? id : "";
            boolean consents = said.page().truth().known(customer).consents();
            assertThat(said.list("people"))
                    .allSatisfy(person -> assertThat(person).isEqualTo(customer))
                    .hasSizeLessThanOrEqualTo(consents ? 1 : 0);
        });
    }

    @Test
    void drawsRelationshipsBetweenTheNodesItNames() {
        assertThat(all).anySatisfy(said -> assertThat(said.list("ends")).isNotEmpty());
        assertThat(all)
                .allSatisfy(said -> said.list("ends")
                        .forEach(ends -> assertThat(new ArrayList<Object>(said.list("nodes")))
                                .containsAll((List<?>) ends)));
    }
}
