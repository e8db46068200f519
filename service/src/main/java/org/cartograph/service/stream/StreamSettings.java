package org.cartograph.service.stream;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is read from Kafka: {@code cartograph.kafka.*}. Where the brokers are and how they are spoken to are Spring Boot's
 * {@code spring.kafka.*}.
 *
 * @param enabled     whether anything is; else no part of Kafka's client is started
 * @param topics      which topics
 * @param deadLetters what the name of a topic's dead-letter topic has after its own
 * @param group       the consumer groups are called so, with {@code -orders}, {@code -products} and {@code -events} behind
 * @param records     read at a time, 1 to 10,000
 * @param retry       how soon what could not be written is tried again, 100 ms to 60 s
 * @param lagInterval how often the lag is looked at, 100 ms to 5 min
 */
@ConfigurationProperties("cartograph.kafka")
record StreamSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue Topics topics,
        @DefaultValue(".rejected") String deadLetters,
        @DefaultValue("cartograph") String group,
        @DefaultValue("500") int records,
        @DefaultValue("2s") Duration retry,
        @DefaultValue("10s") Duration lagInterval) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    /** The names of the topics; an empty one is not read. */
    record Topics(
            @DefaultValue("cartograph.orders") String orders,
            @DefaultValue("cartograph.products") String products,
            @DefaultValue("cartograph.events") String events) {}

    StreamSettings {
        checkName("group", group);
        checkNames(enabled, topics, deadLetters);
        if (records < 1 || records > 10_000) {
            throw new CannotStart("`cartograph.kafka.records` must be between 1 and 10000, but was " + records + ".");
        }
        checkTime("retry", "60s", Duration.ofSeconds(60), retry);
        checkTime("lag-interval", "5m", Duration.ofMinutes(5), lagInterval);
    }

    /** What is to be read. */
    List<Topic> topicsRead() {
        return Stream.of(
                        topic("orders", topics.orders),
                        topic("products", topics.products),
                        topic("events", topics.events))
                .filter(topic -> !topic.name().isEmpty())
                .toList();
    }

    private Topic topic(String kind, String name) {
        return new Topic(kind, name, name + deadLetters, group + "-" + kind);
    }

    private static void checkNames(boolean enabled, Topics topics, String deadLetters) {
        List<String> read = Stream.of(topics.orders, topics.products, topics.events)
                .filter(name -> !name.isEmpty())
                .toList();
        if (enabled && read.isEmpty()) {
            throw new CannotStart("One of `cartograph.kafka.topics.orders`, `.products` and `.events` must be given, "
                    + "because `cartograph.kafka.enabled` is true.");
        }
        checkName("dead-letters", deadLetters);
        List<String> all = Stream.concat(read.stream(), read.stream().map(name -> name + deadLetters))
                .toList();
        all.forEach(name -> checkName("topics", name));
        if (all.stream().distinct().count() < all.size()) {
            throw new CannotStart(
                    "`cartograph.kafka.topics` must be different topics, also from dead-letter topics, but were %s."
                            .formatted(String.join(", ", all)));
        }
    }

    private static void checkName(String setting, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new CannotStart(
                    "`cartograph.kafka.%s` must be of at most 249 letters, digits, `.`, `_` and `-`, but was \"%s\"."
                            .formatted(setting, name));
        }
    }

    private static void checkTime(String setting, String most, Duration longest, Duration time) {
        if (time.toMillis() < 100 || time.compareTo(longest) > 0) {
            throw new CannotStart("`cartograph.kafka.%s` must be between 100ms and %s, but was %dms."
                    .formatted(setting, most, time.toMillis()));
        }
    }
}
