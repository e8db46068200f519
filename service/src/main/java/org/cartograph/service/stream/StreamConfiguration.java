package org.cartograph.service.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cartograph.service.writing.Intake;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what reads from Kafka. None of it needs a broker to start. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("cartograph.kafka.enabled")
class StreamConfiguration {

    @Bean
    DeadLetters deadLetters(DefaultKafkaProducerFactory<?, ?> configured) {
        Map<String, Object> settings = new HashMap<>(configured.getConfigurationProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return new DeadLetters(new DefaultKafkaProducerFactory<>(settings));
    }

    @Bean
    Lag lag(KafkaAdmin configured) {
        return new Lag(configured.getConfigurationProperties());
    }

    @Bean
    Streams streams(
            StreamSettings settings,
            List<Intake<?>> intakes,
            JsonMapper json,
            DefaultKafkaConsumerFactory<?, ?> configured,
            DeadLetters deadLetters,
            Lag lag,
            MeterRegistry registry) {
        Map<String, Object> consumer = new HashMap<>(configured.getConfigurationProperties());
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.records());
        List<TopicReader> readers = settings.topicsRead().stream()
                .map(topic -> new TopicReader(
                        topic,
                        settings.retry(),
                        new DefaultKafkaConsumerFactory<>(consumer),
                        listener(topic, intakes, json, deadLetters, registry)))
                .toList();
        return new Streams(readers, lag, settings.lagInterval(), registry);
    }

    @Bean
    StreamHealth streamHealthIndicator(Streams streams) {
        return new StreamHealth(streams);
    }

    private static TopicListener<?> listener(
            Topic topic, List<Intake<?>> intakes, JsonMapper json, DeadLetters deadLetters, MeterRegistry registry) {
        Intake<?> ofItsKind = intakes.stream()
                .filter(intake -> intake.kind().equals(topic.kind()))
                .findFirst()
                .orElseThrow();
        return listener(topic, ofItsKind, json, deadLetters, registry);
    }

    private static <I> TopicListener<I> listener(
            Topic topic, Intake<I> intake, JsonMapper json, DeadLetters deadLetters, MeterRegistry registry) {
        return new TopicListener<>(
                topic, new RecordReader<>(intake, json), intake, deadLetters, new ItemCounts(topic.name(), registry));
    }
}
