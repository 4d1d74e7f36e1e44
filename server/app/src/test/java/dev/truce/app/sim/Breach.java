package dev.truce.app.sim;

/** A promise was not kept. An error, so that nothing which lives on after exceptions swallows it. */
final class Breach extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final int invariant;

    /**
     * Says which.
     *
     * @param invariant its number in the list of {@link Invariants}, 0 for none of them
     */
    Breach(int invariant, String what) {
        super(invariant == 0 ? what : "invariant " + invariant + ": " + what);
        this.invariant = invariant;
    }

    int invariant() {
        return invariant;
    }
}
