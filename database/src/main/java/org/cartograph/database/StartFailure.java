package org.cartograph.database;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.impl.transaction.log.entry.UnsupportedLogVersionException;
import org.neo4j.kernel.internal.Version;

/**
 * Finds, in the chain of exceptions that a server throws when it does not start, the one that a person can act on. The
 * server wraps each of them several times, so the chain is searched by type and not by position.
 */
final class StartFailure {

    private StartFailure() {}

    /** The sentence for the console; the whole chain goes to the home's logs. */
    static Refusal explain(Throwable failure, Home home, Addresses addresses) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        String details = home.keepTrace(failure);
        List<Throwable> chain = chain(failure);
        for (Throwable link : chain) {
            if (link instanceof PortBindException) {
                return taken(chain, addresses, failure);
            }
            if (link instanceof FileLockException) {
                return Home.inUse(home.directory(), "");
            }
            if (newer(link)) {
                return new Refusal(
                        "`--home` must hold data of Neo4j " + Version.getNeo4jVersion() + " or older, but "
                                + home.directory()
                                + " was written by a newer version (" + phrase(link)
                                + "); use a newer release of this program for it or choose another directory."
                                + details,
                        failure);
            }
            if (link instanceof FileSystemException e) {
                return new Refusal(
                        "`--home` must be a directory that can be written, but in " + home.directory() + " "
                                + Home.reason(e) + "; correct that or choose another directory." + details,
                        failure);
            }
        }
        return new Refusal(
                "Neo4j " + Version.getNeo4jVersion() + " could not be started on " + home.directory() + ": "
                        + phrase(chain.get(chain.size() - 1))
                        + "; restore a copy of that directory or name another one with `--home`." + details,
                failure);
    }

    private static Refusal taken(List<Throwable> chain, Addresses addresses, Throwable failure) {
        boolean http = chain.stream().anyMatch(link -> message(link).contains(":" + addresses.http()));
        return http
                ? Addresses.taken("--http-port", addresses.http(), failure)
                : Addresses.taken("--bolt-port", addresses.bolt(), failure);
    }

    /** Newer transaction logs have a type of their own, a newer or an Enterprise store format only has its message. */
    private static boolean newer(Throwable link) {
        return link instanceof UnsupportedLogVersionException
                || message(link).startsWith("Unknown store version")
                || message(link).contains("newer version of neo4j");
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && chain.size() < 50; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    private static String message(Throwable link) {
        return String.valueOf(link.getMessage());
    }

    /** As a part of a sentence: one line, without a full stop of its own. */
    private static String phrase(Throwable link) {
        String line = message(link).lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
