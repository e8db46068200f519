package org.cartograph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the import: {@code java -jar cartograph-import.jar load|demo …}. */
@Command(
        name = "cartograph-import",
        description = "Brings a shop's files into the graph.",
        mixinStandardHelpOptions = true,
        subcommands = {LoadCommand.class, DemoCommand.class})
public final class CartographImport {

    private CartographImport() {}

    /** Exits with 0 when everything was loaded, 2 when some rows were rejected, 1 when nothing could be loaded. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CartographImport()).execute(arguments));
    }
}
