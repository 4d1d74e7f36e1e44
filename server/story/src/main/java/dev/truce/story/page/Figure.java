package dev.truce.story.page;

import dev.truce.story.words.Phrases;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * A figure that things of one kind have. It is said here once what it is; all printers have it from here. Its texts are
 * those with its key: the key alone is its title, {@code .short} how it stands in a line of figures, {@code .clause} how it
 * stands in a sentence of several, {@code .spoken} its own sentence, if it has one.
 *
 * @param <T> what has the figure
 */
public final class Figure<T> {
    private static final int PERMILLE = 1000;
    /** English counts billions, Chinese hundreds of millions. Programs get the reading itself, so only exact figures are counted so. */
    private static final String SCALE = "unit.scale.";

    private final String key;
    private final String name;
    private final Unit unit;
    private final ToLongFunction<T> of;
    private final Form form;

    /** How much of a figure is printed. */
    private record Form(int scale, int decimals, boolean percentChange, boolean exact, boolean inLine, boolean plus) {
        /** The same in the unit in which a language counts: how many of the smaller units are one, and decimals. */
        Form counted(String[] unit) {
            return new Form(Integer.parseInt(unit[0]), Integer.parseInt(unit[1]), percentChange, exact, inLine, plus);
        }
    }

    private Figure(String key, String name, Unit unit, ToLongFunction<T> of, Form form) {
        this.key = key;
        this.name = name;
        this.unit = unit;
        this.of = of;
        this.form = form;
    }

    /**
     * Returns a whole figure whose change is told in its own unit.
     *
     * @param key of its texts
     * @param name for programs, without the unit
     * @param unit what it counts
     * @param of how it is read
     */
    public static <T> Figure<T> of(String key, String name, Unit unit, ToLongFunction<T> of) {
        return new Figure<>(key, name, unit, of, new Form(1, 0, false, false, false, false));
    }

    /** Returns a whole figure that only programs get by itself; what people read names it in another part. */
    public static <T> Figure<T> forPrograms(String name, Unit unit, ToLongFunction<T> of) {
        return of("", name, unit, of);
    }

    /**
     * Returns the figure for a reading in smaller units.
     *
     * @param scale how many of them are one
     * @param decimals how many are printed; half is rounded up
     */
    public Figure<T> scaled(int scale, int decimals) {
        return as(new Form(scale, decimals, form.percentChange, form.exact, form.inLine, form.plus));
    }

    /** Returns the figure with its change told in percent. */
    public Figure<T> withPercentChange() {
        return as(new Form(form.scale, form.decimals, true, form.exact, form.inLine, form.plus));
    }

    /** Returns the figure with the reading itself for programs, not rounded and in the smaller unit. */
    public Figure<T> exactForPrograms() {
        return as(new Form(form.scale, form.decimals, form.percentChange, true, form.inLine, form.plus));
    }

    /** Returns the figure as one that also stands in the line of the most important ones. */
    public Figure<T> inLine() {
        return as(new Form(form.scale, form.decimals, form.percentChange, form.exact, true, form.plus));
    }

    /** Returns the figure with its sign, also where it is positive. */
    public Figure<T> withPlus() {
        return as(new Form(form.scale, form.decimals, form.percentChange, form.exact, form.inLine, true));
    }

    private Figure<T> as(Form other) {
        return new Figure<>(key, name, unit, of, other);
    }

    /** Returns whether it stands in the line of the most important ones. */
    public boolean isInLine() {
        return form.inLine;
    }

    public String programName() {
        return unit.named(name);
    }

    public String title(Phrases phrases) {
        return phrases.of(key);
    }

    /** Returns how it stands in a line of figures. */
    String inLine(Phrases phrases, String value) {
        return phrases.of(key + ".short", value);
    }

    /** Returns how it stands in a sentence of several. */
    public String clause(Phrases phrases, Shown shown) {
        return phrases.of(
                key + ".clause", shown.value(), phrases.of(shown.trend().key()));
    }

    /** Returns whether it has a sentence of its own. */
    boolean isSpoken(Phrases phrases) {
        return phrases.has(key + ".spoken");
    }

    public String sentence(Phrases phrases, Shown shown) {
        String trend = phrases.of(shown.trend().key());
        return isSpoken(phrases)
                ? phrases.of(key + ".spoken", shown.value(), trend)
                : phrases.of("spoken.indicator", title(phrases), shown.value(), trend);
    }

    /** Returns it for a thing, compared with the same thing before. */
    public Shown show(Phrases phrases, T now, T before) {
        long reading = of.applyAsLong(now);
        long difference = reading - of.applyAsLong(before);
        return form.exact && phrases.has(SCALE + unit.name())
                ? as(form.counted(phrases.of(SCALE + unit.name()).split(" ", 2)))
                        .shown(phrases, reading, difference)
                : shown(phrases, reading, difference);
    }

    private Shown shown(Phrases phrases, long reading, long difference) {
        long units = rounded(reading);
        String value = (form.plus && units > 0 ? "+" : "") + digits(units, form.decimals);
        return new Shown(
                value,
                withSign(phrases, unit, value),
                form.percentChange ? percents(phrases, reading, difference) : points(difference),
                Trend.of(difference),
                form.exact ? (Number) reading : number(units));
    }

    private long rounded(long reading) {
        long size = power(form.decimals);
        return Math.floorDiv(reading * size + form.scale / 2, form.scale);
    }

    private Number number(long units) {
        return form.decimals == 0 ? (Number) units : (Number) (units / (double) power(form.decimals));
    }

    private static String points(long difference) {
        return difference == 0 ? Trend.SAME.sign() : Trend.of(difference).sign() + Math.abs(difference);
    }

    private static String percents(Phrases phrases, long reading, long difference) {
        long before = reading - difference;
        if (difference == 0 || before == 0) {
            return Trend.of(difference).sign();
        }
        long tenths = Math.round((double) PERMILLE * Math.abs(difference) / Math.abs(before));
        return Trend.of(difference).sign() + withSign(phrases, Unit.PERCENT, digits(tenths, 1));
    }

    private static String withSign(Phrases phrases, Unit unit, String digits) {
        return unit == Unit.PERCENT ? phrases.of("unit.percent", digits) : digits;
    }

    /** Writes a number of units of the last decimal. */
    private static String digits(long units, int decimals) {
        if (decimals == 0) {
            return Long.toString(units);
        }
        long size = Math.abs(units);
        return String.format(
                Locale.ROOT,
                "%s%d.%0" + decimals + "d",
                units < 0 ? "-" : "",
                size / power(decimals),
                size % power(decimals));
    }

    private static long power(int decimals) {
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        return power;
    }

    /**
     * A figure of one thing, ready to be printed.
     *
     * @param value its digits
     * @param text its digits with the sign of their unit, if the unit has one
     * @param change how far it moved, with the sign of where to; empty if that is not told
     * @param trend where it went
     * @param number what programs get
     */
    public record Shown(String value, String text, String change, Trend trend, Number number) {
        /** Returns the value with the bare sign of where it went, for example {@code 10.58v}. */
        public String signed() {
            return value + trend.sign();
        }
    }
}
