package org.cartograph.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SHOW PROCEDURES is the contract with everybody outside of the plugin. */
class ContractTest {
    @BeforeAll
    static void start() {
        TestDatabase.empty();
    }

    @Test
    void namesEverythingThatCanBeCalled() {
        assertThat(rows("SHOW PROCEDURES YIELD name, mode WHERE name STARTS WITH 'cartograph.' "
                        + "RETURN name + ' ' + mode AS call ORDER BY call"))
                .extracting(row -> row.get("call"))
                .containsExactly(
                        "cartograph.alsoBought READ",
                        "cartograph.alsoViewed READ",
                        "cartograph.answer READ",
                        "cartograph.audience READ",
                        "cartograph.boughtNext READ",
                        "cartograph.boughtTogether READ",
                        "cartograph.bundles READ",
                        "cartograph.context.list READ",
                        "cartograph.context.reset WRITE",
                        "cartograph.context.set WRITE",
                        "cartograph.customer.export READ",
                        "cartograph.customer.forget WRITE",
                        "cartograph.customer.merge WRITE",
                        "cartograph.customer.prefer WRITE",
                        "cartograph.evaluate READ",
                        "cartograph.experiment.create WRITE",
                        "cartograph.experiment.drop WRITE",
                        "cartograph.experiment.expose WRITE",
                        "cartograph.experiment.list READ",
                        "cartograph.experiment.report READ",
                        "cartograph.experiment.start WRITE",
                        "cartograph.experiment.stop WRITE",
                        "cartograph.explain READ",
                        "cartograph.feedback.attribute WRITE",
                        "cartograph.feedback.close WRITE",
                        "cartograph.feedback.learn WRITE",
                        "cartograph.feedback.record WRITE",
                        "cartograph.feedback.retain WRITE",
                        "cartograph.help READ",
                        "cartograph.model.build WRITE",
                        "cartograph.model.build.estimate READ",
                        "cartograph.model.drop WRITE",
                        "cartograph.model.list READ",
                        "cartograph.model.progress READ",
                        "cartograph.model.refresh WRITE",
                        "cartograph.outcomes READ",
                        "cartograph.picks.drop WRITE",
                        "cartograph.picks.list READ",
                        "cartograph.picks.set WRITE",
                        "cartograph.readiness READ",
                        "cartograph.recommend READ",
                        "cartograph.rule.drop WRITE",
                        "cartograph.rule.list READ",
                        "cartograph.rule.set WRITE",
                        "cartograph.rules READ",
                        "cartograph.schema.install SCHEMA",
                        "cartograph.similar READ",
                        "cartograph.text.list READ",
                        "cartograph.text.reset WRITE",
                        "cartograph.text.set WRITE",
                        "cartograph.tune WRITE",
                        "cartograph.version READ");
    }

    @Test
    void describesEveryProcedureArgumentAndColumn() {
        assertThat(rows("SHOW PROCEDURES YIELD name, description, argumentDescription, returnDescription "
                        + "WHERE name STARTS WITH 'cartograph.' RETURN *"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat((String) row.get("description")).isNotBlank();
                    assertThat(described(row, "argumentDescription")).isTrue();
                    assertThat(described(row, "returnDescription")).isTrue();
                });
    }

    @Test
    void describesEveryFunction() {
        assertThat(rows("SHOW FUNCTIONS YIELD name, description WHERE name STARTS WITH 'cartograph.' RETURN *"))
                .hasSize(3)
                .allSatisfy(row -> assertThat((String) row.get("description")).isNotBlank());
    }

    @Test
    void findsAProcedureByAWord() {
        assertThat(rows("CALL cartograph.help('how much heap')"))
                .extracting(row -> row.get("name"))
                .containsExactly("cartograph.model.build.estimate");
        assertThat(rows("CALL cartograph.help()"))
                .hasSize(names("PROCEDURES").size() + names("FUNCTIONS").size());
    }

    @Test
    void hasNoVersionOutsideOfItsJar() {
        assertThat(rows("CALL cartograph.version()").get(0).get("version")).isEqualTo("development");
    }

    @Test
    void installsTheSchemaOnce() {
        rows("CALL cartograph.schema.install()");

        assertThat(rows("CALL cartograph.schema.install()"))
                .hasSize(24)
                .allSatisfy(row -> assertThat(row).containsEntry("created", false));
        assertThat(rows("SHOW CONSTRAINTS YIELD labelsOrTypes RETURN labelsOrTypes"))
                .extracting(row -> row.get("labelsOrTypes"))
                .contains(List.of("Product"), List.of("Customer"), List.of("Order"), List.of("Attribute"));
    }

    private static List<Object> names(String what) {
        return rows("SHOW " + what + " YIELD name WHERE name STARTS WITH 'cartograph.' RETURN name").stream()
                .map(row -> row.get("name"))
                .toList();
    }

    private static boolean described(Map<String, Object> row, String column) {
        return ((List<?>) row.get(column))
                .stream()
                        .map(field -> (Map<?, ?>) field)
                        // Without a description of its own a field is described by its name and type.
                        .noneMatch(field ->
                                String.valueOf(field.get("description")).contains(" :: "));
    }
}
