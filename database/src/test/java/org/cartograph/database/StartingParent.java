package org.cartograph.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that starts the database with a pipe as its standard input and then waits to be killed. */
final class StartingParent {

    private StartingParent() {}

    static RunningDatabase start(Path workingDirectory, List<String> command) {
        List<String> parent = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                StartingParent.class.getName()));
        parent.addAll(command);
        return RunningDatabase.run(workingDirectory, parent, Map.of(), ProcessBuilder.Redirect.PIPE);
    }

    public static void main(String[] command) throws Exception {
        List<String> withParent = new ArrayList<>(List.of(command));
        withParent.addAll(
                List.of("--parent", String.valueOf(ProcessHandle.current().pid())));
        new ProcessBuilder(withParent)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }
}
