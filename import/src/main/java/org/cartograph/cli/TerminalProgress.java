package org.cartograph.cli;

import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cartograph.load.Progress;
import org.jspecify.annotations.Nullable;

/** A bar that moves: what is loaded, how far, how fast, and how long it still takes. */
final class TerminalProgress implements Progress {

    private static final int LABEL_WIDTH = 10;
    private static final int REDRAW_MILLIS = 250;

    private @Nullable ProgressBar bar;

    @Override
    public void start(String what, long rows) {
        bar = new ProgressBarBuilder()
                .setTaskName(what + " ".repeat(Math.max(0, LABEL_WIDTH - what.length())))
                .setInitialMax(rows)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setUnit(" rows", 1)
                .showSpeed()
                .setSpeedUnit(ChronoUnit.SECONDS)
                .build();
    }

    @Override
    public void advance(long rows) {
        if (bar != null) {
            bar.stepBy(rows);
        }
    }

    @Override
    public void finish() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
