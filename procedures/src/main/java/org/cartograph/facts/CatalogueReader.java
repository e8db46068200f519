package org.cartograph.facts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.Attributes;
import org.cartograph.similarity.LookAlikes;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** Reads what the products are, with several threads: each takes a run of neighbouring products. */
public final class CatalogueReader {
    private final GraphDatabaseService database;
    private final ProductIndex index;
    private final Workers workers;

    /** A reader of the products that were numbered. */
    public CatalogueReader(GraphDatabaseService database, ProductIndex index, Workers workers) {
        this.database = database;
        this.index = index;
        this.workers = workers;
    }

    /** Reads the catalogue as it stands. */
    public Catalogue read() {
        return read(IntStream.range(0, index.size()).toArray());
    }

    /** Reads the catalogue as it stands; the vector index, the dear part, is asked for these products alone. */
    public Catalogue read(int[] asked) {
        double[] prices = new double[index.size()];
        List<ProductPart> parts = workers.all(thread -> readPart(thread, prices));
        long[] own = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.attributes.toArray()))
                .sorted()
                .distinct()
                .toArray();
        LookAlikes[] vectors = new VectorReader(database, index, workers).read(asked);
        try (Transaction transaction = database.beginTx()) {
            Ancestors ancestors = new Ancestors(transaction);
            long[] nodes = LongStream.concat(
                            Arrays.stream(own),
                            Arrays.stream(own)
                                    .flatMap(node ->
                                            ancestors.of(node).keySet().stream().mapToLong(Long::longValue)))
                    .sorted()
                    .distinct()
                    .toArray();
            AttributeMerge merge = new AttributeMerge(transaction, nodes, ancestors);
            for (ProductPart part : parts) {
                merge.add(part, workers);
            }
            Attributes attributes = merge.attributes();
            return new Catalogue(attributes, prices, vectors, merge.skipped(attributes));
        }
    }

    private ProductPart readPart(int thread, double[] prices) {
        int block = (index.size() + workers.count() - 1) / workers.count();
        int from = Math.min(index.size(), thread * block);
        ProductPart part = new ProductPart(from, prices);
        try (Transaction transaction = database.beginTx()) {
            for (int product = from; product < Math.min(index.size(), from + block); product++) {
                workers.checkpoint();
                Node node;
                try {
                    node = NodeIds.node(transaction, index.nodes()[product]);
                } catch (NotFoundException gone) {
                    part.addNone();
                    continue;
                }
                part.add(node);
            }
        }
        return part;
    }
}
