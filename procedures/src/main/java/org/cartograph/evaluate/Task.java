package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.cartograph.facts.OrderBook;
import org.cartograph.shop.Shop;

/**
 * A question that shops ask, as an experiment on past orders.
 *
 * <p>All rank the full catalogue of products with at least one training order; no negatives are sampled.
 */
enum Task {
    /** Each product of a test order is hidden in turn and has to be found from the others; customers do not count. */
    BASKET("complete-the-basket"),
    /** What a customer buys in other orders within 30 days after a test order. */
    NEXT30("bought-next"),
    /** A customer's first test order, from the whole training history. */
    PERSONAL("for-you"),
    /** As {@code BASKET}, for products that have lost their training orders. */
    COLD("complete-the-basket");

    private static final long WINDOW_SECONDS = 30L * 24 * 60 * 60;

    private final String placement;

    Task(String placement) {
        this.placement = placement;
    }

    /** The name in a configuration. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The placement that answers it in a shop. */
    String placement() {
        return placement;
    }

    /** The segments into which its figures are divided. */
    List<String> segments() {
        return switch (this) {
            case BASKET, NEXT30 -> List.of("all");
            case PERSONAL -> List.of("all", "new", "repeat");
            case COLD -> List.of("all", "warm");
        };
    }

    /** The test orders of a segment as cases; those without a question are none. */
    List<Case> cases(TrainingPart part, int until, String segment) {
        return switch (this) {
            case BASKET -> baskets(part, until, product -> true);
            case COLD -> baskets(part, until, segment.equals("warm") ? product -> !part.cold(product) : part::cold);
            case NEXT30 -> next(part, until);
            case PERSONAL -> personal(part, until, segment);
        };
    }

    private static List<Case> baskets(TrainingPart part, int until, LongPredicate hidden) {
        List<Case> cases = new ArrayList<>();
        for (OrderBook.Entry order : part.book().orders().subList(part.cut(), until)) {
            long[] known = known(part, order);
            long[] seeds =
                    Arrays.stream(known).filter(product -> !part.cold(product)).toArray();
            boolean asks = Arrays.stream(known).anyMatch(product -> hidden.test(product) && others(seeds, product) > 0);
            if (known.length >= 2 && asks) {
                cases.add(new Case(() -> hideEach(known, seeds, hidden, order.time())));
            }
        }
        return cases;
    }

    private static List<Question> hideEach(long[] known, long[] seeds, LongPredicate hidden, long time) {
        List<Question> questions = new ArrayList<>();
        for (long product : known) {
            if (hidden.test(product) && others(seeds, product) > 0) {
                long[] left =
                        Arrays.stream(seeds).filter(seed -> seed != product).toArray();
                questions.add(new Question(left, -1, new long[] {product}, Question.Ranked.ALL, time));
            }
        }
        return questions;
    }

    private static long others(long[] seeds, long product) {
        return Arrays.stream(seeds).filter(seed -> seed != product).count();
    }

    private static List<Case> next(TrainingPart part, int until) {
        List<OrderBook.Entry> test = part.book().orders().subList(part.cut(), until);
        Map<Integer, List<OrderBook.Entry>> byCustomer = new HashMap<>();
        test.forEach(order -> byCustomer
                .computeIfAbsent(order.customer(), key -> new ArrayList<>())
                .add(order));
        List<Case> cases = new ArrayList<>();
        for (OrderBook.Entry order : test) {
            long[] seeds = known(part, order);
            if (part.book().guest()[order.customer()]) {
                continue;
            }
            long[] truth = byCustomer.getOrDefault(order.customer(), List.of()).stream()
                    .filter(later -> later.time() > order.time() && later.time() - order.time() <= WINDOW_SECONDS)
                    .flatMapToLong(later -> Arrays.stream(known(part, later)))
                    .filter(product -> Arrays.binarySearch(seeds, product) < 0)
                    .distinct()
                    .sorted()
                    .toArray();
            if (truth.length > 0) {
                Question question = new Question(seeds, order.customer(), truth, Question.Ranked.ALL, order.time());
                cases.add(new Case(() -> List.of(question)));
            }
        }
        return cases;
    }

    private static List<Case> personal(TrainingPart part, int until, String segment) {
        List<Case> cases = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (OrderBook.Entry order : part.book().orders().subList(part.cut(), until)) {
            List<Shop.PastPurchase> history = part.history(order.customer());
            if (part.book().guest()[order.customer()] || history.isEmpty() || !seen.add(order.customer())) {
                continue;
            }
            Set<Long> owned = new HashSet<>();
            history.forEach(purchase -> owned.add(purchase.product()));
            Question.Ranked ranked = ranked(segment);
            long[] truth = Arrays.stream(known(part, order))
                    .filter(product -> ranked == Question.Ranked.ALL
                            || (ranked == Question.Ranked.REPEAT) == owned.contains(product))
                    .toArray();
            if (truth.length > 0) {
                Question question = new Question(new long[0], order.customer(), truth, ranked, order.time());
                cases.add(new Case(() -> List.of(question)));
            }
        }
        return cases;
    }

    private static Question.Ranked ranked(String segment) {
        return switch (segment) {
            case "new" -> Question.Ranked.NEW;
            case "repeat" -> Question.Ranked.REPEAT;
            default -> Question.Ranked.ALL;
        };
    }

    /** The known products of an order, ascending. */
    private static long[] known(TrainingPart part, OrderBook.Entry order) {
        return Arrays.stream(order.products())
                .mapToLong(part::rank)
                .filter(product -> product >= 0)
                .sorted()
                .toArray();
    }
}
