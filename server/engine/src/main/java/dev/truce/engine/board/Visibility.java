package dev.truce.engine.board;

/** Whether the other side sees an instrument's level. */
public enum Visibility {
    /** Everybody sees the level; its ladder runs from mildest to harshest. */
    PUBLIC,
    /** Only the holder sees the level; its ladder runs from least to most compliant. */
    COVERT
}
