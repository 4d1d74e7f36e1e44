package dev.truce.engine.board;

/** One of the two sides of a match. The ordinal is the side's index in every array of the rules. */
public enum Side {
    US,
    CN;

    private static final Side[] VALUES = values();

    /** Returns the other side. */
    public Side other() {
        return this == US ? CN : US;
    }

    /** Returns the side with the given index, 0 for US and 1 for CN. */
    public static Side at(int index) {
        return VALUES[index];
    }
}
