package org.cartograph.model;

import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.EdgeStamp;
import org.cartograph.graph.Family;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.InheritedEdges;
import org.cartograph.similarity.Row;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Writes the edges of one family that belong to one product: its row, and the edges that it inherited.
 *
 * <p>Whoever writes a row also sets the product's {@code rowsAt} and {@link EdgeStamp}; an inherited edge renews the stamp
 * of the product that it starts at, whose row is not computed anew by it.
 */
record ProductEdges(Transaction transaction, ProductIndex index, Family family) {

    /** Writes a row and says what changed. */
    EdgeWriter.Written write(Node product, Row row) {
        RowDifference difference = RowDifference.of(transaction, product, family, row, index);
        difference.gone().forEach(Relationship::delete);
        for (int at = 0; at < difference.moved().size(); at++) {
            set(difference.moved().get(at), row, difference.places()[at]);
        }
        for (int place : difference.missing()) {
            set(product.createRelationshipTo(node(row.products()[place]), family), row, place);
        }
        return new EdgeWriter.Written(
                0,
                difference.missing().length,
                difference.moved().size(),
                difference.gone().size());
    }

    /** Writes the edges that lead to the product and says what changed. */
    EdgeWriter.Written write(Node product, InheritedEdges edges) {
        InheritedDifference difference = InheritedDifference.of(transaction, product, family, edges, index);
        for (Relationship edge : difference.gone()) {
            EdgeStamp.renew(edge.getStartNode());
            edge.delete();
        }
        for (int at = 0; at < difference.moved().size(); at++) {
            EdgeStamp.renew(difference.moved().get(at).getStartNode());
            set(difference.moved().get(at), edges, difference.places()[at]);
        }
        for (int place : difference.missing()) {
            Node source = node(edges.sources()[place]);
            EdgeStamp.renew(source);
            Relationship edge = source.createRelationshipTo(product, family);
            edge.setProperty(Family.INCOMING, true);
            edge.setProperty(family.evidence(), 0L);
            set(edge, edges, place);
        }
        return new EdgeWriter.Written(
                0,
                difference.missing().length,
                difference.moved().size(),
                difference.gone().size());
    }

    private void set(Relationship edge, Row row, int place) {
        edge.setProperty(Family.SCORE, (double) row.scores()[place]);
        edge.setProperty(family.evidence(), (long) row.counts()[place]);
        setVia(edge, row.via()[place]);
    }

    private void set(Relationship edge, InheritedEdges edges, int place) {
        edge.setProperty(Family.SCORE, (double) edges.scores()[place]);
        setVia(edge, edges.via()[place]);
    }

    private void setVia(Relationship edge, int via) {
        @Nullable String id = new ProductNames(transaction, index).of(via);
        if (id == null) {
            edge.removeProperty(Family.INHERITED);
            edge.removeProperty(Family.VIA);
        } else {
            edge.setProperty(Family.INHERITED, true);
            edge.setProperty(Family.VIA, id);
        }
    }

    private Node node(int product) {
        return NodeIds.node(transaction, index.nodes()[product]);
    }
}
