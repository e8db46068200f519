package org.cartograph.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.columns.FileKind;
import org.cartograph.load.csv.CsvFile;
import org.cartograph.load.csv.CsvRow;
import org.cartograph.load.csv.RejectsFile;
import org.cartograph.load.values.BadValueException;
import org.jspecify.annotations.Nullable;

/**
 * One file of a load. It is read twice: first every row is checked and counted, which also lists the rejects; then the good rows are written. So
 * nothing is written while any file of the load may still turn out to be unusable.
 */
final class InputFile {

    private final FileKind kind;
    private final Path path;
    private final Columns columns;
    private long rows;
    private long rejected;

    /** Reads the header. */
    InputFile(FileKind kind, Path path) {
        this.kind = kind;
        this.path = path;
        try (CsvFile file = CsvFile.open(path)) {
            this.columns = Columns.of(kind, path, file.header());
        }
    }

    FileKind kind() {
        return kind;
    }

    Path path() {
        return path;
    }

    Columns columns() {
        return columns;
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }

    /** The first reading: counts the rows and lists the rejects. */
    <T> void check(RowReader<T> reader, RejectsFile rejects, RowVisitor<T> also) {
        forEach(reader, new RowVisitor<>() {
            @Override
            public void good(CsvRow row, @Nullable T fact) {
                rows++;
                also.good(row, fact);
            }

            @Override
            public void bad(CsvRow row, String reason) {
                rows++;
                rejected++;
                rejects.add(path, row.line(), reason, row.raw());
                also.bad(row, reason);
            }
        });
    }

    /** The second reading, of a file whose rows are facts of their own. */
    <T> void batches(RowReader<T> reader, int size, Consumer<Batch<T>> sink) {
        BatchBuilder<T> batch = new BatchBuilder<>(size, sink);
        forEach(reader, new RowVisitor<>() {
            @Override
            public void good(CsvRow row, @Nullable T fact) {
                batch.row();
                if (fact != null) {
                    batch.add(fact, 1);
                }
            }

            @Override
            public void bad(CsvRow row, String reason) {
                batch.row();
            }
        });
        batch.flush();
    }

    <T> void forEach(RowReader<T> reader, RowVisitor<T> visitor) {
        try (CsvFile file = CsvFile.open(path)) {
            for (CsvRow row = file.next(); row != null; row = file.next()) {
                visit(row, reader, visitor);
            }
        }
    }

    private static <T> void visit(CsvRow row, RowReader<T> reader, RowVisitor<T> visitor) {
        @Nullable String problem = row.problem();
        if (problem != null) {
            visitor.bad(row, problem);
            return;
        }
        @Nullable T fact;
        try {
            fact = reader.read(row.fields());
        } catch (BadValueException e) {
            visitor.bad(row, String.valueOf(e.getMessage()));
            return;
        }
        visitor.good(row, fact);
    }

    /** Collects facts until they weigh as many rows as a transaction may have. */
    static final class BatchBuilder<T> {

        private final int size;
        private final Consumer<Batch<T>> sink;
        private List<T> facts = new ArrayList<>();
        private long weight;
        private long rows;

        BatchBuilder(int size, Consumer<Batch<T>> sink) {
            this.size = size;
            this.sink = sink;
        }

        /** A row was read. */
        void row() {
            rows++;
        }

        /** A fact that so many rows went into. */
        void add(T fact, int rowsOfFact) {
            facts.add(fact);
            weight += rowsOfFact;
            if (weight >= size) {
                flush();
            }
        }

        void flush() {
            if (rows > 0) {
                sink.accept(new Batch<>(facts, rows));
                facts = new ArrayList<>();
                weight = 0;
                rows = 0;
            }
        }
    }

    /** What was found in the file and what came of it. */
    FileSummary summary(Tally tally) {
        return new FileSummary(kind(), path(), rows(), rejected(), columns().meanings(), tally.counts());
    }
}
