package dev.truce.engine.economy;

/** One of the three economies; the ordinal is the index in every table and array of this package. */
public enum Region {
    /** United States. */
    US,
    /** China. */
    CN,
    /** Rest of the world, one block. */
    RW;

    /** Number of regions. */
    static final int COUNT = 3;

    /** The position in every table and array of this package; the order of the constants is published and final. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
