package org.cartograph.load;

import org.cartograph.load.csv.CsvRow;
import org.cartograph.load.csv.RejectsFile;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;

/** Loads a file whose rows are facts of their own: customers, returns, ratings. */
final class FactStep<T> implements Step {

    /** Writes a batch and counts what it did. */
    interface Writer<T> {
        void write(Session session, Batch<T> batch, Tally tally);
    }

    private final InputFile file;
    private final RowReader<T> reader;
    private final Writer<T> writer;
    private final int batch;
    private final Tally tally = new Tally();

    FactStep(InputFile file, RowReader<T> reader, Writer<T> writer, int batch) {
        this.file = file;
        this.reader = reader;
        this.writer = writer;
        this.batch = batch;
    }

    @Override
    public void check(RejectsFile rejects) {
        file.check(reader, rejects, new RowVisitor<>() {
            @Override
            public void good(CsvRow row, @Nullable T fact) {
                tally.add(Count.ROWS_WITHOUT_CUSTOMER, fact == null ? 1 : 0);
            }

            @Override
            public void bad(CsvRow row, String reason) {}
        });
    }

    @Override
    public void write(Session session, Progress progress) {
        new Pipeline<T>().run(sink -> file.batches(reader, batch, sink), next -> {
            writer.write(session, next, tally);
            progress.advance(next.rows());
        });
    }

    @Override
    public FileSummary summary() {
        return file.summary(tally);
    }
}
