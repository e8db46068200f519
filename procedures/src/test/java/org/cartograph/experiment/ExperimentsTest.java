package org.cartograph.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.experiment.Lab.create;
import static org.cartograph.experiment.Lab.each;
import static org.cartograph.experiment.Lab.start;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.graph.GraphModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class ExperimentsTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void areCreatedStartedStoppedAndDropped() {
        assertThat(create("sizes", Lab.SHORTER))
                .containsEntry("status", "created")
                .containsEntry("startedAt", null);

        assertThat(rows("CALL cartograph.experiment.start('sizes')").get(0)).containsEntry("status", "running");
        assertThat(rows("CALL cartograph.experiment.stop('sizes')").get(0)).containsEntry("status", "stopped");
        assertThat(rows("CALL cartograph.experiment.list() YIELD name RETURN name"))
                .hasSize(1);

        rows("CALL cartograph.experiment.drop('sizes')");
        assertThat(rows("CALL cartograph.experiment.list()")).isEmpty();
    }

    @Test
    void keepWhatWasSaid() {
        Map<String, Object> row = create(
                "tastes",
                "{contexts: ['product', 'cart'], unit: 'session', share: 0.5, days: 21, conversions: 900, variants: ["
                        + "{name: 'old', share: 0.2}, "
                        + "{name: 'new', share: 0.8, parameters: {historyHalfLife: 5, stages: {returns: 0}}, "
                        + "contexts: {cart: ['dont-forget']}, recipes: {`also-bought`: {title: null, similar: 0.5}}}]}");

        assertThat(row)
                .containsEntry("contexts", List.of("product", "cart"))
                .containsEntry("unit", "session")
                .containsEntry("share", 0.5)
                .containsEntry("days", 21L)
                .containsEntry("conversions", 900L);
        assertThat(rows("CALL cartograph.experiment.list()").get(0).get("variants"))
                .isEqualTo(List.of(
                        Map.of("name", "old", "share", 0.2, "control", true, "kind", "engine", "changes", Map.of()),
                        Map.of(
                                "name",
                                "new",
                                "share",
                                0.8,
                                "control",
                                false,
                                "kind",
                                "engine",
                                "changes",
                                Map.of(
                                        "historyHalfLife", 5L,
                                        "stages", Map.of("returns", 0L),
                                        "contexts", Map.of("cart", List.of("dont-forget")),
                                        "recipes", Map.of("also-bought", Map.of("similar", 0.5))))));
    }

    @Test
    void areNotStartedWhenSomebodyDroppedThemMeanwhile() {
        create("sizes", Lab.SHORTER);
        CompletableFuture<?> starting;
        try (Transaction dropping = TestDatabase.begin()) {
            Node sizes = dropping.findNode(GraphModel.EXPERIMENT, "name", "sizes");
            dropping.acquireWriteLock(sizes);
            starting = blocked(() -> rows("CALL cartograph.experiment.start('sizes')"));
            sizes.delete();
            dropping.commit();
        }

        assertThatThrownBy(starting::join).hasStackTraceContaining("`name` must be the name of an experiment");
    }

    @Test
    void areOneWhenTwoCreateThemAtOnce() {
        CompletableFuture<?> creating;
        try (Transaction other = TestDatabase.begin()) {
            other.createNode(GraphModel.EXPERIMENT).setProperty("name", "sizes");
            creating = blocked(() -> create("sizes", Lab.SHORTER));
            other.commit();
        }
        creating.join();

        assertThat(rows("CALL cartograph.experiment.list() YIELD name RETURN name"))
                .isEqualTo(List.of(Map.of("name", "sizes")));
    }

    /** Begun, and waiting for a lock of somebody else's. */
    private static CompletableFuture<?> blocked(Runnable work) {
        CompletableFuture<?> begun = CompletableFuture.runAsync(work);
        while (rows("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status")
                .isEmpty()) {
            assertThat(begun).isNotDone();
        }
        return begun;
    }

    @Test
    void areReplacedUntilTheyAreStarted() {
        create("sizes", Lab.SHORTER);
        assertThat(create("sizes", "{share: 0.1, variants: [{name: 'x'}, {name: 'y'}]}"))
                .containsEntry("share", 0.1);

        rows("CALL cartograph.experiment.start('sizes')");

        assertThatThrownBy(() -> create("sizes", Lab.SHORTER))
                .rootCause()
                .hasMessage("`name` must be a new one, but sizes is running: what was measured would mean nothing if it"
                        + " changed.");
    }

    @Test
    void runOnce() {
        start("sizes", Lab.SHORTER);
        assertThatThrownBy(() -> rows("CALL cartograph.experiment.start('sizes')"))
                .rootCause()
                .hasMessage("`name` must be of an experiment that was not started yet, but sizes is running: create it"
                        + " again under another name.");
        assertThatThrownBy(() -> rows("CALL cartograph.experiment.drop('sizes')"))
                .rootCause()
                .hasMessage("`name` must be of an experiment that does not run, but sizes does: stop it first.");

        rows("CALL cartograph.experiment.stop('sizes')");

        assertThatThrownBy(() -> rows("CALL cartograph.experiment.start('sizes')"))
                .rootCause()
                .hasMessageContaining("but sizes is stopped");
        assertThatThrownBy(() -> rows("CALL cartograph.experiment.stop('sizes')"))
                .rootCause()
                .hasMessage("`name` must be of a running experiment, but sizes is stopped.");
    }

    @Test
    void holdTheOthersAgainstTheFirstThatChangesNothing() {
        Map<String, Object> row = create("rules", "{variants: [{name: 'rules', baseline: true}, {name: 'ours'}]}");

        assertThat(each(row, "variants", "control")).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {variants: [{name: 'a'}]}                             | `variants` must be a list of 2 to 10 maps, but was '1 of them'.
            {varaints: []}                                        | `varaints` is not a key here. Did you mean `variants`? Allowed: contexts, control, conversions, currency, days, prePeriodDays, sessionMinutes, share, unit, variants.
            {variants: [{name: 'a'}, {name: 'a'}]}                | `variants` must be of different names, but was 'a twice'.
            {variants: [{name: 'a'}, {name: 'b/c'}]}              | `variants.name` must be 1 to 30 letters, digits, hyphens and underscores, but was 'b/c'.
            {variants: [{name: 'a', share: 0.5}, {name: 'b', share: 0.4}]} | `variants` must be of shares that add up to 1, but was 'together 0.9'.
            {unit: 'visit', variants: [{name: 'a'}, {name: 'b'}]} | `unit` must be 'customer' or 'session', but was 'visit'.
            {contexts: ['carts'], variants: [{name: 'a'}, {name: 'b'}]} | `contexts` must be among product, cart, post-purchase, home, abandoned-cart, email, but was 'carts'. Did you mean `cart`?
            {control: 'c', variants: [{name: 'a'}, {name: 'b'}]}  | `control` must be one of a, b, but was 'c'. Did you mean `a`?
            {variants: [{name: 'a'}, {name: 'b', recipes: {`also-buoght`: {size: 2}}}]} | Variant 'b': `recommend.recipes.also-buoght` is not a key here. Did you mean `also-bought`?
            {variants: [{name: 'a'}, {name: 'b', recipes: {`also-bought`: {size: 200}}}]} | Variant 'b': `recommend.recipes.also-bought.size` must be a whole number between 1 and 100, but was 200.
            {contexts: ['cart'], variants: [{name: 'a'}, {name: 'b', recipes: {`also-bought`: {size: 2}}}]} | Variant 'b': `recipes` must be of boxes on pages that the experiment acts on (complete-the-basket, dont-forget, upgrade), but held 'also-bought'.
            {variants: [{name: 'a'}, {name: 'b', parameters: {historyHalfLive: 2}}]} | Variant 'b': `parameters.historyHalfLive` is not a key here. Did you mean `historyHalfLife`?
            {variants: [{name: 'a'}, {name: 'b', parameters: {historyHalfLife: 0}}]} | Variant 'b': `recommend.historyHalfLife` must be a number between 0.1 and 10000, but was 0.
            {variants: [{name: 'a'}, {name: 'b', baseline: true, holdout: true}]} | Variant 'b': `baseline`, `holdout` and changes exclude each other, but more than one of them was given.
            """)
    void refuseWhatCouldNotBeMeasured(String config, String message) {
        assertThatThrownBy(() -> create("wrong", config)).rootCause().hasMessageStartingWith(message);
        assertThat(rows("MATCH (e:Experiment) RETURN e")).isEmpty();
    }

    @Test
    void areFoundByTheirName() {
        create("sizes", Lab.SHORTER);

        assertThatThrownBy(() -> rows("CALL cartograph.experiment.start('size')"))
                .rootCause()
                .hasMessage("`name` must be the name of an experiment, but was 'size'. Did you mean `sizes`?");
    }

    @Test
    void doNotChangeTheSameBoxOfTheSamePageTwice() {
        start("sizes", Lab.SHORTER);
        create("mix", "{variants: [{name: 'a'}, {name: 'b', recipes: {`also-bought`: {similar: 1}}}]}");

        assertThatThrownBy(() -> rows("CALL cartograph.experiment.start('mix')"))
                .rootCause()
                .hasMessage(
                        "`name` must be of an experiment that changes no box which another running one changes on the"
                                + " same page, but mix and sizes do: stop sizes, or give them different contexts.");
    }

    @Test
    void runBesideEachOtherOnDifferentBoxesOrPages() {
        start(
                "sizes",
                "{contexts: ['product'], variants: [{name: 'a'}, {name: 'b', recipes: {`also-bought`: {size: 1}}}]}");
        start("others", "{contexts: ['product'], variants: [{name: 'a'}, {name: 'b', recipes: {similar: {size: 2}}}]}");
        start("never", "{variants: [{name: 'shown', share: 0.95}, {name: 'held', share: 0.05, holdout: true}]}");
        start("equal", "{variants: [{name: 'a'}, {name: 'b'}]}");
        create("rules", "{contexts: ['product'], variants: [{name: 'a'}, {name: 'b', baseline: true}]}");
        start("home-rules", "{contexts: ['home'], variants: [{name: 'a'}, {name: 'b', baseline: true}]}");

        assertThatThrownBy(() -> rows("CALL cartograph.experiment.start('rules')"))
                .rootCause()
                .hasMessageContaining("but rules and ");
        assertThat(rows("CALL cartograph.experiment.list() YIELD status WHERE status = 'running' RETURN status"))
                .hasSize(5);
    }

    @Test
    void areTwentyAtATimeAtMost() {
        for (int at = 0; at < 20; at++) {
            start("e" + at, "{variants: [{name: 'a'}, {name: 'b'}]}");
        }
        create("e20", "{variants: [{name: 'a'}, {name: 'b'}]}");

        assertThatThrownBy(() -> rows("CALL cartograph.experiment.start('e20')"))
                .rootCause()
                .hasMessageStartingWith("At most 20 experiments run at a time");
    }
}
