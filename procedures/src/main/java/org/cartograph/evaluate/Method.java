package org.cartograph.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.recommend.Answer;
import org.cartograph.recommend.Item;
import org.cartograph.recommend.Ranking;
import org.cartograph.recommend.Recommender;
import org.cartograph.recommend.Request;
import org.cartograph.shop.Shop;

/** A way of ranking products that is measured. */
interface Method {
    /** The first {@code most} products, best first; seeds are not among them. */
    long[] best(Question question, int most);

    /** The serving recommender's ranking alone; what it gives no score follows by popularity. */
    static Method cartograph(TrainingPart part, TrainingShop shop, RecommendSettings settings, Task task) {
        return (question, most) -> {
            Ranking ranking = new Ranking(shop.at(question.time()), settings, task.placement());
            LongPredicate allowed = allowed(part, question);
            long[] best = ranking.best(question.seedIds(part), question.customerId(), allowed, most);
            return filled(part, question, best, allowed, most);
        };
    }

    /**
     * The serving recommender with everything around it, as a storefront would ask: a box of the size that is measured,
     * and what a larger box shows besides, for the measures that look deeper.
     *
     * @param size items of the box
     */
    static Method withRules(TrainingPart part, TrainingShop shop, RecommendSettings settings, Task task, int size) {
        return (question, most) -> {
            LongPredicate allowed = allowed(part, question);
            Set<String> excluded = question.ranked() == Question.Ranked.ALL
                    ? Set.of()
                    : LongStream.range(0, part.products())
                            .filter(allowed.negate())
                            .mapToObj(part::id)
                            .collect(Collectors.toSet());
            Recommender recommender = new Recommender(shop.at(question.time()), settings);
            LongFunction<LongStream> box = limit -> recommender
                    .answer(Request.forPlacement(
                            settings.placement(task.placement()),
                            question.seedIds(part),
                            question.customerId(),
                            excluded,
                            (int) limit,
                            true))
                    .boxes()
                    .stream()
                    .map(Answer.Box::items)
                    .flatMap(List::stream)
                    .mapToLong(Item::product);
            return LongStream.concat(box.apply(size), box.apply(most))
                    .distinct()
                    .limit(most)
                    .toArray();
        };
    }

    /** Bestsellers. */
    static Method popularity(TrainingPart part) {
        return (question, most) -> filled(part, question, new long[0], allowed(part, question), most);
    }

    /** Bestsellers of the categories of the seeds, or of the customer's past where there are none. */
    static Method category(TrainingPart part, Shop shop) {
        return (question, most) -> {
            LongPredicate allowed = allowed(part, question);
            long[] interests = question.seeds().length > 0 || question.customer() < 0
                    ? question.seeds()
                    : part.history(question.customer()).stream()
                            .mapToLong(Shop.PastPurchase::product)
                            .distinct()
                            .toArray();
            Set<Long> categories = Arrays.stream(interests)
                    .boxed()
                    .flatMap(product -> shop.traits(product).categories().stream())
                    .collect(Collectors.toSet());
            long[] best = categories.stream()
                    .flatMap(category -> shop.lists().popularIn(category, most + interests.length).stream())
                    .mapToLong(Shop.Seller::product)
                    .distinct()
                    .sorted()
                    .filter(product -> allowed.test(product) && !isSeed(question, product))
                    .limit(most)
                    .toArray();
            return filled(part, question, best, allowed, most);
        };
    }

    private static LongPredicate allowed(TrainingPart part, Question question) {
        if (question.ranked() == Question.Ranked.ALL) {
            return product -> true;
        }
        Set<Long> owned = part.history(question.customer()).stream()
                .map(Shop.PastPurchase::product)
                .collect(Collectors.toSet());
        boolean repeat = question.ranked() == Question.Ranked.REPEAT;
        return product -> owned.contains(product) == repeat;
    }

    private static long[] filled(TrainingPart part, Question question, long[] best, LongPredicate allowed, int most) {
        long[] filled = Arrays.copyOf(best, most);
        int size = best.length;
        for (long product = 0; size < most && product < part.products(); product++) {
            if (allowed.test(product) && !isSeed(question, product) && !contains(filled, size, product)) {
                filled[size++] = product;
            }
        }
        return Arrays.copyOf(filled, size);
    }

    private static boolean isSeed(Question question, long product) {
        return contains(question.seeds(), question.seeds().length, product);
    }

    private static boolean contains(long[] products, int size, long product) {
        for (int at = 0; at < size; at++) {
            if (products[at] == product) {
                return true;
            }
        }
        return false;
    }
}
