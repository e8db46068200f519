package org.cartograph.service.security.keys;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.LogText;
import org.cartograph.service.security.Rate;
import org.cartograph.service.security.Role;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The keys as the graph has them: {@code (:ApiKey {id, name, hash, roles, origins, perSecond, burst, createdAt, revokedAt})}.
 */
@Component
final class KeyGraph {

    private static final Logger LOG = LoggerFactory.getLogger(KeyGraph.class);

    /** More would be no keys but an accident, and every service holds them all. */
    static final int MOST = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String CREATE = """
            CREATE (key:ApiKey {id: $id, name: $name, hash: $hash, roles: $roles, origins: $origins,
                                perSecond: $perSecond, burst: $burst, createdAt: datetime()})
            RETURN key.createdAt AS createdAt
            """;

    private static final String REVOKE = """
            MATCH (key:ApiKey {id: $id})
            SET key.revokedAt = coalesce(key.revokedAt, datetime())
            RETURN key.name AS name
            """;

    private static final String READ = """
            MATCH (key:ApiKey)
            WHERE $all OR key.revokedAt IS NULL
            RETURN key
            ORDER BY key.revokedAt IS NOT NULL, key.createdAt DESC
            LIMIT $most
            """;

    private final ShopDatabase database;
    private final Questions questions;

    KeyGraph(ShopDatabase database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    /**
     * A key of the graph.
     *
     * @param revokedAt null while it is good
     */
    record Kept(ApiKey key, @Nullable ZonedDateTime revokedAt) {}

    /** When it was created; on return that is committed. */
    ZonedDateTime create(ApiKey key) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", key.id());
        parameters.put("name", key.name());
        parameters.put("hash", key.hash().digits());
        parameters.put("roles", key.roles().stream().map(Role::word).toList());
        parameters.put("origins", List.copyOf(key.origins()));
        parameters.put("perSecond", key.limit() == null ? null : key.limit().perSecond());
        parameters.put("burst", key.limit() == null ? null : key.limit().burst());
        return write(CREATE, parameters, rows -> rows.get(0).get("createdAt").asZonedDateTime());
    }

    /** The name of the key that is good no more; empty when there is none of this id. */
    Optional<String> revoke(String id) {
        return write(
                REVOKE,
                Map.of("id", id),
                rows -> rows.stream().map(row -> row.get("name").asString("")).findFirst());
    }

    private <T> T write(String cypher, Map<String, Object> parameters, Function<List<Record>, T> reading) {
        return ask(() -> database.write(cypher, parameters, PATIENCE, reading));
    }

    /** A refusal is no sign that the database is away. */
    private <T> T ask(Supplier<T> question) {
        AtomicReference<@Nullable ClientException> refusal = new AtomicReference<>();
        Optional<T> answer = questions.ask(PATIENCE, () -> {
            try {
                return Optional.of(question.get());
            } catch (ClientException refused) {
                refusal.set(refused);
                return Optional.empty();
            }
        });
        return answer.orElseThrow(() -> Objects.requireNonNull(refusal.get()));
    }

    /** All that are good, or that ever were, those first and the newest of them first. */
    List<Kept> read(boolean all) {
        return ask(() -> database.read(
                READ,
                Map.of("all", all, "most", MOST),
                PATIENCE,
                rows -> rows.stream()
                        .flatMap(row -> kept(row.get("key")).stream())
                        .toList()));
    }

    /** Somebody may have written to the graph by hand: what is no key lets nobody in, and keeps no other out. */
    private static Optional<Kept> kept(Value node) {
        try {
            Value revoked = node.get("revokedAt");
            return Optional.of(new Kept(key(node), revoked.isNull() ? null : revoked.asZonedDateTime()));
        } catch (Neo4jException | NoSuchElementException | CannotStart unusable) {
            LOG.warn("A node :ApiKey of the graph is no key, and lets nobody in: {}", LogText.of(unusable));
            return Optional.empty();
        }
    }

    private static ApiKey key(Value node) {
        Value created = node.get("createdAt");
        Value origins = node.get("origins");
        return new ApiKey(
                node.get("id").asString(),
                node.get("name").asString(),
                KeyHash.ofDigits(node.get("hash").asString()).orElseThrow(),
                Set.copyOf(node.get("roles")
                        .asList(word -> Role.named(word.asString()).orElseThrow())),
                origins.isNull() ? Set.of() : Set.copyOf(origins.asList(Value::asString)),
                limit(node.get("perSecond"), node.get("burst")),
                created.isNull() ? null : created.asZonedDateTime().toInstant());
    }

    private static @Nullable Rate limit(Value perSecond, Value burst) {
        return perSecond.isNull() ? null : new Rate(perSecond.asInt(), burst.isNull() ? null : burst.asInt());
    }
}
