package org.cartograph.load;

import org.cartograph.load.csv.RejectsFile;
import org.neo4j.driver.Session;

/** One file's way into the graph. */
sealed interface Step permits ProductStep, OrderStep, FactStep {

    /** Reads the whole file, counts it and lists its rejects; writes nothing. */
    void check(RejectsFile rejects);

    /** Writes the good rows. */
    void write(Session session, Progress progress);

    /** What came of it. */
    FileSummary summary();
}
