package org.cartograph.model;

/** Who is told how far learning is; called from several threads. */
public interface LearningProgress {
    /** A phase begins that has so many steps. */
    void begin(String phase, long steps);

    /** So many more steps of the phase are done. */
    void advance(long more);

    /** Nobody. */
    static LearningProgress silent() {
        return new LearningProgress() {
            @Override
            public void begin(String phase, long steps) {}

            @Override
            public void advance(long more) {}
        };
    }
}
