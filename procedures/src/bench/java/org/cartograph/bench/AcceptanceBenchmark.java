package org.cartograph.bench;

import java.util.Locale;
import org.cartograph.fixture.SimulatedShoppers;

/**
 * How many clicks an answer gets the more answers were seen, by simulated shoppers whose true preferences are known.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@acceptance}
 */
public final class AcceptanceBenchmark {
    private static final int SEEDS = 20;
    private static final int CANDIDATES = 25;
    private static final int BATCH = 200;
    private static final int[] SEEN = {0, 50, 100, 200, 400, 800};

    private AcceptanceBenchmark() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        SimulatedShoppers shoppers = new SimulatedShoppers(SEEDS, CANDIDATES, 1);
        SimulatedShoppers.stages("response: 0, exploration: {share: 0, swap: 0}");
        double without = shoppers.come(SEEDS * 10);
        shoppers = new SimulatedShoppers(SEEDS, CANDIDATES, 1);
        MarkdownTable table = new MarkdownTable(
                "answers with a seed", "clicks an answer, learning", "not learning", "best possible", "regret so far");
        double regret = 0;
        int seen = 0;
        for (int until : SEEN) {
            double clicks = 0;
            while (seen < until * SEEDS) {
                clicks = shoppers.come(BATCH);
                shoppers.learn();
                regret += BATCH * (shoppers.best() - clicks);
                seen += BATCH;
            }
            table.row(
                    String.valueOf(until),
                    number(until == 0 ? without : clicks),
                    number(without),
                    number(shoppers.best()),
                    number(regret));
        }
        table.print();
        for (int rank = 1; rank <= SimulatedShoppers.SIZE; rank++) {
            System.out.printf(
                    Locale.ROOT,
                    "rank %d is looked at %.2f, learned %.2f%n",
                    rank,
                    SimulatedShoppers.examination(rank),
                    shoppers.learnedExamination(rank));
        }
        System.exit(0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.0f", value);
    }
}
