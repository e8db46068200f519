package org.cartograph.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One {@code kill -9} of the database and one of the service under load; the benchmark does it twenty times. */
final class KilledIT {

    @Test
    void losesNothingThatWasAcknowledgedAndCountsNothingTwice(@TempDir Path folder) throws Exception {
        Ledger ledger = new Ledger();
        ChildDatabase database = ChildDatabase.shared();
        try (Outages outages = new Outages(database, folder)) {
            outages.run(2, 1_000, ledger);

            assertThat(ledger.repetitions()).as("requests that met an outage").isPositive();
            Books.reconcile(ledger, database);
        }
    }
}
