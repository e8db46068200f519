package org.cartograph.service.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Samples of what the threads of a JVM of this machine are doing, by whose code they are in (JDK Flight Recorder). */
final class Profile implements AutoCloseable {

    private static final String NAME = "load";

    /** The first of these whose prefix a frame has, from the top of the stack down, owns a sample. */
    private static final Map<String, String> OWNERS = owners();

    private final long pid;
    private final Path file;

    private Profile(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put("org.cartograph.service.load", "the benchmark's endpoint");
        owners.put("org.cartograph.service.token", "signing the recommendation's id");
        owners.put("org.cartograph.service", "the service itself");
        owners.put("org.cartograph.recommend", "choosing and ordering products");
        owners.put("org.cartograph", "reading the shop");
        owners.put("org.neo4j.driver", "driver");
        owners.put("org.neo4j.bolt", "Bolt");
        owners.put("org.neo4j.cypher", "Cypher");
        owners.put("org.neo4j", "Neo4j's records, locks and transactions");
        owners.put("io.netty", "network");
        owners.put("org.apache", "HTTP");
        owners.put("org.springframework", "Spring");
        owners.put("tools.jackson", "JSON");
        owners.put("com.fasterxml.jackson", "JSON");
        owners.put("io.micrometer", "metrics");
        return owners;
    }

    /** Starts to take samples, to be kept in this folder. */
    static Profile begin(long pid, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("profile-" + pid + ".jfr");
        Jcmd.order(pid, "JFR.start", "name=" + NAME, "settings=default");
        return new Profile(pid, file);
    }

    /** Share of the samples by owner, the largest first. */
    Map<String, Double> end() throws IOException, InterruptedException {
        Jcmd.order(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        Map<String, Integer> samples = new TreeMap<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.merge(owner(event), 1, Integer::sum);
                }
            }
        }
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        return samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue() / all, (one, other) -> one, LinkedHashMap::new));
    }

    private static String owner(RecordedEvent sample) {
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
                if (type.startsWith(owner.getKey() + ".")) {
                    return owner.getValue();
                }
            }
        }
        return "the JDK";
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
