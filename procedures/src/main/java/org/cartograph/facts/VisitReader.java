package org.cartograph.facts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.Baskets;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Reads which products were viewed in the same visit; where no visit is noted, a customer's day is one.
 *
 * <p>What looks at more than {@value #LONGEST_VISIT} products in a visit is a machine; its most recent views count.
 */
public final class VisitReader {
    static final int LONGEST_VISIT = 500;

    private static final String[] VIEW = {"visitId", "at"};
    /** Neighbouring nodes lie on the same page, so they go to the same thread. */
    private static final int BLOCK_BITS = 6;

    private final GraphDatabaseService database;
    private final ProductIndex index;
    private final Workers workers;

    /** A reader of the views of the products that were numbered. */
    public VisitReader(GraphDatabaseService database, ProductIndex index, Workers workers) {
        this.database = database;
        this.index = index;
        this.workers = workers;
    }

    private record View(int product, long at) {}

    private record Visit(long customer, int[] products) {}

    /** Reads all visits, customer after customer. */
    public Baskets read() {
        List<Visit> visits = new ArrayList<>();
        workers.all(this::readPart).forEach(visits::addAll);
        visits.sort(Comparator.comparingLong(Visit::customer));
        int[] start = new int[visits.size() + 1];
        for (int visit = 0; visit < visits.size(); visit++) {
            start[visit + 1] = start[visit] + visits.get(visit).products().length;
        }
        int[] products = new int[start[visits.size()]];
        for (int visit = 0; visit < visits.size(); visit++) {
            int[] viewed = visits.get(visit).products();
            System.arraycopy(viewed, 0, products, start[visit], viewed.length);
        }
        return new Baskets(index.size(), start, products);
    }

    private List<Visit> readPart(int thread) {
        List<Visit> visits = new ArrayList<>();
        try (Transaction transaction = database.beginTx();
                ResourceIterator<Node> customers = transaction.findNodes(GraphModel.CUSTOMER)) {
            while (customers.hasNext()) {
                Node customer = customers.next();
                long node = NodeIds.of(customer);
                if ((node >>> BLOCK_BITS) % workers.count() == thread) {
                    workers.checkpoint();
                    views(customer).values().forEach(views -> visits.add(new Visit(node, products(views))));
                }
            }
        }
        return visits;
    }

    private Map<String, List<View>> views(Node customer) {
        Map<String, List<View>> visits = new TreeMap<>();
        try (ResourceIterable<Relationship> views = customer.getRelationships(Direction.OUTGOING, GraphModel.VIEWED)) {
            for (Relationship view : views) {
                int product = index.of(NodeIds.target(view));
                if (product >= 0) {
                    Map<String, Object> properties = view.getProperties(VIEW);
                    Instant at = Instants.of(properties.get("at"));
                    Instant moment = at == null ? Instant.EPOCH : at;
                    Object visit = properties.get("visitId");
                    String id = visit == null
                            ? moment.atZone(ZoneOffset.UTC).toLocalDate().toString()
                            : String.valueOf(visit);
                    visits.computeIfAbsent(id, first -> new ArrayList<>())
                            .add(new View(product, moment.getEpochSecond()));
                }
            }
        }
        return visits;
    }

    private static int[] products(List<View> views) {
        return views.stream()
                .sorted(Comparator.comparingLong(View::at).reversed().thenComparingInt(View::product))
                .mapToInt(View::product)
                .distinct()
                .limit(LONGEST_VISIT)
                .sorted()
                .toArray();
    }
}
