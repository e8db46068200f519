package org.cartograph.service.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much of a JVM lives.
 *
 * @param liveBytes what its heap holds after a full collection
 * @param threads   of the operating system
 */
record Vitals(long liveBytes, int threads) {

    /** Those of a JVM of this machine, which collects for it. */
    static Vitals of(long pid) throws IOException, InterruptedException {
        List<String> histogram = Jcmd.order(pid, "GC.class_histogram");
        String[] total = lastWith(histogram, "Total").trim().split("\\s+", -1);
        List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
        String[] threads = lastWith(status, "Threads:").split("\\s+", -1);
        return new Vitals(Long.parseLong(total[2]), Integer.parseInt(threads[1]));
    }

    private static String lastWith(List<String> lines, String beginning) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .reduce((one, later) -> later)
                .orElseThrow();
    }
}
