package org.cartograph.similarity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets a product with few sales give and receive from its first day, through established products like it.
 *
 * <p>With n pairs of its own, λ = n/(n+κ'), its k nearest look-alikes j and their similarity s(c,j): the product's row
 * becomes {@code λ·W(c→x) + (1−λ)·Ŵ(c→x)}, {@code Ŵ(c→x) = Σ_j s(c,j)²·W(j→x) / Σ_j s(c,j)²}, and edges come in,
 * {@code Ŵ(x→c) = boost·(1−λ)·(Σ_j s(c,j)²·W(x→j) / Σ_j s(c,j)² + δ·s(x,c))}. The δ part is the direct edge from a
 * look-alike, the nearest {@value #DIRECT} have one; without it a new product would rank behind everything that its
 * look-alikes rank behind. Squares let the nearest say most (measured: one hit in a hundred more). Only rows that
 * established products learned themselves are asked, so that the order of products does not matter, and no edge comes
 * in from where the product has already earned one.
 */
public final class ColdStart {
    /** How many look-alikes a product needs to be given, unless it borrows from more. */
    public static final int DIRECT = 500;

    /** Beyond this many, further edges that lead to a product lie below what any row has room for. */
    private static final int MOST_INCOMING = 500;

    private final ColdStartParameters parameters;
    private final EstablishedRows rows;
    private final TopK keptRow;
    private final TopK keptIncoming;

    /** Cold start for one family; {@code neighbours} is how many edges its rows keep. One instance per thread. */
    public ColdStart(ColdStartParameters parameters, int neighbours, EstablishedRows rows) {
        this.parameters = parameters;
        this.rows = rows;
        this.keptRow = new TopK(neighbours);
        this.keptIncoming = new TopK(parameters.incoming() == 0 ? 0 : MOST_INCOMING);
    }

    /**
     * What a product with few sales has in one family.
     *
     * @param row its row
     * @param incoming the edges that lead to it besides those it has earned
     */
    public record Blend(Row row, InheritedEdges incoming) {}

    /** A weight that look-alikes gave, and who gave the most of it. */
    private static final class Borrowed {
        private double sum;
        private double most;
        private int via = Row.OWN;

        private void add(double weight, int lookAlike) {
            sum += weight;
            if (weight > most) {
                most = weight;
                via = lookAlike;
            }
        }
    }

    /**
     * Blends one product.
     *
     * @param own the row that it learned itself
     * @param pairs n, see {@link PairEvidence}
     * @param lookAlikes the established products most like it, nearest first
     */
    public Blend of(int product, Row own, long pairs, LookAlikes lookAlikes) {
        if (lookAlikes.size() == 0) {
            return new Blend(own, InheritedEdges.NONE);
        }
        double lambda = parameters.own(pairs);
        return new Blend(row(product, own, lambda, lookAlikes), incoming(product, lambda, lookAlikes));
    }

    private Row row(int product, Row own, double lambda, LookAlikes lookAlikes) {
        double all = squares(lookAlikes);
        Map<Integer, Borrowed> borrowed = new HashMap<>();
        for (int at = 0; at < lenders(lookAlikes); at++) {
            int lookAlike = lookAlikes.products()[at];
            Row row = rows.from(lookAlike);
            for (int place = 0; place < row.size(); place++) {
                if (row.products()[place] != product) {
                    borrowed.computeIfAbsent(row.products()[place], target -> new Borrowed())
                            .add(square(lookAlikes.scores()[at]) / all * row.scores()[place], lookAlike);
                }
            }
        }
        Map<Integer, Integer> place = new HashMap<>();
        for (int at = 0; at < own.size(); at++) {
            place.put(own.products()[at], at);
        }
        Set<Integer> targets = new TreeSet<>(borrowed.keySet());
        targets.addAll(place.keySet());
        for (int target : targets) {
            Integer at = place.get(target);
            Borrowed given = borrowed.get(target);
            double score =
                    (at == null ? 0 : lambda * own.scores()[at]) + (given == null ? 0 : (1 - lambda) * given.sum);
            if (score > 0) {
                keptRow.offer(target, score);
            }
        }
        TopK.Selection kept = keptRow.take();
        int size = kept.numbers().length;
        Row row = new Row(kept.numbers(), new float[size], new int[size], new int[size]);
        for (int to = 0; to < size; to++) {
            Integer at = place.get(kept.numbers()[to]);
            Borrowed given = borrowed.get(kept.numbers()[to]);
            row.scores()[to] = (float) kept.scores()[to];
            row.counts()[to] = at == null ? 0 : own.counts()[at];
            row.via()[to] = at != null || given == null ? Row.OWN : given.via;
        }
        return row;
    }

    private InheritedEdges incoming(int product, double lambda, LookAlikes lookAlikes) {
        double all = squares(lookAlikes);
        Map<Integer, Borrowed> borrowed = new HashMap<>();
        for (int at = 0; at < lookAlikes.size(); at++) {
            int lookAlike = lookAlikes.products()[at];
            double similarity = lookAlikes.scores()[at];
            borrowed.computeIfAbsent(lookAlike, source -> new Borrowed())
                    .add(parameters.direct() * similarity, lookAlike);
            if (at >= lenders(lookAlikes)) {
                continue;
            }
            Incoming into = rows.into(lookAlike);
            for (int place = 0; place < into.sources().length; place++) {
                borrowed.computeIfAbsent(into.sources()[place], source -> new Borrowed())
                        .add(square(similarity) / all * into.weights()[place], lookAlike);
            }
        }
        Incoming earned = rows.into(product);
        borrowed.forEach((source, given) -> {
            double score = parameters.boost() * (1 - lambda) * given.sum;
            if (score > 0 && source != product && earned.from(source) == 0) {
                keptIncoming.offer(source, score);
            }
        });
        TopK.Selection kept = keptIncoming.take();
        InheritedEdges edges =
                new InheritedEdges(kept.numbers(), new float[kept.numbers().length], new int[kept.numbers().length]);
        for (int at = 0; at < edges.size(); at++) {
            Borrowed given = borrowed.get(kept.numbers()[at]);
            edges.scores()[at] = (float) kept.scores()[at];
            edges.via()[at] = given == null ? Row.OWN : given.via;
        }
        return edges;
    }

    private int lenders(LookAlikes lookAlikes) {
        return Math.min(parameters.lookAlikes(), lookAlikes.size());
    }

    private double squares(LookAlikes lookAlikes) {
        double sum = 0;
        for (int at = 0; at < lenders(lookAlikes); at++) {
            sum += square(lookAlikes.scores()[at]);
        }
        return sum;
    }

    private static double square(double score) {
        return score * score;
    }
}
