package org.cartograph.similarity;

/**
 * Directed pairs a → b: in the same order, or b in a later order of the same customer.
 *
 * <p>A pair weighs 1 in the same order, plus {@code ½ · 1/(1+gap)} for each strictly later order within the window,
 * where gap is the distance in the customer's own sequence of orders (the next order is 1); either is multiplied with
 * {@code d^−walkAlpha} of the order that holds b. The count is the number of customers with any such pair.
 */
public final class NextOrder implements CoPurchases {
    private final Baskets orders;
    private final OrderSequence sequence;
    private final float[] weight;
    private final long window;

    /** Prepares the weight of each order; {@code window} is in seconds. */
    public NextOrder(Baskets orders, OrderSequence sequence, Weighting weighting, long window) {
        this.orders = orders;
        this.sequence = sequence;
        this.weight = orders.weights(weighting.walkAlpha());
        this.window = window;
    }

    @Override
    public Baskets baskets() {
        return orders;
    }

    @Override
    public void count(int product, Tally tally) {
        int[] productOrders = orders.productBaskets();
        int end = orders.productStart(product + 1);
        for (int at = orders.productStart(product); at < end; at++) {
            int order = productOrders[at];
            add(order, 1, tally);
            long from = sequence.time()[order];
            int owner = sequence.customer()[order];
            int gap = 1;
            for (int later = order + 1; later < orders.count() && sequence.customer()[later] == owner; later++) {
                long after = sequence.time()[later] - from;
                if (after > window) {
                    break;
                }
                // Two orders placed at the same moment have no before and after.
                if (after > 0) {
                    add(later, 0.5f / (1 + gap), tally);
                }
                gap++;
            }
        }
    }

    private void add(int order, float share, Tally tally) {
        float added = share * weight[order];
        int customer = sequence.customer()[order] + 1;
        int[] members = orders.basketProducts();
        int end = orders.basketStart(order + 1);
        for (int at = orders.basketStart(order); at < end; at++) {
            int other = members[at];
            if (tally.walk[other] == 0) {
                tally.touched[tally.size++] = other;
            }
            tally.walk[other] += added;
            if (tally.counted[other] != customer) {
                tally.counted[other] = customer;
                tally.count[other]++;
            }
        }
    }
}
