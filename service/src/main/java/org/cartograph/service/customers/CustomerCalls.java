package org.cartograph.service.customers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Persistence;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.Refusal;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.NotReady;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.ClientException;
import org.springframework.stereotype.Component;

/** Calls the plugin about one customer; what returns is committed. */
@Component
final class CustomerCalls {

    private final ShopDatabase database;
    private final Questions questions;

    CustomerCalls(ShopDatabase database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    /**
     * Calls a procedure that changes something.
     *
     * @param atMost time that it may take
     * @throws InvalidRequest when the plugin refuses the arguments
     * @throws NotReady       when the database is away, or did not say in time whether it committed
     */
    <T> T change(String cypher, Map<String, Object> parameters, Duration atMost, Function<List<Record>, T> reading) {
        return ask(atMost, () -> database.write(cypher, parameters, atMost, reading));
    }

    /** Calls a procedure that changes nothing, and sees what was changed a moment ago; otherwise the same. */
    <T> T read(String cypher, Map<String, Object> parameters, Duration atMost, Function<List<Record>, T> reading) {
        return ask(atMost, () -> database.readWhatWasWritten(cypher, parameters, atMost, reading));
    }

    private <T> T ask(Duration atMost, Supplier<T> call) {
        try {
            return questions.ask(atMost, () -> answered(call)).orThrow();
        } catch (DatabaseAway away) {
            throw new NotReady("The database did not confirm it; send it again in a moment, it does no harm twice.");
        }
    }

    /** What the database said: a refusal is no sign that it is away. */
    private record Said<T>(Optional<T> result, String code) {

        /** The database's own message could name the customer, and this ends in the log. */
        private T orThrow() {
            return result.orElseThrow(
                    () -> new IllegalStateException("The database refused a call about a customer: " + code));
        }
    }

    private static <T> Said<T> answered(Supplier<T> call) {
        try {
            return new Said<>(Optional.of(Persistence.outlastOthers(call)), "");
        } catch (ClientException refused) {
            Optional<InvalidRequest> mistake = Refusal.in(refused);
            if (mistake.isPresent()) {
                throw mistake.get();
            }
            return new Said<>(Optional.empty(), refused.code());
        }
    }
}
