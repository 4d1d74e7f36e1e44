package dev.truce.tournament.table;

/** Takes the cells of rows, in the order of their columns. */
interface Cells {
    /** Takes a number in units of its last decimal. */
    void number(long units, int decimals);

    void text(CharSequence cell);

    /** Takes a cell that has no value. */
    void none(boolean isNumber);
}
