package org.cartograph.service.writing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.LogText;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the graph has the constraints by which items are found again: a shop's graph may be older than some of
 * them. Asked again and again by the writer; does its work once.
 */
final class GraphKeys {

    private static final Logger LOG = LoggerFactory.getLogger(GraphKeys.class);

    private static final String INSTALL = "CALL cartograph.schema.install()";

    /** A constraint is built from all that is there. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ShopDatabase database;
    private boolean installed;
    private boolean complained;
    private long nextTry = System.nanoTime();

    GraphKeys(ShopDatabase database) {
        this.database = database;
    }

    /** Whether there is nothing left to do. */
    boolean areInstalled() {
        return installed;
    }

    /** Installs what is missing, if the database is there. Where it refuses, writing goes on without. */
    void install() {
        if (installed || !database.isKnown() || System.nanoTime() - nextTry < 0) {
            return;
        }
        try {
            database.write(INSTALL, Map.of(), PATIENCE, List::size);
            installed = true;
        } catch (Neo4jException failure) {
            if (isRefusal(failure)) {
                nextTry = System.nanoTime() + PAUSE.toNanos();
                complain(failure);
            }
        } catch (DatabaseAway away) {
            nextTry = System.nanoTime(); // the write that comes next fails as well, and its caller is told
        }
    }

    /** Whether the server itself says no: the driver's own impatience counts as an outage. */
    private static boolean isRefusal(Neo4jException failure) {
        return failure instanceof ClientException
                && String.valueOf(failure.code()).startsWith("Neo.ClientError.");
    }

    private void complain(Neo4jException refused) {
        if (!complained) {
            LOG.warn(
                    "The graph's constraints could not be installed, so writing may be slow and write twice: {}",
                    LogText.of(refused));
            complained = true;
        }
    }
}
