package org.cartograph.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that starts a command with a pipe as its standard input and then waits to be killed. */
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
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }
}
