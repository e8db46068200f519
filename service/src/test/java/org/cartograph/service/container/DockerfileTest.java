package org.cartograph.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images are made of. */
final class DockerfileTest {

    private static final Path PROJECT = Compose.FOLDER.getParent();

    private static Dockerfile image(String name) {
        return Dockerfile.read(Compose.FOLDER.resolve(name).resolve("Dockerfile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo4j", "service", "import"})
    void runAsAUserWithoutRights(String name) {
        assertThat(image(name).last("USER")).isNotEmpty().isNotEqualTo("root").isNotEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo4j", "service", "import"})
    void startFromAVersionThatTheProjectIsTestedWith(String name) throws IOException {
        String neo4j = property("neo4j.version").replaceFirst("\\.[0-9]+$", "");
        String java = property("maven.compiler.release");

        assertThat(image(name).all("FROM"))
                .isNotEmpty()
                .allMatch(from -> from.startsWith("neo4j:" + neo4j + "-community")
                        || from.startsWith("eclipse-temurin:" + java + "-jre-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo4j", "service", "import"})
    void takeOnlyWhatTheBuildLetsThemSee(String name) throws IOException {
        List<String> seen = Files.readAllLines(PROJECT.resolve("docker/" + name + "/Dockerfile.dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(image(name).sources()).isNotEmpty().allSatisfy(source -> {
            Path path = Path.of(source.endsWith("/") ? source + "any.jar" : source);
            assertThat(seen)
                    .as(source)
                    .anyMatch(pattern -> FileSystems.getDefault()
                            .getPathMatcher("glob:" + pattern)
                            .matches(path));
            // What the build makes is there only after it; what is written by hand always.
            assertThat(source.contains("target/") || Files.isExecutable(PROJECT.resolve(source)))
                    .as(source)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo4j", "service"})
    void askThemselvesWhetherTheyWorkWithWhatTheImageHas(String name) {
        assertThat(image(name).last("HEALTHCHECK"))
                .contains("--interval", "--timeout", "--start-period", "CMD")
                .doesNotContain("curl");
    }

    @Test
    void letTheServiceStartWithTheClassesThatItWasTrainedWith() {
        Dockerfile service = image("service");

        assertThat(service.last("RUN"))
                .contains("-XX:ArchiveClassesAtExit=cartograph.jsa", "-Dspring.context.exit=onRefresh");
        assertThat(service.last("ENTRYPOINT"))
                .isEqualTo(
                        "[\"java\", \"-XX:SharedArchiveFile=cartograph.jsa\", \"-jar\", \"cartograph-service.jar\"]");
    }

    @Test
    void letTheServerCallThePluginAndNoOther() {
        assertThat(image("neo4j").last("ENV"))
                .contains("NEO4J_dbms_security_procedures_allowlist=cartograph.*,apoc.*")
                .doesNotContain("unrestricted");
    }

    private static String property(String name) throws IOException {
        Matcher property = Pattern.compile("<" + Pattern.quote(name) + ">(.+?)</")
                .matcher(Files.readString(PROJECT.resolve("pom.xml")));
        assertThat(property.find()).isTrue();
        return property.group(1);
    }
}
