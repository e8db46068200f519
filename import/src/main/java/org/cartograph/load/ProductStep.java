package org.cartograph.load;

import java.time.ZoneId;
import java.util.Set;
import org.cartograph.load.csv.CsvRow;
import org.cartograph.load.csv.RejectsFile;
import org.cartograph.load.graph.Product;
import org.cartograph.load.graph.ProductWriter;
import org.cartograph.load.rows.ProductRows;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;

/** Loads a product file. Which columns are free text is known only when the whole file was read. */
final class ProductStep implements Step {

    /** A product brings some ten attributes, so fewer of them fill a transaction. */
    private static final int ROWS_OF_A_PRODUCT = 5;

    private final InputFile file;
    private final ZoneId zone;
    private final int batch;
    private final FreeText freeText;
    private final Tally tally = new Tally();

    ProductStep(InputFile file, LoadOptions options) {
        this.file = file;
        this.zone = options.zone();
        this.batch = Math.max(1, options.batch() / ROWS_OF_A_PRODUCT);
        this.freeText = new FreeText(file.columns());
    }

    @Override
    public void check(RejectsFile rejects) {
        ProductRows rows = new ProductRows(file.columns(), zone, Set.of());
        file.check(rows::read, rejects, new RowVisitor<>() {
            @Override
            public void good(CsvRow row, @Nullable Product product) {
                freeText.add(row.fields());
            }

            @Override
            public void bad(CsvRow row, String reason) {}
        });
        tally.add(Count.VALUES_TOO_LONG, freeText.tooLong());
    }

    @Override
    public void write(Session session, Progress progress) {
        ProductRows rows = new ProductRows(file.columns(), zone, freeText.keys());
        ProductWriter writer = new ProductWriter(session);
        new Pipeline<Product>().run(sink -> file.batches(rows::read, batch, sink), next -> {
            long created = writer.write(next.facts());
            tally.add(Count.PRODUCTS_CREATED, created);
            tally.add(Count.PRODUCTS_UPDATED, next.facts().size() - created);
            progress.advance(next.rows());
        });
    }

    @Override
    public FileSummary summary() {
        return new FileSummary(
                file.kind(), file.path(), file.rows(), file.rejected(), freeText.meanings(), tally.counts());
    }
}
