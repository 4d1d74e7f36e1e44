package dev.truce.match.notation;

import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.text.NearWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one level of a ladder: its word in any case, or its number however it is written ({@code 20}, {@code 20.0}, {@code 20 %}). */
public final class LevelReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{0,6})?|\\.[0-9]{1,6}");

    private LevelReader() {}

    /** Returns the ladder index, or -1. */
    public static int level(String written, InstrumentSpec spec) {
        String token = token(written);
        int level = spec.levelOf(token);
        if (level >= 0 || !NUMBER.matcher(token).matches()) {
            return level;
        }
        double number = Double.parseDouble(token);
        for (int i = 0; i < spec.ladder().size(); i++) {
            Rung rung = spec.rung(i);
            if (NUMBER.matcher(rung.token()).matches() && rung.value() == number) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the tokens of the levels next to one that is not there: below and above a number, alike a word; else none. */
    public static List<String> nearest(String written, InstrumentSpec spec) {
        String token = token(written);
        List<String> tokens = new ArrayList<>();
        for (Rung rung : spec.ladder()) {
            tokens.add(rung.token());
        }
        boolean numbers = tokens.stream().allMatch(word -> NUMBER.matcher(word).matches());
        if (!numbers || !NUMBER.matcher(token).matches()) {
            return NearWord.all(token, tokens);
        }
        double number = Double.parseDouble(token);
        @Nullable Rung below = null;
        @Nullable Rung above = null;
        for (Rung rung : spec.ladder()) {
            below = rung.value() < number && (below == null || rung.value() > below.value()) ? rung : below;
            above = rung.value() > number && (above == null || rung.value() < above.value()) ? rung : above;
        }
        List<String> nearest = new ArrayList<>();
        if (below != null) {
            nearest.add(below.token());
        }
        if (above != null) {
            nearest.add(above.token());
        }
        return nearest;
    }

    private static String token(String written) {
        String token = written.toLowerCase(Locale.ROOT);
        token = token.endsWith("%") ? token.substring(0, token.length() - 1).strip() : token;
        return token.replaceAll("[ _]+", "-");
    }
}
