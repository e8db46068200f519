package org.cartograph.load.rows;

import static org.cartograph.load.columns.Columns.cell;

import java.util.List;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.graph.Customer;
import org.cartograph.load.values.ShopId;
import org.cartograph.load.values.YesNo;

/** Reads the rows of a customer file. */
public final class CustomerRows {

    private final Columns columns;
    private final int id;
    private final int consent;

    public CustomerRows(Columns columns) {
        this.columns = columns;
        this.id = columns.index("customer_id");
        this.consent = columns.index("consent");
    }

    /** What the row says. */
    public Customer read(List<String> fields) {
        String consents = cell(fields, consent);
        return new Customer(
                ShopId.of(columns.nameOf("customer_id"), cell(fields, id)),
                consents.isEmpty() ? null : YesNo.of(columns.nameOf("consent"), consents));
    }
}
