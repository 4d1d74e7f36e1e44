package dev.truce.engine.board;

import java.util.Arrays;

/**
 * The level of every instrument: an immutable vector of ladder indices, 0 = first entry of the ladder, at which
 * also stands what the scenario leaves out. In a redacted
 * view the other side's covert levels are {@link #UNSEEN}.
 */
public final class Levels {
    /** Stands for a level that the viewer may not see. */
    public static final int UNSEEN = -1;

    private final byte[] levels;

    private Levels(byte[] levels) {
        this.levels = levels;
    }

    /**
     * Returns levels copied from an array.
     *
     * @param levels ladder indices of all instruments in their order, each 0..127, or {@link #UNSEEN}
     * @throws IllegalArgumentException if there are too few or too many, or an index is out of range
     */
    public static Levels of(int... levels) {
        if (levels.length != Instrument.COUNT) {
            throw new IllegalArgumentException("expected " + Instrument.COUNT + " levels, got " + levels.length);
        }
        byte[] copy = new byte[Instrument.COUNT];
        for (int i = 0; i < copy.length; i++) {
            if (levels[i] < UNSEEN || levels[i] > 127) {
                throw new IllegalArgumentException("level of "
                        + Instrument.all().get(i).id() + " is " + levels[i] + ", expected 0..127 or UNSEEN");
            }
            copy[i] = (byte) levels[i];
        }
        return new Levels(copy);
    }

    /** Returns the ladder index of one instrument, or {@link #UNSEEN}. */
    public int get(Instrument instrument) {
        return levels[instrument.ordinal()];
    }

    /** Returns a copy in which one instrument stands at another ladder index. */
    public Levels with(Instrument instrument, int level) {
        if (levels[instrument.ordinal()] == level) {
            return this;
        }
        byte[] copy = levels.clone();
        copy[instrument.ordinal()] = (byte) level;
        return new Levels(copy);
    }

    /** Returns the ladder indices in instrument order, as a new array. */
    public int[] toArray() {
        int[] copy = new int[levels.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = levels[i];
        }
        return copy;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Levels other && Arrays.equals(levels, other.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return Arrays.toString(levels);
    }
}
