package org.cartograph.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Notices that the process which started this one is gone, so that no server is left behind.
 *
 * <p>A parent that wants this starts the server with a pipe as standard input and keeps its end open. However the
 * parent ends, the operating system closes that end, and reading from the pipe comes to an end here. Standard inputs
 * that are no pipes ({@code /dev/null}, a file, a terminal) say nothing about a parent and are not even read: reading
 * from a terminal would halt a server in the background of a shell.
 */
final class ParentWatch {

    private static final int FILE_TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    /** A pipe that ends within this time was closed on purpose, unless the parent died within it. */
    private static final Duration FROM_THE_BEGINNING = Duration.ofSeconds(1);

    /** The parent at the beginning of the watch: the one that started this process, unless it is dead already. */
    private final Optional<ProcessHandle> first = ProcessHandle.current().parent();

    private final Optional<Long> starter;
    private final long startedAt = System.nanoTime();

    private ParentWatch(Optional<Long> starter) {
        this.starter = starter;
    }

    /**
     * Begins to watch.
     *
     * @param starter the process id of the parent, when it has told. Only so is a parent noticed that died before this
     *     process could look: its child has long been adopted by another process by then
     */
    static void begin(InputStream input, Optional<Long> starter, Runnable whenGone) {
        if (!piped()) {
            return;
        }
        ParentWatch watch = new ParentWatch(starter);
        Thread thread = new Thread(
                () -> {
                    if (watch.parentIsGone(input)) {
                        whenGone.run();
                    }
                },
                "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads until the input ends; then says whether that means that the parent is gone. */
    private boolean parentIsGone(InputStream input) {
        byte[] ignored = new byte[1024];
        try {
            while (input.read(ignored) >= 0) {
                // What a parent may write means nothing.
            }
        } catch (IOException e) {
            // A pipe that cannot be read any more is as good as closed.
        }
        boolean fromTheBeginning = System.nanoTime() - startedAt < FROM_THE_BEGINNING.toNanos();
        return !fromTheBeginning || parentEndsSoon();
    }

    /** A dying process closes its pipes first and hands over its children only then. */
    private boolean parentEndsSoon() {
        try {
            for (int tenth = 0; tenth < 20; tenth++) {
                if (starterIsGone() || !first.equals(ProcessHandle.current().parent())) {
                    return true;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean starterIsGone() {
        return starter.isPresent()
                && starter.flatMap(ProcessHandle::of)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static boolean piped() {
        try {
            int type = (int) Files.getAttribute(Path.of("/dev/stdin"), "unix:mode") & FILE_TYPE;
            return type == PIPE || type == SOCKET;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // Not a Unix: kinds cannot be told apart, but reading from any of them is harmless.
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
