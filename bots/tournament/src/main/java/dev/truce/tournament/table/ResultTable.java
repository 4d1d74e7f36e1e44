package dev.truce.tournament.table;

import dev.truce.tournament.stats.Estimate;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.commons.csv.CSVFormat;

/**
 * A result file: its name and its columns, each with header, unit, meaning and value. CSV, JSON and what people read are made from the
 * same row; numbers are written the same way everywhere, so that totals agree to the last digit. An empty cell says that there
 * is no value.
 *
 * @param <T> what a row is about
 */
public final class ResultTable<T> {
    /** One line end on every system, so that equal runs give equal files. */
    public static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private static final String UPPER = "upper end";
    private static final String LOWER = "lower end of its interval";
    private static final String BASIS = "how the interval was found: bootstrap, student, all-alike or too-few";

    private final String name;
    private final Map<String, Column<T>> columns;
    private final List<Column<T>> ordered;

    private ResultTable(String name, Map<String, Column<T>> columns) {
        this.name = name;
        this.columns = columns;
        this.ordered = List.copyOf(columns.values());
    }

    /**
     * Begins a table.
     *
     * @param name name of the file without its ending
     */
    public static <T> Builder<T> named(String name) {
        return new Builder<>(name);
    }

    /** The name of the file without its ending. */
    public String name() {
        return name;
    }

    public String file() {
        return name + ".csv";
    }

    public List<Column<T>> columns() {
        return ordered;
    }

    /**
     * Returns a column.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Column<T> column(String column) {
        Column<T> found = columns.get(column);
        if (found == null) {
            throw new IllegalArgumentException("table " + name + " has no column " + column);
        }
        return found;
    }

    /** Returns where a column stands in the file. */
    public int index(String column) {
        return columns().indexOf(column(column));
    }

    /** Returns the table as the first edition had it. */
    public ResultTable<T> first() {
        Map<String, Column<T>> old = new LinkedHashMap<>(columns);
        old.values().removeIf(Column::isLater);
        return new ResultTable<>(name, old);
    }

    /** Returns the first line of the CSV file. */
    public String header() {
        return String.join(",", columns.keySet()) + "\n";
    }

    /** Returns the CSV file. */
    public String csv(List<T> rows) {
        RowText<T> text = new RowText<>(this);
        rows.forEach(text::add);
        return header() + new String(text.takeCsv(), StandardCharsets.UTF_8);
    }

    /** Returns a row as one JSON object. */
    public String json(T row) {
        RowText<T> text = new RowText<>(this);
        text.add(row);
        return new String(text.takeJson(), StandardCharsets.UTF_8).stripTrailing();
    }

    /**
     * Returns a row of a file as people read it.
     *
     * @param cells one for each column
     */
    public TableRow read(List<String> cells) {
        return new TableRow(column -> cells.get(index(column)));
    }

    /** Returns rows as people read them. */
    public List<TableRow> shown(List<T> rows) {
        return rows.stream().map(this::shown).toList();
    }

    /** Returns a row as people read it. */
    public TableRow shown(T row) {
        return new TableRow(column -> column(column).text(row));
    }

    /**
     * Takes the columns of a table in their order.
     *
     * @param <T> what a row is about
     */
    public static final class Builder<T> {
        private final String name;
        private final Map<String, Column<T>> columns = new LinkedHashMap<>();
        private Predicate<T> known = row -> true;
        private boolean isLater;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Begins a column.
         *
         * @param column its name
         * @param meaning one sentence
         */
        public Begun<T> column(String column, String meaning) {
            return new Begun<>(this, column, meaning, known);
        }

        private Builder<T> add(Begun<T> begun, Column.Type type, int decimals, String unit, Column.Value<T> value) {
            Column.Value<T> ifKnown = (row, to) -> {
                if (begun.known.test(row)) {
                    value.put(row, to);
                } else {
                    to.none(type.isNumber());
                }
            };
            Column<T> column = new Column<>(begun.name, type, decimals, unit, begun.meaning, isLater, ifKnown);
            if (columns.put(begun.name, column) != null) {
                throw new IllegalArgumentException("two columns of " + name + " are named " + begun.name);
            }
            return this;
        }

        /** Adds both ends of the interval of a column that is there. */
        public Builder<T> interval(String column, int decimals, String unit, Function<T, Estimate> value) {
            return ends(column + "_low", column + "_high", LOWER, decimals, unit, value);
        }

        /**
         * Adds the interval of the column that the table is about, and its basis.
         *
         * @param of {@code of} and the column
         * @param few what there may be too few of
         */
        public Builder<T> mainInterval(String of, String few, int decimals, String unit, Function<T, Estimate> value) {
            String lower = "lower end of the 95 % interval" + of + "; empty if there are too few " + few;
            return ends("low", "high", lower, decimals, unit, value).basis(value);
        }

        /** Adds how an interval was found. */
        public Builder<T> basis(Function<T, Estimate> value) {
            return column("basis", BASIS).text(row -> value.apply(row).basis().word());
        }

        private Builder<T> ends(
                String low, String high, String lower, int decimals, String unit, Function<T, Estimate> value) {
            Predicate<T> has = known.and(row -> !value.apply(row).isTooFew());
            new Begun<>(this, low, lower, has)
                    .decimal(decimals, unit, row -> value.apply(row).low());
            return new Begun<>(this, high, UPPER, has)
                    .decimal(decimals, unit, row -> value.apply(row).high());
        }

        /** Has the columns that are added next without a value in rows for which a condition does not hold. */
        public Builder<T> where(Predicate<T> condition) {
            known = condition;
            return this;
        }

        /** Adds columns that came after the first edition, whose folders are still verified. */
        public Builder<T> later(Consumer<Builder<T>> more) {
            isLater = true;
            more.accept(this);
            isLater = false;
            return this;
        }

        public ResultTable<T> build() {
            return new ResultTable<>(name, columns);
        }
    }

    /**
     * A column whose values are told next.
     *
     * @param <T> what a row is about
     */
    public static final class Begun<T> {
        private final Builder<T> table;
        private final String name;
        private final String meaning;
        private final Predicate<T> known;

        private Begun(Builder<T> table, String name, String meaning, Predicate<T> known) {
            this.table = table;
            this.name = name;
            this.meaning = meaning;
            this.known = known;
        }

        /** Gives it words. */
        public Builder<T> text(Function<T, ? extends CharSequence> value) {
            return table.add(this, Column.Type.TEXT, 0, "", (row, to) -> to.text(value.apply(row)));
        }

        /** Gives it whole numbers. */
        public Builder<T> whole(String unit, ToLongFunction<T> value) {
            return table.add(this, Column.Type.WHOLE, 0, unit, (row, to) -> to.number(value.applyAsLong(row), 0));
        }

        /** Gives it a condition: 1 if it holds, else 0. */
        public Builder<T> flag(Predicate<T> value) {
            return whole("", row -> value.test(row) ? 1 : 0);
        }

        /** Gives it numbers with decimals. */
        public Builder<T> decimal(int decimals, String unit, ToDoubleFunction<T> value) {
            return table.add(
                    this,
                    Column.Type.DECIMAL,
                    decimals,
                    unit,
                    (row, to) -> to.number(Decimals.units(value.applyAsDouble(row), decimals), decimals));
        }

        /** Gives it estimates, and adds both ends of their intervals, which are empty if there are too few values. */
        public Builder<T> estimate(int decimals, String unit, Function<T, Estimate> value) {
            return decimal(decimals, unit, row -> value.apply(row).mean()).interval(name, decimals, unit, value);
        }
    }
}
