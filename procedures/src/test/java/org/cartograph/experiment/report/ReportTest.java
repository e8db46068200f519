package org.cartograph.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.experiment.report.SimulatedShop.meet;
import static org.cartograph.experiment.report.SimulatedShop.order;
import static org.cartograph.experiment.report.SimulatedShop.report;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final String AB = "{variants: [{name: 'a'}, {name: 'b', recipes: {`also-bought`: {size: 1}}}]}";

    @BeforeEach
    void open() {
        SimulatedShop.open(AB);
    }

    @Test
    void countsWhatEveryVariantDid() {
        meet("a", 4);
        meet("b", 5);
        order("a1", "o1", 2, "{days: 1}");
        order("a1", "o2", 4, "{days: 2}");
        order("a2", "o3", 1, "{days: 1}");
        order("b1", "o4", 3, "{days: 1}");

        assertThat(report().get("a"))
                .containsEntry("control", true)
                .containsEntry("units", 4L)
                .containsEntry("conversions", 2L)
                .containsEntry("conversionRate", 0.5)
                .containsEntry("orders", 3L)
                .containsEntry("revenue", 70.0)
                .containsEntry("currency", "EUR")
                .containsEntry("revenuePerUnit", 17.5)
                .containsEntry("averageOrderValue", 70.0 / 3)
                .containsEntry("conversionLift", null)
                .containsEntry("alarm", null)
                .containsEntry("verdict", "The control, which the others are held against.");
        assertThat(report().get("b"))
                .containsEntry("control", false)
                .containsEntry("units", 5L)
                .containsEntry("conversionRate", 0.2)
                .containsEntry("revenuePerUnit", 6.0);
    }

    @Test
    void countsOnlyOrdersAfterTheExposureAndBeforeTheEnd() {
        meet("a", 1);
        order("a1", "before", 1, "{days: 10}");
        order("a1", "within", 2, "{days: 5}");
        order("a1", "after", 3, "{days: 1}");
        rows("CALL cartograph.experiment.stop('test')");
        rows("MATCH (e:Experiment {name: 'test'}) SET e.stoppedAt = datetime() - duration({days: 2})");

        assertThat(report().get("a")).containsEntry("orders", 1L).containsEntry("revenue", 20.0);
    }

    @Test
    void countsWhatABrowserOrderedAsAGuest() {
        meet("a", 2);
        rows("MATCH (c:Customer {id: 'a1'}) SET c.anonymous = true");
        rows("CREATE (:Customer {id: 'guest:o1', anonymous: true})");
        order("guest:o1", "o1", 2, "{days: 3}");

        rows("CALL cartograph.feedback.attribute([{orderId: 'o1', visitorId: 'a1'}])");
        rows("CALL cartograph.feedback.attribute([{orderId: 'o1', visitorId: 'a1'}])");

        assertThat(report().get("a"))
                .containsEntry("units", 2L)
                .containsEntry("conversions", 1L)
                .containsEntry("orders", 1L)
                .containsEntry("revenue", 20.0);
    }

    @Test
    void subtractsWhatWasSentBack() {
        meet("a", 1);
        order("a1", "o1", 1, "{days: 3}");
        order("a1", "o2", 2, "{days: 2}");
        rows("MATCH (c:Customer {id: 'a1'}), (p:Product) CREATE (c)-[:RETURNED {orderId: 'o2', at: datetime()}]->(p)");

        assertThat(report().get("a"))
                .containsEntry("conversions", 1L)
                .containsEntry("orders", 2L)
                .containsEntry("revenue", 10.0);
    }

    @Test
    void addsNoAmountsOfTwoCurrencies() {
        meet("a", 3);
        order("a1", "o1", 1, "{days: 3}");
        order("a2", "o2", 1, "{days: 3}");
        order("a3", "o3", 100, "{days: 3}");
        rows("MATCH (o:Order {id: 'o3'}) SET o.currency = 'JPY'");

        assertThat(report().get("a"))
                .containsEntry("currency", "EUR")
                .containsEntry("conversions", 3L)
                .containsEntry("orders", 2L)
                .containsEntry("revenue", 20.0)
                .containsEntry("note", "Orders in other currencies, which are conversions but no revenue: 1.");
    }

    @Test
    void countsWhatWasSeenAndClickedOfItsOwnAnswers() {
        rows("""
                MATCH (p:Product) UNWIND [['test/a', true, true], ['test/a', true, false], ['test/a', false, false],
                    ['test/b', true, false], ['test/b (preview)', true, true], ['other/a', true, true]] AS row
                CREATE (r:Recommendation {id: randomUUID(), at: datetime(), variants: ['x/y', row[0]]})
                CREATE (r)-[s:SHOWED {placement: 'similar', rank: 1}]->(p)
                SET s.seenAt = CASE WHEN row[1] THEN datetime() END, s.clickedAt = CASE WHEN row[2] THEN datetime() END""");

        assertThat(report().get("a"))
                .containsEntry("impressions", 2L)
                .containsEntry("clicks", 1L)
                .containsEntry("clickRate", 0.5);
        assertThat(report().get("b")).containsEntry("impressions", 1L).containsEntry("clicks", 0L);
    }

    @Test
    void countsAVisitForAsLongAsItLasts() {
        SimulatedShop.open("{unit: 'session', sessionMinutes: 45, variants: [{name: 'a'}, {name: 'b'}]}");
        rows("MATCH (e:Experiment) CREATE (c:Customer {id: 'ann'}) WITH e, c UNWIND [1, 2, 3] AS i "
                + "CREATE (c)-[:EXPOSED {variant: 'a', unit: 's' + i, at: datetime() - duration({days: i})}]->(e)");
        order("ann", "o1", 1, "{days: 1, minutes: -44}");
        order("ann", "o2", 1, "{days: 2, minutes: -46}");
        order("ann", "o3", 1, "{days: 3, minutes: 5}");

        assertThat(report().get("a")).containsEntry("units", 3L).containsEntry("conversions", 1L);
    }

    @Test
    void takesAVisitDuringWhichSomebodySignedInForOne() {
        SimulatedShop.open("{unit: 'session', variants: [{name: 'a'}, {name: 'b'}]}");
        rows("MATCH (e:Experiment) UNWIND [['v1', 30], ['ann', 20]] AS row CREATE (:Customer {id: row[0]})"
                + "-[:EXPOSED {variant: 'a', unit: 's1', at: datetime() - duration({minutes: row[1]})}]->(e)");
        order("ann", "o1", 1, "{minutes: 10}");

        assertThat(report().get("a")).containsEntry("units", 1L).containsEntry("conversions", 1L);
    }

    @Test
    void findsATrueEffect() {
        meet("a", 3_000);
        meet("b", 3_000);
        order(1, "a", 3_000, 0.20);
        order(2, "b", 3_000, 0.28);

        Map<String, Object> b = report().get("b");

        assertThat((Double) b.get("conversionLiftLow")).isLessThan(0.4);
        assertThat((Double) b.get("conversionLiftHigh")).isGreaterThan(0.4);
        assertThat((Double) b.get("pValue")).isLessThan(0.001);
        assertThat((Double) b.get("alwaysValidP")).isLessThan(0.001);
        assertThat((String) b.get("verdict"))
                .startsWith("b sells more: ")
                .contains("; it converts more: ")
                .endsWith("Let it run for its 14 days all the same: weekdays differ.");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        meet("a", 1_000);
        meet("b", 1_000);
        order(3, "a", 1_000, 0.20);
        order(4, "b", 1_000, 0.20);

        Map<String, Object> b = report().get("b");

        assertThat((Double) b.get("alwaysValidP")).isGreaterThan(0.05);
        assertThat((Double) b.get("detectableEffect")).isBetween(0.2, 0.3);
        assertThat((String) b.get("verdict")).startsWith("Not yet: needs about ");
    }

    @Test
    void isNotToBeTrustedWhenUnitsAreLost() {
        meet("a", 1_000);
        meet("b", 800);

        assertThat(report().get("b")).satisfies(row -> {
            assertThat((Double) row.get("sampleRatioP")).isLessThan(0.001);
            assertThat((String) row.get("alarm"))
                    .startsWith("Do not trust this: the units (a 1,000, b 800) are not parted as planned, p = ")
                    .isEqualTo(row.get("verdict"));
        });
    }

    @Test
    void dividesAHoldOutByEverybodyWhoWasHeldOut() {
        SimulatedShop.open("{variants: [{name: 'shown'}, {name: 'held', holdout: true}]}");
        meet("shown", 1_000);
        meet("held", 1_000);
        order(5, "shown", 1_000, 0.40);
        order(6, "held", 1_000, 0.25);

        Map<String, Object> held = report().get("held");

        assertThat(held).containsEntry("units", 1_000L).containsEntry("impressions", 0L);
        assertThat((Double) held.get("conversionLift")).isCloseTo(-0.375, within(0.1));
        assertThat((String) held.get("verdict")).startsWith("held sells less: ");
    }

    @Test
    void needsLessWhereThePastExplainsMuch() {
        meet("a", 300);
        meet("b", 300);
        // Everybody spends what they spent before, and in b a piece more.
        rows("""
                MATCH (c:Customer)-[x:EXPOSED]->(), (p:Product) WITH c, x, p, toInteger(substring(c.id, 1)) % 7 AS usual
                UNWIND [[20, usual], [5, usual + CASE x.variant WHEN 'b' THEN 1 ELSE 0 END]] AS row
                CREATE (c)-[:PURCHASED {orderId: c.id + '-' + row[0], at: datetime() - duration({days: row[0]}),
                                        quantity: row[1], unitPrice: 10.0}]->(p)""");

        Map<String, Object> b = report().get("b");

        assertThat((Double) b.get("varianceReduction")).isCloseTo(1, within(1e-6));
        assertThat((Double) b.get("cupedLiftHigh") - (Double) b.get("cupedLiftLow"))
                .isLessThan((Double) b.get("revenueLiftHigh") - (Double) b.get("revenueLiftLow"));
    }

    @Test
    void saysThatNothingWasStarted() {
        rows("CALL cartograph.experiment.create('later', " + AB + ")");

        assertThat(rows("CALL cartograph.experiment.report('later')").get(1)).containsEntry("verdict", "Not started.");
    }
}
