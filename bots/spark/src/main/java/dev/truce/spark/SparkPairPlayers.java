package dev.truce.spark;

import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.PairPlayersException;
import dev.truce.tournament.run.OrderedParallel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;

/**
 * Plays pairs on a cluster of Spark. Chunks of pairs are sent out as jobs of one task each, a bounded number ahead of the first whose
 * outcome is missing, and are handed over in order; so memory does not grow with the tournament, and no core waits for a
 * slow one. A task that is lost with its worker is played again by Spark, with the same outcome.
 */
final class SparkPairPlayers implements PairPlayers {
    /** For each pair that the cluster can play at a time: one chunk that is played, one that waits. */
    private static final int CHUNKS_A_SLOT = 2;

    /** With records a pair is some ten kilobytes, so that all that is under way fits into any heap. */
    private static final int MAX_PAIRS_AHEAD = 2048;

    private static final int MAX_CHUNKS_AHEAD = 1024;
    private static final long LOOK_MILLIS = 1000;

    /** Who starts a machine again is given that long. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final SparkCluster cluster;
    private final ExecutorTask executorTask;
    private final long master;
    private final ChunkLength length = new ChunkLength();
    private volatile boolean isStopped;

    /** Pairs that are under way. */
    private record Sent(Chunk chunk, JavaFutureAction<List<ExecutorResult>> outcome) {}

    /**
     * Prepares one.
     *
     * @param cluster where pairs are played
     * @param errand the tournament
     * @param master its master seed
     */
    SparkPairPlayers(SparkCluster cluster, ExecutorTask executorTask, long master) {
        this.cluster = cluster;
        this.executorTask = executorTask;
        this.master = master;
    }

    @Override
    public void play(Stage stage, int from, OrderedParallel.Taker<PairFiles> taker)
            throws PairPlayersException, InterruptedException {
        Deque<Sent> sent = new ArrayDeque<>();
        int next = from;
        try {
            while (!isStopped) {
                int ahead = Math.min(MAX_CHUNKS_AHEAD, CHUNKS_A_SLOT * cluster.slots());
                while (next < stage.end() && sent.size() < ahead) {
                    Chunk chunk = chunk(stage, next, length.next(Math.max(1, MAX_PAIRS_AHEAD / ahead)));
                    sent.add(new Sent(chunk, cluster.send(chunk)));
                    next += chunk.pairSpecs().size();
                }
                Sent first = sent.peek();
                if (first == null || !take(first, taker)) {
                    return;
                }
                sent.remove();
            }
        } finally {
            for (Sent left : sent) {
                left.outcome().cancel(true);
            }
        }
    }

    @Override
    public void stop() {
        isStopped = true;
    }

    private Chunk chunk(Stage stage, int from, int pairs) {
        List<PairSpec> pairSpecs = new ArrayList<>();
        for (int index = from; index < Math.min(stage.end(), from + pairs); index++) {
            pairSpecs.add(stage.pairSpec(index, master));
        }
        return new Chunk(executorTask, pairSpecs);
    }

    /** Waits for a chunk and hands its pairs over; returns whether to go on. */
    private boolean take(Sent sent, OrderedParallel.Taker<PairFiles> taker)
            throws PairPlayersException, InterruptedException {
        List<ExecutorResult> outcomes = await(sent);
        if (outcomes.isEmpty()) {
            return false;
        }
        ExecutorResult outcome = outcomes.get(0);
        if (outcome instanceof ExecutorResult.Refused refused) {
            throw new PairPlayersException(PairPlayersException.Reason.BOT_ELSEWHERE, refused.why());
        }
        return outcome instanceof ExecutorResult.Played played && handOver(played, taker);
    }

    private boolean handOver(ExecutorResult.Played played, OrderedParallel.Taker<PairFiles> taker) {
        length.took(played.pairs().size(), played.nanos());
        for (PairFiles pair : played.pairs()) {
            if (isStopped) {
                return false;
            }
            cluster.count(played.process());
            if (!taker.take(pair)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the outcome of a chunk, or nothing if these players were stopped. */
    private List<ExecutorResult> await(Sent sent) throws PairPlayersException, InterruptedException {
        long idleMillis = 0;
        while (!isStopped) {
            try {
                return sent.outcome().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // A bot that does not return is the executor's business; here it is about executors that do not.
                idleMillis = cluster.hasExecutors() ? 0 : idleMillis + LOOK_MILLIS;
                if (idleMillis > PATIENCE.toMillis()) {
                    throw new PairPlayersException(
                            PairPlayersException.Reason.CLUSTER_FAILED,
                            cluster.name() + " has had no worker for " + PATIENCE.toMinutes() + " minutes",
                            notYet);
                }
            } catch (ExecutionException | CancellationException failed) {
                if (!isStopped) {
                    throw SparkCluster.failed(cluster.name(), failed);
                }
            }
        }
        return List.of();
    }
}
