package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.cartograph.work.Workers;

/**
 * Asks one method all questions of some cases and measures the answers.
 *
 * <p>Besides the measures of single answers: {@code coverage@k}, the share of the catalogue that was shown to anyone;
 * {@code diversity@k}, distinct categories among the k; {@code novelty@k = mean −log2(sales share)}, in bits; {@code
 * longTail@k}, the share of shown products that are not among the best-selling fifth; {@code relevance@k}, the share that
 * has a meaningful attribute in common with a seed, or with the customer's past where there is no seed.
 */
final class Trial {
    private static final List<String> QUALITIES = List.of("diversity@", "novelty@", "longTail@", "relevance@");

    private final TrainingPart part;
    private final Qualities qualities;
    private final Workers workers;
    private final int k;

    Trial(TrainingPart part, TrainingCatalogue catalogue, Workers workers, int k) {
        this.part = part;
        this.qualities = new Qualities(part, catalogue, k);
        this.workers = workers;
        this.k = k;
    }

    /** A measure and its value. */
    record Measured(String metric, Estimate estimate) {}

    /** One measure of every case, in their order. */
    double[] values(Method method, List<Case> cases, String metric) {
        int column = names().indexOf(metric);
        double[][] table = table(method, cases, new BitSet(), done -> {});
        return Arrays.stream(table).mapToDouble(row -> row[column]).toArray();
    }

    private double[][] table(Method method, List<Case> cases, BitSet shown, IntConsumer done) {
        double[][] table = new double[cases.size()][];
        workers.each(cases.size(), () -> number -> table[number] = measure(method, cases.get(number), shown), done);
        return table;
    }

    /** Runs the trial. */
    List<Measured> run(Method method, List<Case> cases, IntConsumer done) {
        BitSet shown = new BitSet();
        double[][] table = table(method, cases, shown, done);
        List<Measured> measured = new ArrayList<>();
        List<String> names = names();
        for (int column = 0; column < names.size(); column++) {
            measured.add(new Measured(names.get(column), Estimate.ofColumn(table, column)));
        }
        double coverage = part.products() == 0 ? 0 : (double) shown.cardinality() / part.products();
        measured.add(new Measured("coverage@" + k, Estimate.exact(coverage, cases.size())));
        return measured;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(Measures.names(k));
        QUALITIES.forEach(quality -> names.add(quality + k));
        return names;
    }

    private double[] measure(Method method, Case one, BitSet shown) {
        List<Question> questions = one.questions().get();
        double[] mean = new double[names().size()];
        for (Question question : questions) {
            long[] ranking = method.best(question, Math.max(k, Measures.DEEP));
            double[] accuracy = Measures.of(ranking, question.truth(), k);
            long[] top = Arrays.copyOf(ranking, Math.min(k, ranking.length));
            double[] quality = qualities.of(question, top);
            for (int at = 0; at < mean.length; at++) {
                double value = at < accuracy.length ? accuracy[at] : quality[at - accuracy.length];
                mean[at] += value / questions.size();
            }
            synchronized (shown) {
                for (long product : top) {
                    shown.set((int) product);
                }
            }
        }
        return mean;
    }
}
