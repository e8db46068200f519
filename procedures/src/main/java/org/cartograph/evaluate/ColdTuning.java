package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.cartograph.facts.Catalogue;
import org.cartograph.facts.OrderBook;
import org.cartograph.work.Workers;

/**
 * Finds how much room new products may take: the most that is not shown to cost warm products more than 3 % of their hit
 * rate, by more than the standard error of what was measured.
 *
 * <p>Three tenths of the catalogue lose their training orders, one tenth after the other; one alone would be too noisy in
 * a small catalogue. Tenths by {@code crc32(id) % 10} are others than the one that an evaluation hides.
 */
final class ColdTuning {
    private static final double FLOOR = 0.97;
    /** A loss of three in a hundred takes more orders to see than a gain that is looked for. */
    private static final int MOST_QUESTIONS = 45_000;

    private static final int[] RESIDUES = {1, 4, 7};
    private static final double[] FACTORS = {
        0, 0.25, 0.35, 0.5, 0.6, 0.65, 0.7, 0.725, 0.75, 0.775, 0.8, 0.825, 0.85, 0.875, 0.9, 0.925, 0.95, 0.975, 1,
        1.025, 1.05, 1.1, 1.15, 1.2, 1.3, 1.4, 1.6, 1.8, 2, 2.5, 3
    };
    private static final List<String> PLACEMENTS =
            List.of("complete-the-basket", "frequently-bought-together", "also-bought", "bought-next", "for-you");

    private final List<Laboratory> laboratories = new ArrayList<>();

    ColdTuning(OrderBook book, Catalogue catalogue, int cut, int until, Workers workers, TuningSettings settings) {
        for (int residue : RESIDUES) {
            BitSet removed = TrainingPart.cold(book, cut, residue);
            laboratories.add(new Laboratory(book, catalogue, cut, until, removed, MOST_QUESTIONS, workers, settings));
        }
    }

    /** Bisects, because more room never leaves the others more. */
    void run(Tuning.Search search) {
        int samples = laboratories.get(0).cases(Task.COLD, "warm").size();
        if (samples < Tuning.FEWEST_SAMPLES) {
            search.leave(Task.COLD, "HR@10", samples);
            return;
        }
        List<double[]> without = new ArrayList<>();
        laboratories.forEach(
                laboratory -> without.add(laboratory.values(Task.COLD, "warm", "HR@10", search.best(), false)));
        int allowed = 0;
        int refused = FACTORS.length;
        while (refused - allowed > 1 && !search.over(1)) {
            int middle = (allowed + refused) / 2;
            Map<String, Object> option = option(FACTORS[middle]);
            Estimate kept = kept(Knob.apply(search.best(), option), without);
            boolean holds = kept.high() >= FLOOR;
            search.report(Task.COLD, option, "warm HR@10 kept", kept, holds, "");
            if (holds) {
                allowed = middle;
            } else {
                refused = middle;
            }
        }
        if (refused - allowed > 1) {
            search.report(Task.COLD, Map.of(), "HR@10", Estimate.exact(0, samples), false, "Its time is over");
        }
        if (allowed == 0 && refused - allowed > 1) {
            return;
        }
        Map<String, Object> chosen = option(FACTORS[allowed]);
        Estimate found = found(Knob.apply(search.best(), chosen));
        if (found.value() == 0) {
            search.report(
                    Task.COLD, chosen, "HR@50", found, false, "Left as it was: what products are says nothing here");
            return;
        }
        search.take(chosen);
        search.report(Task.COLD, chosen, "HR@50", found, true, "Taken");
    }

    /**
     * The share of the hit rate that warm products keep, with one standard error to each side: order by order the two
     * rankings differ little, so their difference is known better than either.
     */
    private Estimate kept(Map<String, Object> parameters, List<double[]> without) {
        double before = 0;
        double lost = 0;
        double squares = 0;
        int orders = 0;
        for (int at = 0; at < laboratories.size(); at++) {
            double[] with = laboratories.get(at).values(Task.COLD, "warm", "HR@10", parameters, true);
            for (int order = 0; order < with.length; order++) {
                double difference = without.get(at)[order] - with[order];
                before += without.get(at)[order];
                lost += difference;
                squares += difference * difference;
                orders++;
            }
        }
        if (before == 0) {
            return Estimate.exact(1, orders);
        }
        double kept = 1 - lost / before;
        double error = Math.sqrt(Math.max(0, squares - lost * lost / orders)) / before;
        return new Estimate(kept, kept - error, kept + error, orders);
    }

    private Estimate found(Map<String, Object> parameters) {
        return laboratories.get(0).measure(Task.COLD, "all", "HR@50", parameters);
    }

    private static Map<String, Object> option(double factor) {
        return Knob.ofAll(
                        PLACEMENTS.stream()
                                .map(placement -> "recommend.recipes." + placement + ".newProducts.weight")
                                .toList(),
                        factor)
                .options()
                .get(0);
    }
}
