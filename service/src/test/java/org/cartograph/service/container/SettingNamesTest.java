package org.cartograph.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** A misspelt variable or secret would be ignored in silence. */
final class SettingNamesTest {

    private static final Set<String> KNOWN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.cartograph.service").stream()
                    .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                    .map(JavaClass::reflect)
                    .flatMap(SettingNamesTest::settings)
                    .collect(Collectors.toSet());

    private static Stream<String> settings(Class<?> type) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return settings(prefix, type);
    }

    private static Stream<String> settings(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String name = prefix + component.getName();
            return component.getType().isRecord()
                    ? Stream.concat(Stream.of(plain(name)), settings(name, component.getType()))
                    : Stream.of(plain(name));
        });
    }

    /** Variables know neither cases nor dashes. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @Test
    void areThoseThatTheServiceReads() {
        Stream<String> variables = Stream.of("compose.yaml", "compose.tls.yaml")
                .map(Compose::read)
                .flatMap(Compose::environment)
                .map(variable -> variable.getKey());
        Stream<String> ofTheImage = Dockerfile.read(Compose.FOLDER.resolve("service/Dockerfile")).all("ENV").stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .map(word -> word.replaceFirst("=.*", ""));
        List<String> ours = Stream.concat(variables, ofTheImage)
                .filter(name -> name.startsWith("CARTOGRAPH_"))
                .toList();

        assertThat(ours).contains("CARTOGRAPH_NEO4J_URI", "CARTOGRAPH_SNAPSHOT_FILE");
        assertThat(ours).allSatisfy(name -> assertThat(KNOWN).contains(plain(name.replaceFirst("_[0-9]+_.*", ""))));
    }

    @Test
    void areThoseAlsoWhereAFileNamesThem() {
        List<String> files = Compose.list(
                        Compose.read("compose.yaml").services().get("service"), "secrets")
                .stream()
                .filter(Map.class::isInstance)
                .map(secret -> String.valueOf(((Map<?, ?>) secret).get("target")))
                .toList();

        assertThat(files).contains("cartograph.neo4j.password");
        assertThat(files).allSatisfy(name -> assertThat(KNOWN).contains(plain(name)));
    }
}
