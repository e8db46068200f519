package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;

/** Neo4j knows the settings that the containers give it by their environment, and takes their values. */
final class ImageSettingsTest {

    /** Read by the image's entrypoint itself. */
    private static final String OF_THE_ENTRYPOINT = "AUTH_PATH";

    private static final Pattern VARIABLE = Pattern.compile("(?<![A-Z_])NEO4J_(\\w+)(?:=|: )\"?([^\\s\"]+)");

    @ParameterizedTest
    @ValueSource(strings = {"neo4j/Dockerfile", "compose.yaml", "compose.tls.yaml"})
    void areSettingsOfNeo4j(String file) throws IOException {
        Map<String, String> settings =
                settings(Files.readString(Path.of("../docker").resolve(file)));

        Config config = Config.newBuilder()
                .set(GraphDatabaseSettings.strict_config_validation, true)
                .setRaw(settings)
                .build();

        assertThat(settings.keySet())
                .allSatisfy(name -> assertThat(config.getSetting(name)).isNotNull());
        assertThat(settings.isEmpty()).isEqualTo(file.equals("compose.yaml"));
    }

    /** As the entrypoint reads them: one underscore is a dot, two are one. */
    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new TreeMap<>();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            if (!variable.group(1).equals(OF_THE_ENTRYPOINT)
                    && !variable.group(1).equals("URI")) {
                settings.put(variable.group(1).replace('_', '.').replace("..", "_"), variable.group(2));
            }
        }
        return settings;
    }
}
