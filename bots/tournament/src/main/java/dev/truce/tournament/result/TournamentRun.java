package dev.truce.tournament.result;

import dev.truce.tournament.plan.Scoreboard;
import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.plan.TournamentPlan;
import dev.truce.tournament.run.StalledException;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.stats.Sprt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays a tournament into a folder, from where the folder stands to the end. What it writes depends on the settings alone: neither on
 * who plays the pairs nor on how often it was interrupted.
 */
public final class TournamentRun {
    private final TournamentSettings settings;
    private final List<String> names;
    private final PairPlayers players;
    private volatile boolean isStopped;
    /** Whether the sequential test has come to a verdict. */
    private boolean isDecided;

    private @Nullable Sprt sprt;
    private @Nullable TournamentTables tables;

    /** Hears how it goes; on the thread that plays. */
    public interface Listener {
        /**
         * A pair is in the files.
         *
         * @param pairs how many are
         * @param board all of them
         */
        void played(int pairs, Scoreboard board);
    }

    /**
     * Prepares one.
     *
     * @param settings what is played
     * @param names of the bots in all files, in the order of the settings
     * @param players plays the pairs
     */
    public TournamentRun(TournamentSettings settings, List<String> names, PairPlayers players) {
        this.settings = settings;
        this.names = List.copyOf(names);
        this.players = players;
    }

    /**
     * Plays to the end, or until it is told to stop.
     *
     * @param path the folder
     * @param listener hears of each pair
     * @return whether the tournament is at its end; else it can be taken up again
     * @throws IOException if the folder cannot be read or written
     * @throws ResultException if the folder is not what this program writes
     * @throws PairPlayersException if the players cannot play; the folder can be taken up again
     * @throws StalledException if a pair took too long
     * @throws InterruptedException if the thread was interrupted; the folder can be taken up again
     */
    public boolean play(Path path, Listener listener)
            throws IOException, ResultException, PairPlayersException, StalledException, InterruptedException {
        TournamentPlan plan = settings.plan();
        try (ResultFolder folder = ResultFolder.open(path, settings)) {
            Scoreboard board = new Scoreboard(names.size());
            sprt = settings.sprt().isEmpty() ? null : Sprt.parse(settings.sprt());
            isDecided = false;
            MatchReader.read(path, names, (one, two, scored) -> take(board, scored));
            listener.played(folder.pairs() - settings.firstPair(), board);
            players.open(path);
            try {
                int firstPair = 0;
                int number = 0;
                for (Optional<Stage> next = plan.stage(number, firstPair, board);
                        next.isPresent() && !isDecided;
                        next = plan.stage(number, firstPair, board)) {
                    if (!play(next.get(), folder, board, listener)) {
                        return false;
                    }
                    firstPair = next.get().end();
                    number++;
                }
                folder.finish();
            } finally {
                folder.checkpoint();
            }
        }
        if (!settings.part().isWhole()) {
            return true;
        }
        TournamentTables made = Reckoning.of(path, names, settings).tables();
        made.write(path);
        tables = made;
        return true;
    }

    /**
     * Returns the tables.
     *
     * @throws IllegalStateException if the tournament is not at its end, or a part of one
     */
    public TournamentTables tables() {
        TournamentTables made = tables;
        if (made == null) {
            throw new IllegalStateException("the tournament is not at its end");
        }
        return made;
    }

    private void take(Scoreboard board, ScoredPair pair) {
        Reckoning.add(board, pair);
        Sprt test = sprt;
        if (test != null && !pair.isVoid() && !isDecided) {
            Sprt.Verdict verdict = test.add(pair.lead());
            // A test that does not apply ends nothing: all pairs are played, and the interval says what there is to
            // say.
            isDecided = verdict == Sprt.Verdict.D0 || verdict == Sprt.Verdict.D1;
        }
    }

    /** Has {@link #play} return soon, from any thread; the folder can be taken up again. */
    public void stop() {
        isStopped = true;
        players.stop();
    }

    private boolean play(Stage stage, ResultFolder folder, Scoreboard board, Listener listener)
            throws IOException, ResultException, PairPlayersException, StalledException, InterruptedException {
        do {
            folder.sealIfFull();
            playOn(stage, folder, board, listener);
            folder.sealIfFull();
        } while (folder.isBetweenShards() && !isDone(stage, folder));
        Optional<PairPlayersException> silence = players.silence();
        if (silence.isPresent()) {
            throw silence.get();
        }
        return isDecided || folder.pairs() >= stage.end();
    }

    private boolean isDone(Stage stage, ResultFolder folder) {
        return isStopped
                || isDecided
                || folder.pairs() >= stage.end()
                || players.silence().isPresent();
    }

    /** Plays until somebody has enough, or what waits is as much as a shard holds. */
    private void playOn(Stage stage, ResultFolder folder, Scoreboard board, Listener listener)
            throws IOException, ResultException, PairPlayersException, StalledException, InterruptedException {
        try {
            players.play(stage, Math.max(stage.firstPair(), folder.pairs()), pair -> {
                if (players.silence().isPresent()) {
                    // A pair that was played without the model is none of the tournament; it is played again.
                    return false;
                }
                try {
                    folder.append(pair);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                take(board, pair.scored());
                listener.played(folder.pairs() - settings.firstPair(), board);
                return !isStopped && !isDecided && !folder.isFull();
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
