package org.cartograph.service.events;

import java.util.List;
import java.util.Map;
import org.cartograph.service.writing.Batch;
import org.cartograph.service.writing.Written;
import org.neo4j.driver.TransactionContext;

/** Writes who met which experiment. */
final class ExposureBatch implements Batch<Map<String, Object>> {

    private static final int LAST = 50;

    private static final String EXPOSE = """
            CALL cartograph.experiment.expose($exposures)
            YIELD index, status, reason
            RETURN status, reason ORDER BY index""";

    @Override
    public List<Written> write(TransactionContext transaction, List<Map<String, Object>> items) {
        return transaction.run(EXPOSE, Map.of("exposures", items)).list(PluginRow::written);
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public String name() {
        return "exposures";
    }
}
