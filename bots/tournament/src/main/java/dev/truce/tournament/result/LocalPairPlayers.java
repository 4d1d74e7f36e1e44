package dev.truce.tournament.result;

import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.run.OrderedParallel;
import dev.truce.tournament.run.StalledException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads of this program. */
public final class LocalPairPlayers implements PairPlayers {
    private final int threads;
    private final Duration patience;
    private final long master;
    private final Supplier<PairMaker> makers;
    private final ModelWatch models;
    private volatile boolean isStopped;
    private volatile @Nullable OrderedParallel<PairFiles> running;

    /**
     * Prepares one.
     *
     * @param threads pairs that are played at a time, at least 1
     * @param patience how long one pair may take
     * @param master the master seed
     * @param makers gives each thread what plays its pairs
     */
    public LocalPairPlayers(int threads, Duration patience, long master, Supplier<PairMaker> makers) {
        this(threads, patience, master, makers, ModelWatch.NONE);
    }

    /**
     * Prepares one.
     *
     * @param threads pairs that are played at a time, at least 1
     * @param patience how long one pair may take
     * @param master the master seed
     * @param makers gives each thread what plays its pairs
     * @param models those of the bots that are models
     */
    LocalPairPlayers(int threads, Duration patience, long master, Supplier<PairMaker> makers, ModelWatch models) {
        this.threads = threads;
        this.patience = patience;
        this.master = master;
        this.makers = makers;
        this.models = models;
    }

    @Override
    public void open(Path folder) throws IOException, ResultException {
        models.open(folder);
    }

    @Override
    public void play(Stage stage, int from, OrderedParallel.Taker<PairFiles> taker)
            throws StalledException, InterruptedException {
        OrderedParallel<PairFiles> orderedParallel = new OrderedParallel<>(threads, patience, () -> {
            PairMaker maker = makers.get();
            return index -> maker.make(stage.pairSpec(index, master));
        });
        running = orderedParallel;
        if (!isStopped) {
            orderedParallel.run(from, stage.end(), taker);
        }
    }

    @Override
    public Optional<PairPlayersException> silence() {
        return models.silence();
    }

    @Override
    public void stop() {
        isStopped = true;
        OrderedParallel<PairFiles> orderedParallel = running;
        if (orderedParallel != null) {
            orderedParallel.stop();
        }
    }
}
