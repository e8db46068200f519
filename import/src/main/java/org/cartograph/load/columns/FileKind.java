package org.cartograph.load.columns;

import static org.cartograph.load.columns.Column.leftOut;
import static org.cartograph.load.columns.Column.optional;
import static org.cartograph.load.columns.Column.required;

import java.util.List;

/** The kinds of files and, for each, the table of its columns: long, because it is the one place that names them. Others become {@link #others}. */
public enum FileKind {
    /** One row per product. */
    PRODUCTS(
            "products",
            "an attribute node (:Attribute {key, value}), unless it is free text",
            required(
                    "product_id",
                    "Product.id",
                    "id",
                    "item_id",
                    "article_id",
                    "stock_code",
                    "product_code",
                    "asin",
                    "sku"),
            required("name", "Product.name, its words Token attributes", "product_name", "title", "item_name"),
            optional(
                    "price",
                    "Product.price, its band a PriceBand attribute",
                    "unit_price",
                    "list_price",
                    "regular_price"),
            optional(
                    "special_price",
                    "Product.price where it is above 0, before `price`",
                    "sale_price",
                    "offer_price",
                    "discounted_price",
                    "promo_price"),
            optional(
                    "stock",
                    "Product.stock, pieces",
                    "stock_quantity",
                    "quantity_in_stock",
                    "inventory_quantity",
                    "inventory",
                    "stock_level",
                    "units_in_stock",
                    "qty",
                    "quantity"),
            optional("in_stock", "Product.stock = 0 where it is no and `stock` is empty", "availability"),
            optional("active", "Product.active", "is_active", "enabled", "published", "visible", "sellable"),
            optional("status", "Product.active: false where it says inactive, disabled, draft, …", "product_status"),
            optional(
                    "discontinued",
                    "Product.active: false where it is yes",
                    "is_discontinued",
                    "disabled",
                    "hidden",
                    "archived"),
            optional("url", "Product.url", "link", "product_url", "product_link"),
            optional("image", "Product.image", "image_url", "image_link", "picture", "thumbnail"),
            optional("margin", "Product.margin, money a piece", "unit_margin", "profit"),
            optional(
                    "cost",
                    "Product.margin = price − cost, where `margin` is empty",
                    "cost_price",
                    "unit_cost",
                    "standard_cost",
                    "purchase_price"),
            optional(
                    "released_at",
                    "Product.releasedAt",
                    "release_date",
                    "released_on",
                    "launch_date",
                    "launched_at",
                    "released"),
            optional("available_from", "Product.availableFrom", "valid_from", "season_start", "sell_start_date"),
            optional(
                    "available_until",
                    "Product.availableUntil",
                    "available_to",
                    "valid_until",
                    "valid_to",
                    "season_end",
                    "sell_end_date"),
            optional("category", "a Category attribute", "category_name", "product_category"),
            optional("parent_category", "(:Category)-[:CHILD_OF]->(:Category)", "category_parent", "main_category"),
            optional("brand", "a Brand attribute", "brand_name", "manufacturer", "maker", "vendor"),
            leftOut("it names one product only", "sku", "ean", "gtin", "upc", "barcode", "mpn", "isbn"),
            leftOut(
                    "free text",
                    "description",
                    "short_description",
                    "long_description",
                    "meta_description",
                    "details",
                    "body_html",
                    "comment",
                    "notes")),

    /** One row per order and product. */
    ORDERS(
            "orders",
            "left out: the graph has no place for it",
            required(
                    "order_id",
                    "Order.id and PURCHASED.orderId",
                    "order",
                    "order_number",
                    "order_no",
                    "invoice_no",
                    "invoice_id",
                    "invoice",
                    "transaction_id",
                    "basket_id",
                    "receipt_id"),
            required(
                    "customer_id",
                    "Customer.id; empty is a guest",
                    "customer",
                    "customer_no",
                    "user_id",
                    "client_id",
                    "member_id",
                    "household_id"),
            required(
                    "ordered_at",
                    "PURCHASED.at: the earliest of the order's rows",
                    "order_date",
                    "ordered_on",
                    "purchased_at",
                    "purchase_date",
                    "invoice_date",
                    "transaction_date",
                    "created_at",
                    "date",
                    "timestamp"),
            required("product_id", "Product.id", "item_id", "article_id", "stock_code", "product_code", "asin", "sku"),
            required("quantity", "PURCHASED.quantity, rows of the same product summed", "qty", "units"),
            optional(
                    "unit_price",
                    "PURCHASED.unitPrice, the mean by quantity of rows of the same product",
                    "price",
                    "price_each",
                    "item_price"),
            optional(
                    "updated_at",
                    "Order.updatedAt; `ordered_at` where it is empty",
                    "modified_at",
                    "last_modified",
                    "changed_at"),
            optional("status", "Order.status; cancelled rows bring no purchase", "order_status", "state"),
            optional("currency", "Order.currency", "currency_code")),

    /** One row per customer. */
    CUSTOMERS(
            "customers",
            "left out: what is not needed to recommend stays out of the graph",
            required(
                    "customer_id",
                    "Customer.id",
                    "id",
                    "customer",
                    "customer_no",
                    "user_id",
                    "client_id",
                    "member_id",
                    "household_id"),
            optional(
                    "consent",
                    "Customer.consent",
                    "has_consent",
                    "gdpr_consent",
                    "marketing_consent",
                    "opt_in",
                    "accepts_marketing")),

    /** One row per product sent back. */
    RETURNS(
            "returns",
            "left out: the graph has no place for it",
            required(
                    "order_id",
                    "RETURNED.orderId",
                    "return_id",
                    "credit_note",
                    "order_number",
                    "invoice_no",
                    "invoice_id",
                    "invoice"),
            required(
                    "customer_id",
                    "Customer.id; rows without it are skipped",
                    "customer",
                    "customer_no",
                    "user_id",
                    "client_id"),
            required(
                    "returned_at",
                    "RETURNED.at",
                    "return_date",
                    "ordered_at",
                    "order_date",
                    "invoice_date",
                    "created_at",
                    "date",
                    "timestamp"),
            required(
                    "product_id",
                    "Product.id; rows of unknown products are skipped",
                    "item_id",
                    "article_id",
                    "stock_code",
                    "sku"),
            optional("quantity", "checked only; its sign does not matter", "qty", "units")),

    /** One row per customer's opinion of a product. */
    RATINGS(
            "ratings",
            "left out: the graph has no place for it",
            required(
                    "customer_id",
                    "Customer.id; rows without it are skipped",
                    "customer",
                    "customer_no",
                    "user_id",
                    "client_id"),
            required(
                    "product_id",
                    "Product.id; rows of unknown products are skipped",
                    "item_id",
                    "article_id",
                    "stock_code",
                    "asin",
                    "sku"),
            required(
                    "stars",
                    "RATED.stars, 0 to 5; the newest of a customer and product counts",
                    "rating",
                    "score",
                    "review_score"),
            required(
                    "rated_at",
                    "RATED.at",
                    "reviewed_at",
                    "review_date",
                    "rating_date",
                    "created_at",
                    "date",
                    "timestamp"));

    private final String plural;
    private final String others;
    // A List.of of records of strings cannot change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> columns;

    FileKind(String plural, String others, Column... columns) {
        this.plural = plural;
        this.others = others;
        this.columns = List.of(columns);
    }

    /** What its rows are called, in the plural. */
    public String plural() {
        return plural;
    }

    /** What columns become that are not in the table. */
    public String others() {
        return others;
    }

    /** The known columns. */
    public List<Column> columns() {
        return columns;
    }
}
