package org.cartograph.facts;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Finds whose purchases of some products have changed, without reading a single property.
 *
 * <p>A product that was marked gives all its customers: the same order may have come again with another date, which no
 * counting tells. Otherwise its customers now are compared with those that are held. Neo4j puts a new relationship in
 * front of a product's others and mostly gives it a higher number than any before, so usually a look at the first few
 * is enough; numbers are given out again after deletions, so that look counts only when it finds exactly as many new
 * ones as the product has more.
 */
final class ConcernedCustomers {
    private final Transaction transaction;
    private final HeldFacts held;
    private final Set<Long> nodes = new TreeSet<>();

    ConcernedCustomers(Transaction transaction, HeldFacts held) {
        this.transaction = transaction;
        this.held = held;
    }

    /** The customers found so far. */
    Set<Long> nodes() {
        return nodes;
    }

    /** Adds those whose purchases of a product may have changed. */
    void add(int product, ProductMarks now) {
        boolean marked = held.marks().changedAtOf(product) != now.changedAt()[product];
        int more = now.lines()[product] - held.marks().linesOf(product);
        long node = now.products().nodes()[product];
        long[] newest = marked || more <= 0 ? null : newest(node, more);
        if (newest != null) {
            addAll(newest);
            return;
        }
        long[] before = held.buyers(product);
        long[] live = buyers(node, now.lines()[product]);
        if (marked) {
            addAll(before);
            addAll(live);
        } else {
            addDifferences(before, live, nodes);
        }
    }

    private void addAll(long[] customers) {
        for (long customer : customers) {
            nodes.add(customer);
        }
    }

    /** The customers of exactly {@code wanted} relationships that are newer than all that were read, or null. */
    private long @Nullable [] newest(long product, int wanted) {
        long[] customers = new long[wanted];
        int found = 0;
        try (ResourceIterable<Relationship> lines =
                NodeIds.node(transaction, product).getRelationships(Direction.INCOMING, GraphModel.PURCHASED)) {
            for (Relationship line : lines) {
                if (NodeIds.of(line) <= held.purchases().highestLine()) {
                    break;
                }
                if (found == wanted) {
                    return null;
                }
                customers[found++] = NodeIds.source(line);
            }
        } catch (NotFoundException deletedMeanwhile) {
            return null;
        }
        return found == wanted ? customers : null;
    }

    private long[] buyers(long product, int expected) {
        long[] customers = new long[Math.max(1, expected)];
        int size = 0;
        try (ResourceIterable<Relationship> lines =
                NodeIds.node(transaction, product).getRelationships(Direction.INCOMING, GraphModel.PURCHASED)) {
            for (Relationship line : lines) {
                if (size == customers.length) {
                    customers = Arrays.copyOf(customers, 2 * size);
                }
                customers[size++] = NodeIds.source(line);
            }
        } catch (NotFoundException deletedMeanwhile) {
            size = 0;
        }
        long[] sorted = Arrays.copyOf(customers, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Adds those who stand in one list more often than in the other; both are ascending. */
    static void addDifferences(long[] before, long[] now, Set<Long> nodes) {
        int left = 0;
        int right = 0;
        while (left < before.length || right < now.length) {
            long old = left < before.length ? before[left] : Long.MAX_VALUE;
            long live = right < now.length ? now[right] : Long.MAX_VALUE;
            if (old == live) {
                left++;
                right++;
            } else if (old < live) {
                nodes.add(old);
                left++;
            } else {
                nodes.add(live);
                right++;
            }
        }
    }
}
