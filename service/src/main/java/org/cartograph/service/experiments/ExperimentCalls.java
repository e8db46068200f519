package org.cartograph.service.experiments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Persistence;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.Refusal;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.NotFound;
import org.cartograph.service.problem.NotReady;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.ClientException;
import org.springframework.stereotype.Component;

/** Calls the plugin about an experiment; what returns is committed. */
@Component
final class ExperimentCalls {

    private static final String UNKNOWN = "`name` must be the name of an experiment";

    private final ShopDatabase database;
    private final Questions questions;

    ExperimentCalls(ShopDatabase database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    /**
     * Calls a procedure that changes an experiment.
     *
     * @throws InvalidRequest when the plugin refuses it
     * @throws NotFound       when it knows no experiment of that name
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
            return questions.ask(atMost, () -> inItsOwnWords(call));
        } catch (InvalidRequest refused) {
            throw String.valueOf(refused.getMessage()).startsWith(UNKNOWN)
                    ? new NotFound(String.valueOf(refused.getMessage()))
                    : refused;
        } catch (DatabaseAway away) {
            throw new NotReady("The database did not answer; look at the experiment in a moment before trying again.");
        }
    }

    /** A refusal is no sign that the database is away. */
    private static <T> T inItsOwnWords(Supplier<T> call) {
        try {
            return Persistence.outlastOthers(call);
        } catch (ClientException refused) {
            throw Refusal.in(refused).<RuntimeException>map(refusal -> refusal).orElse(refused);
        }
    }
}
