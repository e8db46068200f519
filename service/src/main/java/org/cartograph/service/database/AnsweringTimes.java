package org.cartograph.service.database;

/** Hears how long the database took for each question. */
interface AnsweringTimes {

    /** For questions that are long by nature. */
    AnsweringTimes IGNORED = new AnsweringTimes() {
        @Override
        public void answered(long nanos) {}
    };

    /** It answered, in time or late; being told that the question was wrong is an answer. */
    void answered(long nanos);

    /** It had not answered when the service's own budget was over, or the caller's, if longer; it may yet. */
    default void late() {}

    /** It had not answered yet when the question was given up. A question that failed is neither. */
    default void gaveUp() {}
}
