package org.cartograph.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a shopper looks for the next thing on one day: among the bestsellers, among what goes with the first thing in
 * the cart, in a favourite category, or anywhere the season's demand leads.
 */
final class Aisles {

    private static final double BESTSELLER_SHARE = 0.10;
    private static final double RELATED_SHARE = 0.40;
    private static final double FAVOURITE_SHARE = 0.26;
    /** Most people look whether a case is made for their phone; presents and mistakes remain. */
    private static final double FITTING_SHARE = 0.8;

    private static final int BESTSELLERS = 10;

    private final Catalogue catalogue;
    private final List<List<Integer>> related;
    private final Fits fits;
    private final int day;
    private final LocalDate date;
    private final WeightedDraw byDemand;
    private final List<Integer> bestsellers;
    private final WeightedDraw byFame = WeightedDraw.of(BESTSELLERS, place -> 1.0 / (place + 2));

    Aisles(Catalogue catalogue, List<List<Integer>> related, Fits fits, LocalDate date, int day) {
        List<Category> categories = catalogue.categories();
        this.catalogue = catalogue;
        this.related = related;
        this.fits = fits;
        this.day = day;
        this.date = date;
        this.byDemand = WeightedDraw.of(
                categories.size(), category -> categories.get(category).demandOn(date));
        this.bestsellers = IntStream.range(0, categories.size())
                .filter(category -> categories.get(category).season() == null)
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        categories.get(b).demand(), categories.get(a).demand()))
                .limit(BESTSELLERS)
                .map(catalogue::favourite)
                .toList();
    }

    /** The first thing of a cart. */
    int start(Shopper shopper, Dice dice) {
        return dice.chance(FAVOURITE_SHARE) ? favourite(shopper, dice) : anything(shopper, dice);
    }

    /** Another thing for a cart that began with a product. */
    int more(Shopper shopper, int first, Dice dice) {
        double mood = dice.unit();
        if (mood < BESTSELLER_SHARE) {
            return bestsellers.get(byFame.draw(dice));
        }
        if (mood < BESTSELLER_SHARE + RELATED_SHARE) {
            return goesWith(first, shopper, dice);
        }
        if (mood < BESTSELLER_SHARE + RELATED_SHARE + FAVOURITE_SHARE) {
            return favourite(shopper, dice);
        }
        return anything(shopper, dice);
    }

    private int goesWith(int first, Shopper shopper, Dice dice) {
        int category = dice.pick(related.get(catalogue.product(first).category()));
        List<Integer> fitting = fits.of(first, category);
        if (!fitting.isEmpty() && dice.chance(FITTING_SHARE)) {
            return dice.pick(fitting);
        }
        return from(category, shopper, dice);
    }

    private int favourite(Shopper shopper, Dice dice) {
        return from(dice.pick(shopper.categories()), shopper, dice);
    }

    private int anything(Shopper shopper, Dice dice) {
        return take(byDemand.draw(dice), shopper, dice);
    }

    private int from(int category, Shopper shopper, Dice dice) {
        boolean onSale = catalogue.categories().get(category).isSoldOn(date);
        return onSale ? take(category, shopper, dice) : anything(shopper, dice);
    }

    /** Looks at two products and takes the one that suits the shopper better. */
    private int take(int category, Shopper shopper, Dice dice) {
        int one = catalogue.draw(category, day, dice);
        int other = catalogue.draw(category, day, dice);
        return shopper.likes(catalogue.product(other)) > shopper.likes(catalogue.product(one)) ? other : one;
    }
}
