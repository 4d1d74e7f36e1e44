package dev.truce.bot.line.model;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names that tell a model nothing of what it may have read in the news: the sides are A and B, instruments levers with numbers. A text in real
 * names becomes one in these, and an answer in these one in real names.
 */
final class NeutralNames {
    private static final Map<String, String> HIDDEN = hidden();
    private static final Map<String, String> REAL = real();

    /** A name with its side, a word of the game, or a date; not a piece of a longer word. */
    private static final Pattern NAMES = Pattern.compile(
            "(?<![A-Za-z0-9])(US|CN)[.][A-Z0-9]+|(?<![A-Za-z0-9])[A-Za-z]+(?![A-Za-z])|20\\d\\d(?=Q[1-4])");

    private static final Pattern ANSWERED = Pattern.compile(
            "(?<![A-Za-z0-9])([ABab][.])?[Ll]\\d{1,2}(?!\\d)|(?<![A-Za-z0-9.])[ABab](?=[.-][A-Za-z0-9])");

    private NeutralNames() {}

    private static String letter(Side side) {
        return BySide.pick(side, "A", "B");
    }

    private static Map<String, String> hidden() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            names.put(side.name(), letter(side));
            names.put(side.word(), letter(side).toLowerCase(Locale.ROOT));
        }
        for (Instrument instrument : Instrument.values()) {
            String lever = letter(instrument.holder()) + ".L" + (instrument.ordinal() + 1);
            names.put(instrument.qualifiedWord(), lever);
            names.merge(instrument.word(), lever, (first, second) -> first + " or " + second);
        }
        names.putAll(Map.of(
                "soy",
                "crop",
                "SOY",
                "CROP",
                "rare",
                "raw",
                "earths",
                "materials",
                "chips",
                "parts",
                "FENTANYL",
                "HEALTH",
                "trade",
                "bargaining"));
        return Map.copyOf(names);
    }

    private static Map<String, String> real() {
        Map<String, String> names = new HashMap<>();
        for (Side side : Side.values()) {
            names.put(letter(side), side.name());
        }
        for (Instrument instrument : Instrument.values()) {
            String number = "L" + (instrument.ordinal() + 1);
            names.put(number, instrument.qualifiedWord());
            names.put(letter(instrument.holder()) + "." + number, instrument.qualifiedWord());
        }
        return Map.copyOf(names);
    }

    /** Returns a text in real names as the model is shown it. */
    static String shown(String text) {
        return NAMES.matcher(text).replaceAll(match -> name(match));
    }

    private static String name(MatchResult match) {
        String real = match.group();
        return Character.isDigit(real.charAt(0)) ? "" : HIDDEN.getOrDefault(real, real);
    }

    /** Returns an answer of the model in real names; what is no name of the game stays as it is, and is refused as such. */
    static String read(String answer) {
        return ANSWERED.matcher(answer)
                .replaceAll(match -> REAL.getOrDefault(match.group().toUpperCase(Locale.ROOT), match.group()));
    }
}
