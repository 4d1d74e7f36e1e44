package dev.truce.tournament.result;

import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.run.OrderedParallel;
import dev.truce.tournament.run.StalledException;
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
    private final Supplier<Optional<PairPlayersException>> silence;
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
        this(threads, patience, master, makers, Optional::empty);
    }

    /**
     * Prepares one.
     *
     * @param threads pairs that are played at a time, at least 1
     * @param patience how long one pair may take
     * @param master the master seed
     * @param makers gives each thread what plays its pairs
     * @param silence knows why a model asks no more, if one does not
     */
    LocalPairPlayers(
            int threads,
            Duration patience,
            long master,
            Supplier<PairMaker> makers,
            Supplier<Optional<PairPlayersException>> silence) {
        this.threads = threads;
        this.patience = patience;
        this.master = master;
        this.makers = makers;
        this.silence = silence;
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
        return silence.get();
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
