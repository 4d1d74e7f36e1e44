package dev.truce.tournament.result;

import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.run.Conveyor;
import dev.truce.tournament.run.StalledException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads of this program. */
public final class LocalCrew implements Crew {
    private final int threads;
    private final Duration patience;
    private final long master;
    private final Supplier<PairMaker> makers;
    private volatile boolean isStopped;
    private volatile @Nullable Conveyor<PairFiles> running;

    /**
     * Prepares one.
     *
     * @param threads pairs that are played at a time, at least 1
     * @param patience how long one pair may take
     * @param master the master seed
     * @param makers gives each thread what plays its pairs
     */
    public LocalCrew(int threads, Duration patience, long master, Supplier<PairMaker> makers) {
        this.threads = threads;
        this.patience = patience;
        this.master = master;
        this.makers = makers;
    }

    @Override
    public void play(Stage stage, int from, Conveyor.Taker<PairFiles> taker)
            throws StalledException, InterruptedException {
        Conveyor<PairFiles> conveyor = new Conveyor<>(threads, patience, () -> {
            PairMaker maker = makers.get();
            return index -> maker.make(stage.meeting(index, master));
        });
        running = conveyor;
        if (!isStopped) {
            conveyor.run(from, stage.end(), taker);
        }
    }

    @Override
    public void stop() {
        isStopped = true;
        Conveyor<PairFiles> conveyor = running;
        if (conveyor != null) {
            conveyor.stop();
        }
    }
}
