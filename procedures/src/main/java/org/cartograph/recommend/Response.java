package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.cartograph.placement.Placement;
import org.cartograph.shop.Offered;
import org.cartograph.shop.Shop;

/**
 * Lets rise what is taken more often than was to be expected when it was offered, and lets sink what is not.
 *
 * <p>Rates are takes a look, relative to the box's own b. There are two levels, each shrunk towards the one above it by a
 * gamma prior that counts as {@value #OWN} and {@value #BESIDE} takes (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6;
 * for rates of clicks on pages: Agarwal et al., Estimating rates of rare events at multiple resolutions, KDD 2007):
 *
 * <pre>
 * R = (OWN + T) / (OWN + b·S)                the product, in this box beside other seeds: T takes of S looks
 * P = (BESIDE·R·s + t) / (BESIDE + b·n)      the product beside this page's seeds: t takes of n looks
 * score · (P / s)^response
 * </pre>
 *
 * where s is its score relative to that of what this box shows: the model's own guess of P. So what the model expected of a
 * product counts less and less; with many looks P is what happened, whatever s was. P/s and s lie within 1/{@value #BOUND}
 * and {@value #BOUND}. Priors are in takes, not in looks, so that they mean the same where one in ten is taken and where one
 * in a thousand is: a click alone, a tenth of a take, moves a usual product by a twentieth at most.
 */
final class Response {
    static final String STAGE = "response";

    private static final double OWN = 2;
    private static final double BESIDE = 4;
    private static final double BOUND = 10;
    /** Before anything is known of a box, one look in twenty is assumed to end with a take, and that to be one take. */
    private static final double ASSUMED_RATE = 0.05;

    private static final double ASSUMED_TAKES = 1;
    /** The last of a full cart or a long history decide little, and each has hundreds of offers to read. */
    private static final int MOST_SEEDS = 10;

    private final Shop shop;
    private final String placement;
    private final double exponent;
    private final double rate;
    private final List<Anchor> seeds;
    private final List<Offered> beside = new ArrayList<>();
    private boolean looked;
    private double usualBlend;

    Response(Shop shop, Placement placement, List<Anchor> seeds) {
        this.shop = shop;
        this.placement = placement.name();
        this.exponent = placement.stages().response();
        this.rate = shop.takeRate(placement.name());
        this.seeds = seeds;
    }

    private boolean isKnown() {
        return !Double.isNaN(rate);
    }

    /**
     * Notes what the scores of a box's best contenders are.
     *
     * @param pool by the model's score, best first
     */
    void expect(List<Contender> pool, int size) {
        int places = Math.min(size, pool.size());
        double sum = 0;
        for (int place = 0; place < places; place++) {
            sum += pool.get(place).blend();
        }
        usualBlend = places == 0 ? 0 : sum / places;
    }

    /** Changes a contender's score. */
    void adjust(Contender contender) {
        if (exponent > 0 && isKnown() && contender.blend() > 0) {
            Posterior posterior = posterior(contender);
            double factor = posterior.takes() / posterior.expected() / expected(contender);
            contender.multiply(STAGE, null, Math.pow(Math.min(BOUND, Math.max(1 / BOUND, factor)), exponent));
        }
    }

    /** A draw of how often a contender would be taken, by what is known of it: between 0 and 1. */
    double draw(RandomGenerator random, Contender contender) {
        Posterior posterior = posterior(contender);
        double looks = posterior.expected() / (isKnown() ? rate : ASSUMED_RATE);
        double refused = Math.max(posterior.takes(), looks - posterior.takes());
        return BetaSampler.draw(random, posterior.takes(), refused);
    }

    /**
     * What is known of a contender beside this page's seeds: the two parameters of a gamma distribution.
     *
     * @param takes with the prior's
     * @param expected takes that a usual product would have had
     */
    private record Posterior(double takes, double expected) {}

    private Posterior posterior(Contender contender) {
        double[] here = new double[2];
        for (Offered offered : beside()) {
            offered.addTo(contender.product(), here);
        }
        if (!isKnown()) {
            return new Posterior(ASSUMED_TAKES + here[1], ASSUMED_TAKES + ASSUMED_RATE * Math.max(here[0], here[1]));
        }
        Shop.Outcomes all = shop.outcomes(contender.product(), placement);
        double elsewhere = OWN + Math.max(0, all.taken() - here[1]);
        double expectedElsewhere = OWN + rate * Math.max(0, all.shown() - here[0]);
        return new Posterior(
                BESIDE * expected(contender) * elsewhere / expectedElsewhere + here[1], BESIDE + rate * here[0]);
    }

    /** s: what the model alone expects of a contender, relative to what the box shows. */
    private double expected(Contender contender) {
        return usualBlend > 0 && contender.blend() > 0
                ? Math.min(BOUND, Math.max(1 / BOUND, contender.blend() / usualBlend))
                : 1;
    }

    /** What was offered beside the page's seeds; read when first needed. */
    private List<Offered> beside() {
        if (!looked) {
            looked = true;
            seeds.stream()
                    .mapToLong(Anchor::product)
                    .distinct()
                    .limit(MOST_SEEDS)
                    .forEach(seed -> {
                        Offered offered = shop.offered(seed, placement);
                        if (offered.size() > 0) {
                            beside.add(offered);
                        }
                    });
        }
        return beside;
    }
}
