package dev.truce.cli.pool;

/** Is told how far the work has come. */
public interface Meter {
    /** Tells nobody. */
    Meter SILENT = new Meter() {
        @Override
        public void begin(String work, long matches) {}

        @Override
        public void played(int matches) {}

        @Override
        public void end() {}
    };

    /**
     * A part of the work begins.
     *
     * @param work what it is, in words
     * @param matches how many matches it takes, at least 1
     */
    void begin(String work, long matches);

    /** Some more matches have been played; called by any thread. */
    void played(int matches);

    /** All work is done. */
    void end();
}
