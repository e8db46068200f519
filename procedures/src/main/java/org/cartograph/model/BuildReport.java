package org.cartograph.model;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a build read, learned and wrote.
 *
 * @param purchases PURCHASED relationships that were read
 * @param products products in the catalogue
 * @param customers customers with or without purchases, guests included
 * @param orders orders read; 0 when only ALSO_BOUGHT was built, which does not need them
 * @param cutHistories customers of whom only the most recent purchases counted for ALSO_BOUGHT
 * @param visits visits with a view of a product; 0 when ALSO_VIEWED was not built
 * @param skippedAttributes attributes that too many products have to say anything
 * @param skippedNames the best-known of them
 * @param boundedProducts products of whose many attributes only the rarest count
 * @param meanStars mean rating of the shop; 0 when nobody gave stars
 * @param readMillis wall time of reading the graph
 */
public record BuildReport(
        String modelId,
        ZonedDateTime builtAt,
        long purchases,
        long products,
        long customers,
        long orders,
        long cutHistories,
        long visits,
        long skippedAttributes,
        List<String> skippedNames,
        long boundedProducts,
        double meanStars,
        long readMillis,
        List<FamilyReport> families) {

    long edges() {
        return families.stream().mapToLong(FamilyReport::edges).sum();
    }

    /** The figures as a Cypher map, for the Model node. */
    String metrics() {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("customers", customers);
        metrics.put("orders", orders);
        metrics.put("cutHistories", cutHistories);
        metrics.put("visits", visits);
        metrics.put("skippedAttributes", skippedAttributes);
        metrics.put("skippedNames", skippedNames);
        metrics.put("boundedProducts", boundedProducts);
        metrics.put("readMillis", readMillis);
        for (FamilyReport family : families) {
            String name = family.family().name();
            metrics.put(name + "_products", family.products());
            metrics.put(name + "_edges", family.edges());
            metrics.put(name + "_inherited", family.inherited());
            metrics.put(name + "_rowsWritten", family.rowsWritten());
            metrics.put(name + "_learnMillis", family.learnMillis());
            metrics.put(name + "_ridgeMillis", family.ridgeMillis());
            metrics.put(name + "_writeMillis", family.writeMillis());
        }
        return CypherMap.of(metrics);
    }
}
