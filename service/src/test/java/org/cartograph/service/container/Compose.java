package org.cartograph.service.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file, as far as the tests ask. */
record Compose(Map<String, Map<String, Object>> services, Map<String, Object> secrets, Map<String, Object> volumes) {

    static final Path FOLDER = Path.of("..", "docker").toAbsolutePath().normalize();

    static Compose read(String name) {
        try {
            // The tag says how files are laid over each other, which is of no interest here.
            String text = Files.readString(FOLDER.resolve(name)).replace("!override", "");
            Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Map<String, Map<String, Object>> services = new TreeMap<>();
            map(file, "services").forEach((service, content) -> services.put(service, asMap(content)));
            return new Compose(services, map(file, "secrets"), map(file, "volumes"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Map<String, Object> map(Map<String, Object> from, String key) {
        return from.containsKey(key) ? asMap(from.get(key)) : Map.of();
    }

    static List<?> list(Map<String, Object> from, String key) {
        return from.containsKey(key) ? (List<?>) from.get(key) : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    /** All variables of all services. */
    Stream<Map.Entry<String, String>> environment() {
        return services.values().stream()
                .flatMap(service -> map(service, "environment").entrySet().stream())
                .map(entry -> Map.entry(entry.getKey(), String.valueOf(entry.getValue())));
    }

    /** What of the folder of this file is mounted into a container. */
    static Stream<Path> mounted(Map<String, Object> service) {
        return list(service, "volumes").stream()
                .map(String::valueOf)
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> FOLDER.resolve(volume.substring(2, volume.indexOf(':'))));
    }

    /** The Dockerfile that a service of ours is built from. */
    static Path dockerfile(Map<String, Object> service) {
        Map<String, Object> build = map(service, "build");
        return FOLDER.resolve(String.valueOf(build.get("context")))
                .resolve(String.valueOf(build.get("dockerfile")))
                .normalize();
    }
}
