package org.cartograph.service.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which of two ways to recommend does more good? */
@RestController
@RequestMapping(path = "/v1/experiments", produces = MediaType.APPLICATION_JSON_VALUE)
final class Experiments {

    private static final String CREATE = "CALL cartograph.experiment.create($name, $config)";
    private static final String START = "CALL cartograph.experiment.start($name)";
    private static final String STOP = "CALL cartograph.experiment.stop($name)";
    private static final String LIST = "CALL cartograph.experiment.list()";
    private static final String REPORT = "CALL cartograph.experiment.report($name)";
    private static final String DROP = "CALL cartograph.experiment.drop($name)";

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    /** A report reads the orders of everybody who met the experiment; to drop one is to delete as many exposures. */
    private static final Duration EVERYBODY = Duration.ofSeconds(60);

    private final ExperimentCalls calls;

    Experiments(ExperimentCalls calls) {
        this.calls = calls;
    }

    /** All experiments, the newest first. */
    @Schema(name = "AllExperiments")
    record All(List<ExperimentAnswer> experiments) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ExperimentAnswer create(@RequestBody ExperimentRequest wanted) {
        return calls.change(
                CREATE,
                Map.of("name", wanted.name(), "config", wanted.asParameter()),
                AT_ONCE,
                rows -> ExperimentAnswer.of(rows.get(0)));
    }

    @PostMapping("/{name}/start")
    ExperimentAnswer start(@PathVariable String name) {
        return calls.change(START, Map.of("name", name), AT_ONCE, rows -> ExperimentAnswer.of(rows.get(0)));
    }

    @PostMapping("/{name}/stop")
    ExperimentAnswer stop(@PathVariable String name) {
        return calls.change(STOP, Map.of("name", name), AT_ONCE, rows -> ExperimentAnswer.of(rows.get(0)));
    }

    @GetMapping
    ResponseEntity<All> list() {
        return ResponseEntity.ok(calls.read(
                LIST,
                Map.of(),
                AT_ONCE,
                rows -> new All(rows.stream().map(ExperimentAnswer::of).toList())));
    }

    @GetMapping("/{name}/report")
    ResponseEntity<ReportAnswer> report(@PathVariable String name) {
        return ResponseEntity.ok(calls.read(
                REPORT,
                Map.of("name", name),
                EVERYBODY,
                rows -> new ReportAnswer(
                        name, rows.stream().map(ReportAnswer.Line::of).toList())));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String name) {
        calls.change(DROP, Map.of("name", name), EVERYBODY, List::size);
    }
}
