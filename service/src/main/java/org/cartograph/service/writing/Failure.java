package org.cartograph.service.writing;

import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Refusal;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.LogText;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a transaction failed, and so what is to be done about it. */
enum Failure {
    /** A deadlock, a server that is just restarting: the same again will do, and is harmless. */
    PASSING,
    /** The database is away, full, read-only, or lacks a procedure: no item is to blame. */
    OF_THE_DATABASE,
    /** Some item cannot be written. */
    OF_AN_ITEM;

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    static Failure of(RuntimeException failure) {
        if (failure instanceof RetryableException) {
            return PASSING;
        }
        if (failure instanceof DatabaseAway) {
            return OF_THE_DATABASE;
        }
        return failure instanceof Neo4jException told && !blamesAnItem(String.valueOf(told.code()))
                ? OF_THE_DATABASE
                : OF_AN_ITEM;
    }

    private static boolean blamesAnItem(String code) {
        return (code.startsWith("Neo.ClientError.Statement.") && !code.endsWith(".SyntaxError"))
                || code.equals("Neo.ClientError.Procedure.ProcedureCallFailed")
                || code.equals("Neo.ClientError.Schema.ConstraintValidationFailed");
    }

    /** The reason by which an item is rejected. */
    static String sentence(RuntimeException failure) {
        if (failure instanceof InvalidRequest mistake) {
            return String.valueOf(mistake.getMessage());
        }
        if (failure instanceof ClientException told) {
            return Refusal.in(told)
                    .map(Throwable::getMessage)
                    .orElseGet(() -> "The database refused it: " + told.getMessage());
        }
        LOG.error("An item could not be written by a mistake of the service", LogText.place(failure));
        return "The service made a mistake with it; its log says more.";
    }
}
