package dev.truce.tournament.table;

import java.util.Locale;

/**
 * A column of a result file.
 *
 * @param <T> what a row is about
 * @param name its name, lower case with underscores
 * @param type what its cells are
 * @param decimals how many its numbers have; 0 unless they are decimal
 * @param unit unit of its numbers, or empty
 * @param meaning one sentence
 * @param isLater whether folders that the first edition of the tables wrote do not have it
 * @param value its cell in a row
 */
public record Column<T>(
        String name, Type type, int decimals, String unit, String meaning, boolean isLater, Value<T> value) {
    /** What cells are. */
    public enum Type {
        /** Words. */
        TEXT,
        /** A whole number. */
        WHOLE,
        /** A number with a fixed count of decimals. */
        DECIMAL;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether cells are numbers, which JSON writes without quotes. */
        public boolean isNumber() {
            return this != TEXT;
        }
    }

    /**
     * What a cell is made of.
     *
     * @param <T> what a row is about
     */
    interface Value<T> {
        /** Hands over the cell of a row. */
        void put(T row, Cells to);
    }

    /** Returns a cell as files have it, without quotes. */
    String text(T row) {
        StringBuilder text = new StringBuilder();
        value.put(row, new Cells() {
            @Override
            public void number(long units, int decimals) {
                text.append(Decimals.ofUnits(units, decimals));
            }

            @Override
            public void text(CharSequence cell) {
                text.append(cell);
            }

            @Override
            public void none(boolean isNumber) {
                // An empty cell says that there is no value.
            }
        });
        return text.toString();
    }
}
