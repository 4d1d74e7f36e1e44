package dev.truce.match.record;

/** What came of playing a record again and comparing. */
public sealed interface Verification {
    /**
     * Everything agrees.
     *
     * @param rounds rounds compared
     * @param chain the last link, 64 hex digits
     */
    record Verified(int rounds, String chain) implements Verification {}

    /**
     * Something differs.
     *
     * @param round first round that differs; 0 is what stands before round 1
     * @param what what differs: setup, orders, hash, ending or result
     * @param expected what the replay gives
     * @param found what the record says
     */
    record Differs(int round, String what, String expected, String found) implements Verification {}

    /** Returns this if it found a difference, else what the next comparison found. */
    default Verification orElse(Verification next) {
        return this instanceof Differs ? this : next;
    }
}
