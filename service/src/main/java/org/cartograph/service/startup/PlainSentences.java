package org.cartograph.service.startup;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/** Says why the service did not start in one sentence; whatever it cannot say so, Spring Boot reports in full. */
final class PlainSentences implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence =
                causes(failure).flatMap(cause -> sentenceOf(cause).stream()).findFirst();
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    private static Optional<String> sentenceOf(Throwable cause) {
        if (cause instanceof CannotStart) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof PortInUseException taken) {
            return Optional.of("Port " + taken.getPort()
                    + " is in use by another program: stop it, or choose another port with --server.port=….");
        }
        return Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
