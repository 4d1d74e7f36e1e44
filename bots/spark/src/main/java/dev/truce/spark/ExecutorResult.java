package dev.truce.spark;

import dev.truce.tournament.result.PairFiles;
import java.io.Serializable;
import java.util.List;

/** The results of the pairs that an executor was to play. */
sealed interface ExecutorResult extends Serializable {
    /**
     * All were played.
     *
     * @param process which process played them
     * @param nanos how long it took
     * @param pairs in the order in which they were asked for
     */
    record Played(String process, long nanos, List<PairFiles> pairs) implements ExecutorResult {
        public Played {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * The executor cannot play this tournament, and trying again would not help.
     *
     * @param why one sentence without its full stop
     */
    record Refused(String why) implements ExecutorResult {}
}
