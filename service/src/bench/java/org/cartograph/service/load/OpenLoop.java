package org.cartograph.service.load;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Sends at fixed times, whatever became of what was sent before, and counts the time of each answer from when it was due:
 * so a service that stands still is blamed for all that came meanwhile (no coordinated omission).
 */
final class OpenLoop {

    private static final long LONGEST_WAIT_SECONDS = 60;

    /** A bounded loop that fell behind ends with its time, not with its number. */
    private static final long LATE_NANOS = 100_000_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final IntFunction<HttpRequest> requests;
    private final Consumer<String> answers;
    private final double perSecond;
    private final Semaphore inFlight;
    private final boolean bounded;

    /**
     * So many requests a second, made by number; the bodies of good answers are handed on.
     *
     * @param inFlight requests without an answer at most, before it waits with the next; without a bound the loop is open
     */
    OpenLoop(double perSecond, IntFunction<HttpRequest> requests, Consumer<String> answers, int inFlight) {
        this.perSecond = perSecond;
        this.inFlight = new Semaphore(inFlight);
        this.bounded = inFlight < Integer.MAX_VALUE;
        this.requests = requests;
        this.answers = answers;
    }

    /** What came back: nanoseconds of the good answers, sorted, and how many were not good, by status or failure. */
    record Result(List<Long> nanos, Map<String, Integer> failures, double seconds) {

        int failed() {
            return failures.values().stream().mapToInt(Integer::intValue).sum();
        }

        double millis(double percentile) {
            int index = (int) Math.ceil(percentile / 100 * nanos.size()) - 1;
            return nanos.isEmpty() ? Double.NaN : nanos.get(Math.max(0, index)) / 1e6;
        }

        double perSecond() {
            return nanos.size() / seconds;
        }
    }

    /** Sends for some time, and waits for the last answer. */
    Result run(int seconds) throws InterruptedException {
        int count = (int) (perSecond * seconds);
        AtomicLongArray nanos = new AtomicLongArray(count);
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        CountDownLatch open = new CountDownLatch(count);
        long began = System.nanoTime();
        for (int number = 0; number < count; number++) {
            long due = began + (long) (number * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (bounded && System.nanoTime() - began > seconds * 1_000_000_000L + LATE_NANOS) {
                open.countDown();
                continue;
            }
            inFlight.acquire();
            int slot = number;
            http.sendAsync(requests.apply(number), BodyHandlers.ofString()).whenComplete((response, failure) -> {
                inFlight.release();
                nanos.set(slot, System.nanoTime() - due);
                settle(response, failure, nanos, slot, failures);
                open.countDown();
            });
        }
        if (!open.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            failures.put("no answer", (int) open.getCount());
        }
        double took = (System.nanoTime() - began) / 1e9;
        List<Long> good = IntStream.range(0, count)
                .mapToLong(nanos::get)
                .filter(time -> time > 0)
                .sorted()
                .boxed()
                .toList();
        return new Result(good, Map.copyOf(failures), took);
    }

    /** Sends for some time beside whatever else is done. */
    CompletableFuture<Result> beside(int seconds) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(run(seconds));
            } catch (InterruptedException stopped) {
                result.completeExceptionally(stopped);
            }
        });
        thread.start();
        return result;
    }

    private void settle(
            HttpResponse<String> response,
            Throwable failure,
            AtomicLongArray nanos,
            int slot,
            Map<String, Integer> failures) {
        if (failure == null && response.statusCode() == 200) {
            answers.accept(response.body());
        } else {
            nanos.set(slot, 0);
            String what = failure == null
                    ? String.valueOf(response.statusCode())
                    : failure.getClass().getSimpleName();
            failures.merge(what, 1, Integer::sum);
        }
    }
}
