package org.cartograph.service.observed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.cartograph.service.RunningService;

/** The figures as Prometheus fetches them. */
record Scrape(String text) {

    static Scrape of(RunningService service) throws IOException, InterruptedException {
        return new Scrape(HttpClient.newHttpClient()
                .send(service.request("/actuator/prometheus").build(), BodyHandlers.ofString())
                .body());
    }

    /** The sum of the series of a name that have all these labels, written {@code label="value"}. */
    double sum(String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
