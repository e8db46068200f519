package org.cartograph.service.database;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cartograph.service.problem.InvalidRequest;
import org.neo4j.driver.exceptions.ClientException;

/** Finds the plugin's own sentence in what the driver reports when a procedure refuses its arguments. */
public final class Refusal {

    private static final Pattern SENTENCE =
            Pattern.compile("Caused by: java\\.lang\\.IllegalArgumentException: (.+)", Pattern.DOTALL);

    private Refusal() {}

    /**
     * The caller's mistake, in the plugin's words.
     *
     * @return empty when the failure is not about the arguments
     */
    public static Optional<InvalidRequest> in(ClientException failure) {
        Matcher matcher = SENTENCE.matcher(String.valueOf(failure.getMessage()));
        return matcher.find() ? Optional.of(new InvalidRequest(matcher.group(1).strip())) : Optional.empty();
    }
}
