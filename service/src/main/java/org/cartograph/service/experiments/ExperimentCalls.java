package org.cartograph.service.experiments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.Refusal;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.NotFound;
import org.cartograph.service.problem.NotReady;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.stereotype.Component;

/** Calls the plugin about an experiment; what returns is committed. */
@Component
final class ExperimentCalls {

    private static final String FAILED = "Neo.ClientError.Procedure.ProcedureCallFailed";
    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_NANOS = 10_000_000;
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

    private interface Call<T> {
        T run();
    }

    /** Two that wait for each other's locks are told apart by the database, which undoes one: that one tries again. */
    private static <T> T persistently(Call<T> call) {
        for (int tried = 1; ; tried++) {
            try {
                return call.run();
            } catch (TransientException | ClientException passing) {
                if (tried == TRIES || !mayPass(passing)) {
                    throw passing;
                }
                LockSupport.parkNanos(FIRST_PAUSE_NANOS << tried);
            }
        }
    }

    /** What another call drops meanwhile cannot be found any more: that is so only once. */
    private static boolean mayPass(Neo4jException failure) {
        return failure instanceof TransientException
                || (FAILED.equals(failure.code())
                        && Refusal.in((ClientException) failure).isEmpty());
    }

    private <T> T ask(Duration atMost, Call<T> call) {
        try {
            return questions.ask(atMost, () -> inItsOwnWords(() -> persistently(call)));
        } catch (InvalidRequest refused) {
            throw String.valueOf(refused.getMessage()).startsWith(UNKNOWN)
                    ? new NotFound(String.valueOf(refused.getMessage()))
                    : refused;
        } catch (DatabaseAway away) {
            throw new NotReady("The database did not answer; look at the experiment in a moment before trying again.");
        }
    }

    /** A refusal is no sign that the database is away. */
    private static <T> T inItsOwnWords(Call<T> call) {
        try {
            return call.run();
        } catch (ClientException refused) {
            throw Refusal.in(refused).<RuntimeException>map(refusal -> refusal).orElse(refused);
        }
    }
}
