package org.cartograph.insight;

/**
 * How many orders a set must be in to belong to the most frequent ones: a floor that rises as more sets are counted.
 *
 * <p>Where the floor ends does not depend on the order in which the sets came.
 */
final class FrequencyFloor {
    private final long[] setsByOrders;
    private final long most;
    private long above;
    private int floor;

    /**
     * A floor.
     *
     * @param lowest what it begins with
     * @param highest in how many orders a set may be at most
     * @param most how many sets may lie on it and above; ties are left out rather than chosen from
     */
    FrequencyFloor(int lowest, int highest, long most) {
        this.floor = lowest;
        this.setsByOrders = new long[Math.max(lowest, highest) + 2];
        this.most = most;
    }

    /** Counts a set of at least {@link #orders()} orders. */
    void count(int orders) {
        setsByOrders[orders]++;
        above++;
        while (above > most) {
            above -= setsByOrders[floor++];
        }
    }

    /** The fewest orders that count. */
    int orders() {
        return floor;
    }
}
