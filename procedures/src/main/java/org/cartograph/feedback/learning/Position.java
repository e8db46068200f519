package org.cartograph.feedback.learning;

import java.time.ZonedDateTime;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.similarity.Forgetting;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** What happened at one place of a box, as its Position node keeps it; counts are forgotten exponentially. */
final class Position {
    /** Times a product was seen here, and clicked. */
    private double shown;

    private double clicked;
    /** Looks and takes: what the products of this place have in their OFFERED relationships. */
    private double looks;

    private double taken;
    /** The same as the first two of products that usually stand first. */
    private double firstShown;

    private double firstClicked;
    private double examination;
    private @Nullable Node node;
    private boolean changed;

    Position(double examination) {
        this.examination = examination;
    }

    /** A position as it was kept, with what is left of it by now. */
    static Position of(Node node, Forgetting forgetting, ZonedDateTime now) {
        Map<String, Object> said = node.getAllProperties();
        var at = Instants.of(said.get("at"));
        double left = at == null
                ? 0
                : forgetting.left(at.toEpochMilli(), now.toInstant().toEpochMilli());
        Position position = new Position(number(said, "examination"));
        position.node = node;
        position.shown = left * number(said, "shown");
        position.clicked = left * number(said, "clicked");
        position.looks = left * number(said, "looks");
        position.taken = left * number(said, "taken");
        position.firstShown = left * number(said, "firstShown");
        position.firstClicked = left * number(said, "firstClicked");
        return position;
    }

    private static double number(Map<String, Object> said, String property) {
        return said.get(property) instanceof Number number ? number.doubleValue() : 0;
    }

    /** Counts an impression. */
    void see(double weight, boolean first) {
        changed = true;
        shown += weight;
        firstShown += first ? weight : 0;
    }

    /** Counts a click. */
    void click(double weight, boolean first) {
        changed = true;
        clicked += weight;
        firstClicked += first ? weight : 0;
    }

    /** Counts looks and takes, either of which may be taken back. */
    void add(double moreLooks, double moreTaken) {
        changed = true;
        looks = Math.max(0, looks + moreLooks);
        taken = Math.max(0, taken + moreTaken);
    }

    boolean isChanged() {
        return changed;
    }

    double firstShown() {
        return firstShown;
    }

    double firstClicked() {
        return firstClicked;
    }

    double examination() {
        return examination;
    }

    void examine(double estimate) {
        examination = estimate;
    }

    /** Writes it down. */
    void write(Transaction transaction, String placement, int rank, ZonedDateTime now) {
        Node written = node;
        if (written == null) {
            written = transaction.createNode(GraphModel.POSITION);
            written.setProperty("placement", placement);
            written.setProperty("rank", (long) rank);
            node = written;
        }
        written.setProperty("shown", shown);
        written.setProperty("clicked", clicked);
        written.setProperty("looks", looks);
        written.setProperty("taken", taken);
        written.setProperty("firstShown", firstShown);
        written.setProperty("firstClicked", firstClicked);
        written.setProperty("examination", examination);
        written.setProperty("at", now);
    }
}
