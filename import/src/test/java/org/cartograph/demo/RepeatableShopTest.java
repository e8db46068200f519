package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same shop is the same bytes. */
final class RepeatableShopTest {

    private static final DemoShop SHOP = new DemoShop(200, 1_500, 300, 7, LocalDate.of(2026, 6, 1));

    @TempDir
    Path directory;

    @Test
    void writesTheSameBytesTwice() throws IOException {
        DemoFiles first = SHOP.write(directory.resolve("first"));
        DemoFiles second = SHOP.write(directory.resolve("second"));

        assertSameBytes(first, second);
    }

    @Test
    void writesTheSameBytesInAnotherLocaleAndTimeZone() throws IOException {
        DemoFiles here = SHOP.write(directory.resolve("here"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertSameBytes(here, SHOP.write(directory.resolve("there")));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void replacesAnEarlierShop() throws IOException {
        new DemoShop(300, 2_000, 400, 8, LocalDate.of(2026, 6, 1)).write(directory.resolve("reused"));

        assertSameBytes(SHOP.write(directory.resolve("fresh")), SHOP.write(directory.resolve("reused")));
    }

    @Test
    void writesAnotherShopForAnotherSeed() throws IOException {
        DemoShop other = new DemoShop(200, 1_500, 300, 8, SHOP.until());

        assertThat(Files.mismatch(
                        SHOP.write(directory.resolve("seven")).orders(),
                        other.write(directory.resolve("eight")).orders()))
                .isNotEqualTo(-1);
    }

    @Test
    void keepsTheCatalogueWhenOnlyTheOrdersGrow() throws IOException {
        DemoShop busier = new DemoShop(200, 3_000, 300, 7, SHOP.until());

        assertThat(SHOP.write(directory.resolve("calm")).products())
                .hasSameBinaryContentAs(busier.write(directory.resolve("busy")).products());
    }

    private static void assertSameBytes(DemoFiles one, DemoFiles other) throws IOException {
        try (Stream<Path> files = Files.list(one.about().getParent())) {
            assertThat(files)
                    .hasSize(8)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameBinaryContentAs(other.about().resolveSibling(file.getFileName())));
        }
    }
}
