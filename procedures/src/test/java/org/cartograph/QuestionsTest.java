package org.cartograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every analyst question of {@code cypher/questions} runs and returns the columns that its header promises. */
class QuestionsTest {
    private static final Path QUESTIONS = Path.of("../cypher/questions");

    private static final Map<String, Object> PARAMETERS = Map.of("product", "bread", "minimumOrders", 1, "limit", 10);

    @BeforeAll
    static void open() {
        CornerShop.open();
        // A product that sells alone, and a neighbour that is sold out.
        CornerShop.buy("eva", "o8", 1, "sled");
        TestDatabase.rows("MATCH (p:Product {id: 'jam'}) SET p.stock = 0");
        TestDatabase.rows("CALL cartograph.model.build({})");
    }

    static Stream<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersWithTheColumnsOfItsHeader(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("// Question: ").endsWith("?");
        assertThat(lines.get(1)).startsWith("// Parameters: ");
        List<String> columns = Arrays.stream(lines.get(2)
                        .replaceFirst("^// Columns: ", "")
                        .replaceAll("\\(.*?\\)", "")
                        .split(","))
                .map(String::strip)
                .toList();

        List<Map<String, Object>> rows = TestDatabase.rows(String.join("\n", lines), PARAMETERS);

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.keySet()).containsExactlyInAnyOrderElementsOf(columns));
    }
}
