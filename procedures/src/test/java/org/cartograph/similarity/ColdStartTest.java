package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Products 0 to 3 are established, 4 is new; 0 and 1 are like it, 0 three times as much. */
class ColdStartTest {
    private static final Row NONE = new Row(new int[0], new float[0], new int[0]);
    private static final LookAlikes ALIKE = new LookAlikes(new int[] {0, 1}, new float[] {0.6f, 0.2f});
    private static final ColdStartParameters PARAMETERS = new ColdStartParameters(100, 10, 5, 2, 0.5, 5);

    private final Row[] rows = {
        row(new int[] {2, 3}, 0.8f, 0.2f),
        row(new int[] {2, 4}, 0.4f, 0.6f),
        row(new int[] {0, 3}, 0.5f, 0.5f),
        row(new int[] {1}, 1),
        NONE
    };

    @Test
    void givesWhatItsLookAlikesGiveInProportion() {
        Row row = blend(PARAMETERS, NONE, 0).row();

        // By squares 0 says nine tenths. To 2: 0.9 · 0.8 + 0.1 · 0.4; to 3: 0.9 · 0.2; the edge to itself is left out.
        assertThat(row.products()).containsExactly(2, 3);
        assertThat(row.scores()).containsExactly(new float[] {0.76f, 0.18f}, within(1e-6f));
        assertThat(row.counts()).containsExactly(0, 0);
        assertThat(row.via()).containsExactly(0, 0);
    }

    @Test
    void receivesFromWhereItsLookAlikesReceiveAndFromThemselves() {
        InheritedEdges incoming =
                blend(new ColdStartParameters(100, 10, 5, 2, 0.5, 5), NONE, 0).incoming();

        // 2 → 0: 0.9 · 0.5; 0 itself: 0.5 · 0.6; 3 → 1: 0.1 · 1; all twice. 1 has earned an edge of its own.
        assertThat(incoming.sources()).containsExactly(2, 0, 3);
        assertThat(incoming.scores()).containsExactly(new float[] {0.9f, 0.6f, 0.2f}, within(1e-6f));
        assertThat(incoming.via()).containsExactly(0, 0, 1);
    }

    @Test
    void receivesNothingWhereRowsHaveNoRoomForIt() {
        assertThat(blend(new ColdStartParameters(100, 10, 5, 2, 0.5, 0), NONE, 0)
                        .incoming()
                        .size())
                .isZero();
    }

    @Test
    void borrowsFromNoMoreThanAllowed() {
        ColdStart.Blend one = blend(new ColdStartParameters(100, 10, 1, 2, 0.5, 5), NONE, 0);

        assertThat((double) one.row().scores()[0]).isCloseTo(0.8, within(1e-6));
        assertThat(one.incoming().sources()).containsExactly(2, 0);
    }

    @Test
    void borrowsLessTheMoreItHasSold() {
        // λ = 30 / (30 + 10).
        ColdStart.Blend blend = blend(PARAMETERS, new Row(new int[] {3}, new float[] {1}, new int[] {7}), 30);

        assertThat(blend.row().products()).containsExactly(3, 2);
        assertThat(blend.row().scores()).containsExactly(new float[] {0.75f + 0.18f / 4, 0.76f / 4}, within(1e-6f));
        assertThat(blend.row().counts()).containsExactly(7, 0);
        assertThat(blend.row().via()).containsExactly(Row.OWN, 0);
        assertThat(blend.incoming().scores())
                .containsExactly(new float[] {0.9f / 4, 0.6f / 4, 0.2f / 4}, within(1e-6f));
    }

    @Test
    void trustsItsFirstPairWhenNothingFades() {
        ColdStart.Blend blend = blend(
                new ColdStartParameters(100, 0, 5, 2, 0.5, 5),
                new Row(new int[] {3}, new float[] {1}, new int[] {1}),
                1);

        assertThat(blend.row().products()).containsExactly(3);
        assertThat(blend.incoming().size()).isZero();
    }

    @Test
    void standsAloneWhereNobodyIsLikeIt() {
        Row own = new Row(new int[] {3}, new float[] {1}, new int[] {7});

        ColdStart.Blend blend = new ColdStart(PARAMETERS, 25, new LearnedRows(rows, product -> product < 4))
                .of(4, own, 3, LookAlikes.NONE);

        assertThat(blend.row()).isSameAs(own);
        assertThat(blend.incoming().size()).isZero();
    }

    @Test
    void leavesNoSourceMoreInheritedEdgesThanAllowed() {
        InheritedEdges[] inherited = {
            new InheritedEdges(new int[] {4, 3}, new float[] {0.5f, 0.1f}, new int[] {4, 3}),
            new InheritedEdges(new int[] {4}, new float[] {0.7f}, new int[] {4}),
            new InheritedEdges(new int[] {4}, new float[] {0.6f}, new int[] {3}),
            InheritedEdges.NONE,
            InheritedEdges.NONE
        };

        InheritedEdges.keepBest(inherited, inherited.length, 2);

        assertThat(inherited[0].sources()).containsExactly(3);
        assertThat(inherited[0].via()).containsExactly(3);
        assertThat(inherited[1].sources()).containsExactly(4);
        assertThat(inherited[2].scores()).containsExactly(0.6f);
    }

    @Test
    void learnsOnlyFromEstablishedRows() {
        LearnedRows established = new LearnedRows(rows, product -> product < 2);

        assertThat(established.into(2).sources()).containsExactly(0, 1);
        assertThat(established.into(0).sources()).isEmpty();
    }

    @Test
    void callsWhoeverSellsEstablishedInAYoungShop() {
        Baskets baskets = new Baskets(3, new int[] {0, 2, 3}, new int[] {0, 1, 0});

        PairEvidence evidence = PairEvidence.of(baskets, PARAMETERS);

        assertThat(evidence.pairs()).containsExactly(1, 1, 0);
        assertThat(evidence.established(0)).isTrue();
        assertThat(evidence.established(2)).isFalse();
    }

    @Test
    void asksForKappaPairsInAGrownShop() {
        // 21 products in 100 baskets of their own each, and one that was sold with one of them once.
        int[] start = new int[102];
        int[] members = new int[100 * 21 + 2];
        for (int basket = 0; basket < 100; basket++) {
            for (int product = 0; product < 21; product++) {
                members[basket * 21 + product] = product;
            }
            start[basket + 1] = (basket + 1) * 21;
        }
        members[2100] = 0;
        members[2101] = 21;
        start[101] = 2102;

        PairEvidence evidence = PairEvidence.of(new Baskets(22, start, members), PARAMETERS);

        assertThat(evidence.established(20)).isTrue();
        assertThat(evidence.established(21)).isFalse();
    }

    @Test
    void letsNobodyBorrowWithoutKappa() {
        PairEvidence evidence =
                PairEvidence.of(new Baskets(1, new int[] {0}, new int[0]), new ColdStartParameters(0, 10, 5, 1, 0, 5));

        assertThat(evidence.established(0)).isTrue();
    }

    private ColdStart.Blend blend(ColdStartParameters parameters, Row own, long pairs) {
        return new ColdStart(parameters, 25, new LearnedRows(rows, product -> product < 4)).of(4, own, pairs, ALIKE);
    }

    private static Row row(int[] products, float... scores) {
        return new Row(products, scores, new int[products.length]);
    }
}
