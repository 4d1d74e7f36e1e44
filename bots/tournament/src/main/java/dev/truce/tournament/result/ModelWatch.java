package dev.truce.tournament.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The models among the bots of a tournament. */
interface ModelWatch {
    /** No bot is a model. */
    ModelWatch NONE = new ModelWatch() {
        @Override
        public void open(Path folder) {}

        @Override
        public Optional<PairPlayersException> silence() {
            return Optional.empty();
        }
    };

    /**
     * Opens their cassettes.
     *
     * @throws ResultException if one is damaged; names its line
     */
    void open(Path folder) throws IOException, ResultException;

    /** Returns why one of them asks no more, if one does not; from any thread. */
    Optional<PairPlayersException> silence();
}
