package org.cartograph.service.load;

import java.time.Duration;
import org.cartograph.service.demo.ChildDatabase;

/** How many processors a database and a service use, from now on. */
record Cores(ChildDatabase database, MeasuredService service, Duration ofDatabase, Duration ofService) {

    static Cores of(ChildDatabase database, MeasuredService service) {
        return new Cores(database, service, database.processorTime(), service.processorTime());
    }

    /** The database's and the service's, on average since then. */
    String used(int seconds) {
        return "%.2f, %.2f"
                .formatted(
                        database.processorTime().minus(ofDatabase).toMillis() / 1e3 / seconds,
                        service.processorTime().minus(ofService).toMillis() / 1e3 / seconds);
    }
}
