package dev.truce.bot.line;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An option as a bot announces it.
 *
 * @param name its name, without blanks
 * @param isNumber whether its values are whole numbers; else they are texts
 * @param usual its value unless somebody sets another
 * @param least smallest number, or {@link Long#MIN_VALUE}
 * @param most largest number, or {@link Long#MAX_VALUE}
 */
public record BotOption(String name, boolean isNumber, String usual, long least, long most) {
    /** What a bot says of an option, without the word {@code option}. */
    public static final String FORM = "name NAME type int|text default VALUE [min N max N]";

    private static final Pattern PATTERN = Pattern.compile("name (?<name>\\S+) type (?:"
            + "int default (?<number>\\S*)(?: min (?<least>-?\\d{1,18}) max (?<most>-?\\d{1,18}))?"
            + "|text default (?<text>.*))");

    /** Returns the option that a bot announces with {@link #FORM}, or nothing if it is not of that form. */
    public static Optional<BotOption> read(String announced) {
        Matcher form = PATTERN.matcher(announced.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String text = form.group("text");
        String number = form.group("number");
        String least = form.group("least");
        String most = form.group("most");
        return Optional.of(new BotOption(
                form.group("name"),
                number != null,
                number != null ? number : text == null ? "" : text,
                least == null ? Long.MIN_VALUE : Long.parseLong(least),
                most == null ? Long.MAX_VALUE : Long.parseLong(most)));
    }

    /** Returns whether it can be set to a value. */
    public boolean takes(String value) {
        if (!isNumber) {
            return true;
        }
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** Returns which values there are. */
    public String legal() {
        if (!isNumber) {
            return "a text";
        }
        return least == Long.MIN_VALUE && most == Long.MAX_VALUE ? "a whole number" : least + " to " + most;
    }

    static String setting(String name, String value) {
        return "setoption name " + name + " value " + value;
    }
}
