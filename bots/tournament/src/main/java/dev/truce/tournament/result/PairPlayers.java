package dev.truce.tournament.result;

import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.run.OrderedParallel;
import dev.truce.tournament.run.StalledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Plays the pairs of a tournament, on threads of this program or on other machines. The results depend on the tournament
 * alone, so that files do not tell where pairs were played.
 */
public interface PairPlayers {
    /**
     * Opens what the players keep in the folder of the results; once, before anything is played. Nobody else writes that folder.
     *
     * @throws ResultException if something there is damaged; it stays as it is
     */
    default void open(Path folder) throws IOException, ResultException {}

    /**
     * Plays pairs of a stage and hands them over in the order of their indices, on the calling thread, until the taker has enough
     * or {@link #stop} is called.
     *
     * @param stage what is played
     * @param from index of the first pair to play, at least {@code stage.firstPair()}; from {@code stage.end()} on there is none
     * @param taker takes each pair, and says whether to go on
     * @throws IOException if what they are taken from cannot be read
     * @throws ResultException if that is not what the program writes
     * @throws PairPlayersException if the pairs cannot be played there
     * @throws StalledException if a pair took too long
     * @throws InterruptedException if the thread was interrupted; nothing is handed over after that
     */
    void play(Stage stage, int from, OrderedParallel.Taker<PairFiles> taker)
            throws IOException, ResultException, PairPlayersException, StalledException, InterruptedException;

    /**
     * Returns why a model asks no more, because it is dead, its budget is spent or its cassette cannot be written: what is handed over from then on is worth nothing. From any
     * thread.
     */
    default Optional<PairPlayersException> silence() {
        return Optional.empty();
    }

    /** Has {@link #play} return soon, now and whenever it is called again; from any thread. */
    void stop();
}
