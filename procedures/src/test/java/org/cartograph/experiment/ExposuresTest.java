package org.cartograph.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.experiment.Lab.expose;
import static org.cartograph.experiment.Lab.start;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposuresTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        start("sizes", Lab.SHORTER);
        start("visits", "{unit: 'session', variants: [{name: 'a'}, {name: 'b'}]}");
    }

    private static List<Map<String, Object>> kept(String experiment) {
        return rows(
                "MATCH (c)-[x:EXPOSED]->(:Experiment {name: $name}) RETURN c.id AS id, c.anonymous AS anonymous, "
                        + "x.variant AS variant, x.unit AS unit ORDER BY unit, id",
                Map.of("name", experiment));
    }

    private static Map<String, Object> one(String id, boolean anonymous, String variant, String unit) {
        Map<String, Object> map = new HashMap<>(Map.of("id", id, "variant", variant, "unit", unit));
        map.put("anonymous", anonymous ? true : null);
        return map;
    }

    @Test
    void areKeptOnceForEachCustomer() {
        String exposure = "{experiment: 'sizes', variant: 'b', unit: 'ann', customerId: 'ann'}";

        assertThat(expose(exposure)).containsEntry("status", "accepted").containsEntry("reason", null);
        assertThat(expose(exposure)).containsEntry("status", "duplicate");
        assertThat(rows("CALL cartograph.experiment.expose([" + exposure + ", " + exposure + "])"))
                .extracting(row -> row.get("index") + " " + row.get("status"))
                .containsExactly("0 duplicate", "1 duplicate");
        assertThat(kept("sizes")).containsExactly(one("ann", false, "b", "ann"));
    }

    @Test
    void areKeptWithTheBrowserUntilItsOwnerIsKnown() {
        expose("{experiment: 'sizes', variant: 'b', unit: 'v1', visitorId: 'v1'}");

        assertThat(kept("sizes")).containsExactly(one("v1", true, "b", "v1"));
    }

    @Test
    void areKeptOnceForEachVisit() {
        expose("{experiment: 'visits', variant: 'a', unit: 's1', customerId: 'ann'}");
        expose("{experiment: 'visits', variant: 'b', unit: 's2', customerId: 'ann'}");
        assertThat(expose("{experiment: 'visits', variant: 'a', unit: 's1', customerId: 'ann'}"))
                .containsEntry("status", "duplicate");
        expose("{experiment: 'visits', variant: 'b', unit: 's3'}");

        assertThat(kept("visits"))
                .containsExactly(
                        one("ann", false, "a", "s1"), one("ann", false, "b", "s2"), one("session:s3", true, "b", "s3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {experiment: 'none', variant: 'a', unit: 'ann'}              | There is no experiment none.
            {experiment: 'sizes', variant: 'c', unit: 'ann'}             | `variant` must be one of a, b, but was c.
            {experiment: 'sizes', variant: 'a'}                          | `unit` must be a text of 1 to 64 characters, but was null.
            {experiment: 'sizes', variant: 'a', unit: 'ann', at: 'now'}  | `at` must be a datetime, but was 'now'.
            {experiment: 'sizes', variant: 'a', unit: 'no', customerId: 'no'} | This person refused consent.
            {experiment: 'sizes', variant: 'a', unit: 'ann', visitorId: 'no', customerId: 'ann'} | This person refused consent.
            """)
    void areRejectedOneByOne(String exposure, String reason) {
        rows("CREATE (:Customer {id: 'no', consent: false})");

        List<Map<String, Object>> rows = rows("CALL cartograph.experiment.expose([" + exposure
                + ", {experiment: 'sizes', variant: 'a', unit: 'bob', customerId: 'bob'}])");

        assertThat(rows.get(0)).containsEntry("status", "rejected").containsEntry("reason", reason);
        assertThat(rows.get(1)).containsEntry("status", "accepted");
    }

    @Test
    void makeNoCustomerWhoMayHaveLeft() {
        expose("{experiment: 'sizes', variant: 'b', unit: 'gone', customerId: 'gone', visitorId: 'v1'}");

        assertThat(kept("sizes")).containsExactly(one("v1", true, "b", "gone"));
        assertThat(expose("{experiment: 'sizes', variant: 'b', unit: 'gone', customerId: 'gone'}"))
                .containsEntry(
                        "reason",
                        "`customerId` must be a customer the shop knows, or come with a `visitorId`, but was 'gone'.");
    }

    @Test
    void areRejectedOnceItIsStopped() {
        rows("CALL cartograph.experiment.stop('sizes')");

        assertThat(expose("{experiment: 'sizes', variant: 'a', unit: 'ann', customerId: 'ann'}"))
                .containsEntry("reason", "The experiment sizes does not run.");
    }

    @Test
    void areKeptOnceWhenManySendTheSame() {
        IntStream.range(0, 64)
                .parallel()
                .forEach(at -> rows("CALL cartograph.experiment.expose([{experiment: 'sizes', "
                        + "variant: 'a', unit: 'v" + at % 8 + "', visitorId: 'v" + at % 8 + "'}, {experiment: 'sizes', "
                        + "variant: 'a', unit: 'v" + (at + 1) % 8 + "', visitorId: 'v" + (at + 1) % 8 + "'}])"));

        assertThat(kept("sizes")).hasSize(8);
        assertThat(rows("MATCH (c:Customer {anonymous: true}) RETURN c")).hasSize(8);
    }
}
