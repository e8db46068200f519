package org.cartograph.service.products;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.problem.LargestBody;
import org.cartograph.service.problem.NotFound;
import org.cartograph.service.writing.Check;
import org.cartograph.service.writing.GroupCommit;
import org.cartograph.service.writing.ItemsOf;
import org.cartograph.service.writing.JsonItems;
import org.cartograph.service.writing.WriteAnswer;
import org.cartograph.service.writing.Written;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What does the shop sell, and how much of it is left? */
@RestController
@RequestMapping(path = "/v1/products", produces = MediaType.APPLICATION_JSON_VALUE)
final class Products {

    private final ProductIntake products;
    private final GroupCommit writing;
    private final StockBatch stocks = new StockBatch();

    Products(ProductIntake products, GroupCommit writing) {
        this.products = products;
        this.writing = writing;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<WriteAnswer> take(
            @LargestBody(megabytes = JsonItems.LARGEST_BODY) @ItemsOf(ProductMessage.class) @RequestBody
                    JsonNode body) {
        return products.take(body);
    }

    @PatchMapping(path = "/{id}/stock", consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<WriteAnswer> take(@PathVariable String id, @RequestBody StockMessage message) {
        Stock stock = new Stock(Check.id("id", id), message.checked());
        return writing.commit(stocks, List.of(stock)).thenApply(Products::found);
    }

    private static WriteAnswer found(List<Written> written) {
        if (written.get(0) instanceof Written.Rejected unknown) {
            throw new NotFound(unknown.reason());
        }
        return WriteAnswer.of(written);
    }
}
