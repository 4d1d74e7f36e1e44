package dev.truce.engine.board;

/** One of the two sides of a match. The ordinal is the side's index in every array of the rules. */
public enum Side {
    US,
    CN;

    private static final Side[] VALUES = values();

    /** Returns the other side. */
    public Side other() {
        return BySide.pick(this, CN, US);
    }

    /** Returns the word for this side in files and in the names of fields: us or cn. */
    public String word() {
        return BySide.pick(this, "us", "cn");
    }

    /** Returns the side with the given index, 0 for US and 1 for CN. */
    public static Side at(int index) {
        return VALUES[index];
    }
}
