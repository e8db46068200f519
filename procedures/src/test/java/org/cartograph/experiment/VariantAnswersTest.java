package org.cartograph.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.experiment.Lab.answer;
import static org.cartograph.experiment.Lab.create;
import static org.cartograph.experiment.Lab.customerIn;
import static org.cartograph.experiment.Lab.each;
import static org.cartograph.experiment.Lab.size;
import static org.cartograph.experiment.Lab.start;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VariantAnswersTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    private static Map<String, Object> product(String more) {
        return answer("product", "{products: ['bread'], placements: ['also-bought'], " + more + "}");
    }

    @Test
    void followTheVariantOfTheCustomer() {
        start("sizes", Lab.SHORTER);
        String inA = customerIn("sizes", "a");
        String inB = customerIn("sizes", "b");

        Map<String, Object> b = product("customerId: '" + inB + "'");

        assertThat(size(product("customerId: '" + inA + "'"), "also-bought")).isEqualTo(7);
        assertThat(size(b, "also-bought")).isEqualTo(1);
        assertThat(b)
                .containsEntry("variant", "sizes/b")
                .containsEntry("experiments", List.of(Map.of("experiment", "sizes", "variant", "b", "unit", inB)));
        assertThat(rows("CALL cartograph.recommend('product', {products: ['bread'], placements: ['also-bought'], "
                        + "customerId: '" + inB + "'})"))
                .hasSize(1);
    }

    @Test
    void areWhatTheyWereBeforeAndAfter() {
        create("sizes", Lab.SHORTER);
        assertThat(product("customerId: 'ann'")).containsEntry("variant", null).containsEntry("experiments", List.of());

        rows("CALL cartograph.experiment.start('sizes')");
        assertThat(product("customerId: 'ann'").get("variant")).isNotNull();

        rows("CALL cartograph.experiment.stop('sizes')");
        assertThat(product("customerId: 'ann'")).containsEntry("variant", null).containsEntry("experiments", List.of());
    }

    @Test
    void needSomebodyToAssign() {
        start("sizes", Lab.SHORTER);
        start("visits", "{unit: 'session', variants: [{name: 'a'}, {name: 'b'}]}");

        assertThat(product("limit: 8")).containsEntry("experiments", List.of());
        assertThat(each(product("sessionId: 's1'"), "experiments", "unit")).containsExactly("s1");
        assertThat(each(product("sessionId: 's1', visitorId: 'v1'"), "experiments", "unit"))
                .containsExactly("v1", "s1");
    }

    @Test
    void joinVariantsOfExperimentsOnDifferentBoxes() {
        start(
                "one",
                "{variants: [{name: 'a', share: 0.001}, {name: 'b', share: 0.999, recipes: {`also-bought`: {size: 1}}}]}");
        start(
                "two",
                "{variants: [{name: 'a', share: 0.001}, {name: 'b', share: 0.999, recipes: {similar: {size: 2}}}]}");

        Map<String, Object> answer = answer("product", "{products: ['bread'], customerId: 'ann'}");

        assertThat(answer).containsEntry("variant", "one/b, two/b");
        assertThat(size(answer, "also-bought")).isEqualTo(1);
        assertThat(size(answer, "similar")).isEqualTo(2);
    }

    @Test
    void stayEmptyForWhoeverIsHeldOut() {
        start("never", "{variants: [{name: 'shown'}, {name: 'held', holdout: true}]}");
        String held = customerIn("never", "held");

        Map<String, Object> answer = answer("product", "{products: ['bread', 'nothing'], customerId: '" + held + "'}");

        assertThat((List<?>) answer.get("placements")).hasSize(4).allSatisfy(box -> {
            assertThat((List<?>) ((Map<?, ?>) box).get("items")).isEmpty();
            assertThat((String) ((Map<?, ?>) box).get("title")).isNotBlank();
        });
        assertThat(answer.get("missing")).isEqualTo(List.of("nothing"));
        assertThat((List<?>) answer.get("experiments")).hasSize(1);
    }

    @Test
    void takePartInNothingElseWhenHeldOut() {
        start("sizes", Lab.SHORTER);
        start("never", "{variants: [{name: 'shown', share: 0.001}, {name: 'held', share: 0.999, holdout: true}]}");

        assertThat(product("customerId: 'ann'")).containsEntry("variant", "never/held");
    }

    @Test
    void goByTheShopsOwnRulesInTheBaseline() {
        rows("CALL cartograph.model.build()");
        start("rules", "{variants: [{name: 'ours'}, {name: 'rules', baseline: true}]}");

        List<Map<String, Object>> items = rows("CALL cartograph.recommend('product', {products: ['bread'], placements: "
                + "['also-bought'], variant: 'rules/rules'}) YIELD productId, source, fallback RETURN *");

        // The breakfasts near bread's price by what sold; milk sold as well as butter, at a third of the price.
        assertThat(items).allSatisfy(item -> assertThat(item).containsEntry("fallback", true));
        assertThat(items.subList(0, 4))
                .extracting(item -> item.get("productId"))
                .containsExactly("butter", "jam", "honey", "milk");
    }

    @Test
    void canBeLookedAtWithoutBeingMeasured() {
        create("sizes", Lab.SHORTER);

        Map<String, Object> preview = product("variant: 'sizes/b', customerId: 'ann'");

        assertThat(size(preview, "also-bought")).isEqualTo(1);
        assertThat(preview).containsEntry("variant", "sizes/b (preview)").containsEntry("experiments", List.of());
        assertThatThrownBy(() -> product("variant: 'sizes/c'"))
                .rootCause()
                .hasMessage("`variant` must be one of sizes/a, sizes/b, but was 'sizes/c'.");
    }

    @Test
    void passACallersOwnVariantThrough() {
        assertThat(product("variant: 'their own/x'")).containsEntry("variant", "their own/x");
    }

    @Test
    void keepTheVariantThatWasMetFirst() {
        start("sizes", Lab.SHORTER);
        String inA = customerIn("sizes", "a");
        rows("MERGE (c:Customer {id: '" + inA + "'}) WITH c MATCH (e:Experiment {name: 'sizes'}) "
                + "CREATE (c)-[:EXPOSED {variant: 'b', unit: 'v1', at: datetime('2026-01-02T00:00:00Z')}]->(e)");

        assertThat(product("customerId: '" + inA + "'")).containsEntry("variant", "sizes/b");
    }

    @Test
    void keepTheBrowsersVariantWhenItsOwnerIsKnown() {
        start("sizes", Lab.SHORTER);
        String inA = customerIn("sizes", "a");
        rows("MATCH (e:Experiment {name: 'sizes'}) CREATE (:Customer {id: 'v1', anonymous: true})"
                + "-[:EXPOSED {variant: 'b', unit: 'v1', at: datetime('2026-01-02T00:00:00Z')}]->(e)");

        assertThat(product("customerId: '" + inA + "', visitorId: 'v1'"))
                .containsEntry("variant", "sizes/b")
                .containsEntry("experiments", List.of(Map.of("experiment", "sizes", "variant", "b", "unit", inA)));
    }

    @Test
    void leaveWhoeverRefusedConsentAlone() {
        start("sizes", Lab.SHORTER);
        String inB = customerIn("sizes", "b");
        rows("CREATE (:Customer {id: '" + inB + "', consent: false})");

        Map<String, Object> answer = product("customerId: '" + inB + "'");

        assertThat(answer).containsEntry("variant", null).containsEntry("experiments", List.of());
        assertThat(size(answer, "also-bought")).isEqualTo(7);
    }

    @Test
    void areExplainedAsTheyAreGiven() {
        start("never", "{variants: [{name: 'shown', share: 0.001}, {name: 'held', share: 0.999, holdout: true}]}");

        assertThat(rows(
                        "CALL cartograph.explain({context: 'product', products: ['bread'], customerId: 'ann'}, 'butter') "
                                + "YIELD offered, exclusions RETURN *"))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("offered", false)
                        .containsEntry("exclusions", List.of("the visitor is held out by never/held")));
    }

    @Test
    void goOnWithoutAnExperimentThatThePagesNoLongerAllow() {
        rows("CALL cartograph.context.set('landing', {placements: ['mine'], recipes: {mine: {basis: 'also-bought'}}})");
        start("titles", "{variants: [{name: 'a'}, {name: 'b', recipes: {mine: {size: 1}}}]}");

        rows("CALL cartograph.context.reset('landing')");

        assertThat(product("customerId: 'ann'")).containsEntry("variant", null);
        assertThat((String) rows("CALL cartograph.experiment.list()").get(0).get("problem"))
                .startsWith("Variant 'b': ");
    }

    @Test
    void showThePagesOwnBoxesOfAVariant() {
        start(
                "boxes",
                "{variants: [{name: 'a', share: 0.001}, {name: 'b', share: 0.999, contexts: {cart: ['dont-forget']}}]}");

        Map<String, Object> page = answer("cart", "{products: ['bread'], customerId: 'ann'}");
        Map<String, Object> asked =
                answer("cart", "{products: ['bread'], customerId: 'ann', placements: ['complete-the-basket']}");

        assertThat((List<?>) page.get("placements")).hasSize(1);
        assertThat(size(asked, "complete-the-basket")).isPositive();
    }
}
