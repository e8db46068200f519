package org.cartograph.load.rows;

import static org.cartograph.load.columns.Columns.ABSENT;
import static org.cartograph.load.columns.Columns.cell;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.graph.Attribute;
import org.cartograph.load.graph.Product;
import org.cartograph.load.values.NameWords;
import org.cartograph.load.values.PriceBand;
import org.cartograph.load.values.ShopId;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a product file. */
public final class ProductRows {

    private final Columns columns;
    private final ProductFacts facts;
    private final Map<Integer, String> attributes;
    private final Set<String> keys;
    private final int id;
    private final int name;
    private final int category;
    private final int parentCategory;
    private final int brand;

    /** Reads rows; {@code freeText} are the keys of further columns that are left out. */
    public ProductRows(Columns columns, ZoneId zone, Set<String> freeText) {
        this.columns = columns;
        this.facts = new ProductFacts(columns, zone);
        this.id = columns.index("product_id");
        this.name = columns.index("name");
        this.category = columns.index("category");
        this.parentCategory = columns.index("parent_category");
        this.brand = columns.index("brand");
        this.attributes = new HashMap<>(columns.further());
        this.keys = new TreeSet<>(attributes.values());
        attributes.values().removeAll(freeText);
        addWellKnownKeys();
    }

    private void addWellKnownKeys() {
        keys.add(Attribute.TOKEN);
        if (facts.knowsPrices()) {
            keys.add(Attribute.PRICE_BAND);
        }
        if (category != ABSENT || parentCategory != ABSENT) {
            keys.add(Attribute.CATEGORY);
        }
        if (brand != ABSENT) {
            keys.add(Attribute.BRAND);
        }
    }

    /** What the row says. */
    public Product read(List<String> fields) {
        String productId = ShopId.of(columns.nameOf("product_id"), cell(fields, id));
        @Nullable BigDecimal price = facts.price(fields);
        Map<String, @Nullable Object> properties = facts.properties(fields, price);
        Set<Attribute> has = new TreeSet<>();
        attributes.forEach((index, key) -> add(has, key, cell(fields, index)));
        NameWords.of(cell(fields, name)).forEach(word -> add(has, Attribute.TOKEN, word));
        @Nullable String band = PriceBand.of(price);
        add(has, Attribute.PRICE_BAND, band == null ? "" : band);
        add(has, Attribute.BRAND, cell(fields, brand));
        String own = cell(fields, category);
        String above = cell(fields, parentCategory);
        add(has, Attribute.CATEGORY, own.isEmpty() ? above : own);
        return new Product(productId, properties, has, keys, own.isEmpty() || isNoValue(above) ? null : above);
    }

    private static void add(Set<Attribute> has, String key, String value) {
        if (!isNoValue(value)) {
            has.add(new Attribute(key, value));
        }
    }

    private static boolean isNoValue(String value) {
        return value.isEmpty() || value.length() > Attribute.LONGEST_VALUE;
    }
}
