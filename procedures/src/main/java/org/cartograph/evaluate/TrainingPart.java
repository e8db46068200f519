package org.cartograph.evaluate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.cartograph.facts.OrderBook;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * What was known at the moment that separates training from test.
 *
 * <p>Products are numbered by their sales: 0 has the most training orders, ties go to the smaller id. So a smaller number
 * is what the protocol prefers among equals, and "rank the rest by popularity" means counting up.
 */
final class TrainingPart {
    private static final double SECONDS_A_DAY = 24 * 60 * 60;

    private final OrderBook book;
    private final int cut;
    private final BitSet removed;
    private final int[] byRank;
    private final int[] rankOf;
    private final int[] sales;
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<List<Shop.PastPurchase>> histories = new ArrayList<>();

    /**
     * @param cut how many orders are training, from the oldest
     * @param removed products that lose their training orders but stay in the catalogue
     */
    TrainingPart(OrderBook book, int cut, BitSet removed) {
        this.book = book;
        this.cut = cut;
        this.removed = removed;
        int[] before = new int[book.products().size()];
        int[] left = new int[before.length];
        for (OrderBook.Entry order : book.orders().subList(0, cut)) {
            for (int product : order.products()) {
                before[product]++;
                left[product] += removed.get(product) ? 0 : 1;
            }
        }
        this.byRank = IntStream.range(0, before.length)
                .filter(product -> before[product] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(product -> -left[product])
                        .thenComparing(book.productIds()::get))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rankOf = new int[before.length];
        Arrays.fill(rankOf, -1);
        this.sales = new int[byRank.length];
        for (int rank = 0; rank < byRank.length; rank++) {
            rankOf[byRank[rank]] = rank;
            sales[rank] = left[byRank[rank]];
            numbers.put(book.productIds().get(byRank[rank]), (long) rank);
        }
        readHistories();
    }

    private void readHistories() {
        for (int customer = 0; customer < book.customers(); customer++) {
            histories.add(new ArrayList<>(0));
        }
        for (int at = cut - 1; at >= 0; at--) {
            OrderBook.Entry order = book.orders().get(at);
            Instant when = Instant.ofEpochSecond(order.time());
            for (int product : order.products()) {
                if (!removed.get(product)) {
                    histories.get(order.customer()).add(new Shop.PastPurchase(rankOf[product], when));
                }
            }
        }
    }

    /** Products with {@code crc32(id) % 10 = residue} that are known before the cut. */
    static BitSet cold(OrderBook book, int cut, int residue) {
        BitSet cold = new BitSet();
        for (OrderBook.Entry order : book.orders().subList(0, cut)) {
            for (int product : order.products()) {
                CRC32 crc = new CRC32();
                crc.update(book.productIds().get(product).getBytes(StandardCharsets.UTF_8));
                if (crc.getValue() % 10 == residue) {
                    cold.set(product);
                }
            }
        }
        return cold;
    }

    OrderBook book() {
        return book;
    }

    int cut() {
        return cut;
    }

    BitSet removed() {
        return removed;
    }

    /** How many products are known. */
    int products() {
        return byRank.length;
    }

    /** The number of a known product by its number in the order book; −1 for one that came later. */
    int rank(int product) {
        return rankOf[product];
    }

    /** The number in the order book. */
    int bookNumber(long rank) {
        return byRank[(int) rank];
    }

    /** The number of a known product by its id, or null. */
    @Nullable
    Long number(String id) {
        return numbers.get(id);
    }

    /** Its id. */
    String id(long rank) {
        return book.productIds().get(byRank[(int) rank]);
    }

    /** Training orders with a product. */
    int sales(long rank) {
        return sales[(int) rank];
    }

    /** What a customer bought, newest first. */
    List<Shop.PastPurchase> history(int customer) {
        return histories.get(customer);
    }

    /** Whether the product has lost its training orders. */
    boolean cold(long rank) {
        return removed.get(byRank[(int) rank]);
    }

    /** Training orders with each product, an order counting {@code 2^(−age/halfLife)}, ages counted from the newest. */
    double[] recentSales(double halfLifeDays) {
        double[] sales = new double[byRank.length];
        if (cut > 0) {
            long newest = book.orders().get(cut - 1).time();
            for (OrderBook.Entry order : book.orders().subList(0, cut)) {
                double weight = Math.pow(2, -(newest - order.time()) / (halfLifeDays * SECONDS_A_DAY));
                for (int product : order.products()) {
                    sales[rankOf[product]] += removed.get(product) ? 0 : weight;
                }
            }
        }
        return sales;
    }
}
