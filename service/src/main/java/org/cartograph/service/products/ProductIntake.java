package org.cartograph.service.products;

import java.util.concurrent.CompletableFuture;
import org.cartograph.load.graph.Product;
import org.cartograph.service.writing.GroupCommit;
import org.cartograph.service.writing.Intake;
import org.cartograph.service.writing.Items;
import org.cartograph.service.writing.JsonItems;
import org.cartograph.service.writing.WriteAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in what is known of products. */
@Component
final class ProductIntake implements Intake<Product> {

    private final JsonItems json;
    private final GroupCommit writing;
    private final ProductBatch batch = new ProductBatch();

    ProductIntake(JsonItems json, GroupCommit writing) {
        this.json = json;
        this.writing = writing;
        writing.expect(batch);
    }

    @Override
    public String kind() {
        return batch.name();
    }

    @Override
    public Items<Product> read(JsonNode body) {
        return json.read(body, ProductMessage.class, "productId").map(ProductMessage::checked);
    }

    @Override
    public CompletableFuture<WriteAnswer> write(Items<Product> products) {
        return writing.write(batch, products);
    }
}
