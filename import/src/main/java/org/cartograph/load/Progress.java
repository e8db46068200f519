package org.cartograph.load;

/** Who wants to see how far a load is. Called from one thread at a time. */
public interface Progress {

    /**
     * A file begins.
     *
     * @param what the kind of rows, in the plural
     * @param rows how many there are
     */
    void start(String what, long rows);

    /** So many more rows are safely in the graph, or were found to need no writing. */
    void advance(long rows);

    /** The file that began last has ended, well or badly. */
    void finish();

    /** Shows nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void start(String what, long rows) {}

            @Override
            public void advance(long rows) {}

            @Override
            public void finish() {}
        };
    }
}
