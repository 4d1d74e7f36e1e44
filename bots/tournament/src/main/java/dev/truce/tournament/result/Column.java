package dev.truce.tournament.result;

/**
 * A column of a result file.
 *
 * @param name its name, lower case with underscores
 * @param type what its cells are
 * @param unit unit of its numbers, or empty
 * @param meaning one sentence
 */
public record Column(String name, Type type, String unit, String meaning) {
    /** What cells are. */
    public enum Type {
        /** Words. */
        TEXT,
        /** A whole number. */
        WHOLE,
        /** A number with a fixed count of decimals. */
        DECIMAL;

        /** Returns whether cells are numbers, which JSON writes without quotes. */
        public boolean isNumber() {
            return this != TEXT;
        }
    }

    static Column text(String name, String meaning) {
        return new Column(name, Type.TEXT, "", meaning);
    }

    static Column whole(String name, String unit, String meaning) {
        return new Column(name, Type.WHOLE, unit, meaning);
    }

    static Column decimal(String name, String unit, String meaning) {
        return new Column(name, Type.DECIMAL, unit, meaning);
    }
}
