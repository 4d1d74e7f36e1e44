package dev.truce.spark;

import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.PairMaker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockManagerId;

/**
 * Some pairs of a tournament, played together on one core. The outcome has the same pairs, no matter where and how often they are played.
 *
 * @param errand the tournament
 * @param pairSpecs the pairs, at least one
 */
record Chunk(ExecutorTask executorTask, List<PairSpec> pairSpecs) implements Serializable {
    Chunk {
        pairSpecs = List.copyOf(pairSpecs);
    }

    /** Plays the pairs; on an executor. */
    ExecutorResult play() {
        PairMaker maker;
        try {
            maker = ExecutorTournament.of(executorTask).maker();
        } catch (UnfitException unfit) {
            return new ExecutorResult.Refused(process() + ": " + unfit.getMessage());
        }
        long began = System.nanoTime();
        List<PairFiles> pairs = new ArrayList<>();
        for (PairSpec pairSpec : pairSpecs) {
            pairs.add(maker.make(pairSpec));
        }
        return new ExecutorResult.Played(process(), System.nanoTime() - began, pairs);
    }

    /** Returns the name of this process in the cluster. */
    private static String process() {
        BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
        return id.isDriver() ? "this program" : "executor " + id.executorId() + " on " + id.host();
    }
}
