package org.cartograph.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The terminal a person sits at, if any. */
final class Terminal {

    private Terminal() {}

    /** The terminal, or null where input or output is a file or a pipe. */
    @SuppressWarnings("SystemConsoleNull") // askForPlainConsole makes JDK 22 and later answer as JDK 17 does
    static @Nullable Console console() {
        return System.console();
    }

    /** From JDK 22 on there is a console even without a terminal, unless this provider is asked for before its first use. */
    static void askForPlainConsole() {
        System.setProperty("jdk.console", "java.base");
    }

    /** Whether lines can be redrawn. */
    static boolean canRedraw() {
        @Nullable String kind = System.getenv("TERM");
        return console() != null && kind != null && !kind.equals("dumb");
    }
}
