package org.cartograph.load;

import java.util.function.Consumer;
import org.cartograph.load.csv.CsvRow;
import org.cartograph.load.csv.RejectsFile;
import org.cartograph.load.graph.Order;
import org.cartograph.load.graph.OrderWriter;
import org.cartograph.load.graph.OrdersWritten;
import org.cartograph.load.rows.OrderRow;
import org.cartograph.load.rows.OrderRows;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;

/** Loads an order file: the first reading counts the rows of each order, the second gathers them and writes an order once it is whole. */
final class OrderStep implements Step {

    private final InputFile file;
    private final LoadOptions options;
    private final RowsPerOrder rowsPerOrder = new RowsPerOrder();
    private final Tally tally = new Tally();

    OrderStep(InputFile file, LoadOptions options) {
        this.file = file;
        this.options = options;
    }

    @Override
    public void check(RejectsFile rejects) {
        OrderRows rows = new OrderRows(file.columns(), options.zone());
        file.check(rows::read, rejects, new RowVisitor<>() {
            @Override
            public void good(CsvRow row, @Nullable OrderRow fact) {
                rowsPerOrder.count(rows.orderOf(row.fields()));
            }

            @Override
            public void bad(CsvRow row, String reason) {
                rowsPerOrder.count(rows.orderOf(row.fields()));
            }
        });
    }

    @Override
    public void write(Session session, Progress progress) {
        OrderWriter writer = new OrderWriter(session);
        new Pipeline<OpenOrders.Finished>().run(this::gather, next -> {
            OrdersWritten written = writer.write(
                    next.facts().stream().map(OpenOrders.Finished::order).toList());
            count(next, written);
            progress.advance(next.rows());
        });
    }

    private void gather(Consumer<Batch<OpenOrders.Finished>> sink) {
        OrderRows rows = new OrderRows(file.columns(), options.zone());
        OpenOrders open = new OpenOrders(rowsPerOrder);
        InputFile.BatchBuilder<OpenOrders.Finished> batch = new InputFile.BatchBuilder<>(options.batch(), sink);
        file.forEach(rows::read, new RowVisitor<>() {
            @Override
            public void good(CsvRow row, @Nullable OrderRow fact) {
                add(row, fact);
            }

            @Override
            public void bad(CsvRow row, String reason) {
                add(row, null);
            }

            private void add(CsvRow row, @Nullable OrderRow fact) {
                batch.row();
                OpenOrders.@Nullable Finished finished = open.add(rows.orderOf(row.fields()), fact);
                if (finished != null) {
                    batch.add(finished, weight(finished));
                }
            }
        });
        open.rest().forEach(finished -> batch.add(finished, weight(finished)));
        batch.flush();
    }

    private static int weight(OpenOrders.Finished finished) {
        return Math.max(1, finished.order().lines().size());
    }

    private void count(Batch<OpenOrders.Finished> batch, OrdersWritten written) {
        tally.add(Count.ORDERS_CREATED, written.created());
        tally.add(Count.ORDERS_REPLACED, written.replaced());
        tally.add(Count.ORDERS_UNCHANGED, written.unchanged());
        tally.add(Count.PURCHASES, written.lines());
        tally.add(Count.PRODUCTS_UNKNOWN, written.products());
        for (OpenOrders.Finished finished : batch.facts()) {
            Order order = finished.order();
            tally.add(Count.ORDERS_CANCELLED, Order.isCancelled(order.status()) ? 1 : 0);
            tally.add(Count.ORDERS_OF_GUESTS, order.isGuest() ? 1 : 0);
            tally.add(Count.ORDERS_INCOMPLETE, finished.incomplete() ? 1 : 0);
            tally.add(Count.ROWS_SUMMED, finished.summed());
        }
    }

    @Override
    public FileSummary summary() {
        return file.summary(tally);
    }
}
