package org.cartograph.service.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cartograph.service.writing.ItemsOf;
import org.cartograph.service.writing.JsonItems;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Bodies that are read item by item: one object, or a list of them. */
@Component
final class ListedItems implements GlobalOperationCustomizer {

    private final Set<Class<?>> types = ConcurrentHashMap.newKeySet();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        itemsOf(method).ifPresent(type -> {
            types.add(type);
            operation.getRequestBody().getContent().values().forEach(body -> body.setSchema(oneOrMany(type)));
        });
        return operation;
    }

    private static Optional<Class<?>> itemsOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .<Optional<ItemsOf>>map(ListedItems::annotation)
                .flatMap(Optional::stream)
                .<Class<?>>map(ItemsOf::value)
                .findFirst();
    }

    private static Optional<ItemsOf> annotation(MethodParameter parameter) {
        return Optional.ofNullable(parameter.getParameterAnnotation(ItemsOf.class));
    }

    private static Schema<?> oneOrMany(Class<?> type) {
        Schema<?> many = new JsonSchema();
        many.addType("array");
        many.setItems(reference(type));
        many.setMinItems(1);
        many.setMaxItems(JsonItems.MOST);
        return new JsonSchema().addOneOfItem(reference(type)).addOneOfItem(many);
    }

    private static Schema<?> reference(Class<?> type) {
        return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + type.getSimpleName());
    }

    /** Adds what the items are made of. */
    void describeIn(OpenAPI api) {
        types.forEach(type -> ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(type))
                .forEach(api.getComponents()::addSchemas));
    }
}
