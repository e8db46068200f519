package org.cartograph.service.problem;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/**
 * A number is no text: an id of 12 and one of "12" must not become the same product by accident. And nothing is read that
 * only somebody who wants to do harm would send.
 */
@Configuration(proxyBeanMethods = false)
final class StrictJson {

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;

    /** What a body that goes beyond these is told. */
    static final String LIMITS =
            ("The body must be at most %d levels deep, with texts of at most %,d and names of at most %,d "
                            + "characters and numbers of at most %d digits, but was not.")
                    .formatted(DEEPEST, LONGEST_TEXT, LONGEST_NAME, LONGEST_NUMBER);

    @Bean
    JsonMapperBuilderCustomizer textsAreQuoted() {
        return mapper -> mapper.withCoercionConfig(
                LogicalType.Textual,
                text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    JsonFactoryBuilderCustomizer nothingIsEndless() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .build());
    }
}
