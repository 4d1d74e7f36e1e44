package dev.truce.match.record.text;

import dev.truce.engine.state.Ending;
import dev.truce.match.record.Result;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The written forms of a match's end, and of a loss. Each reads back exactly what it wrote and refuses everything else. */
public final class RecordWords {
    /** Stands for an ending or a result that a running match has not yet. */
    static final String OPEN = "*";

    /** The value of {@link Header#LOSS}. */
    static final String ACCEPTED = "accepted";

    private static final Pattern RESULT = Pattern.compile("US (-?\\d{1,6})\\.(\\d) CN (-?\\d{1,6})\\.(\\d)");

    private RecordWords() {}

    public static String ending(@Nullable Ending ending) {
        return ending == null ? OPEN : ending.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a loss.
     *
     * @throws IllegalArgumentException if the text is another one
     */
    static boolean isAccepted(String text) {
        if (!text.equals(ACCEPTED)) {
            throw new IllegalArgumentException("expected " + ACCEPTED);
        }
        return true;
    }

    /**
     * Reads an ending; empty for a match that goes on.
     *
     * @throws IllegalArgumentException if the text is no ending
     */
    static Optional<Ending> readEnding(String text) {
        if (text.equals(OPEN)) {
            return Optional.empty();
        }
        for (Ending ending : Ending.values()) {
            if (ending(ending).equals(text)) {
                return Optional.of(ending);
            }
        }
        throw new IllegalArgumentException("expected horizon, abandoned or *");
    }

    public static String result(@Nullable Result result) {
        return result == null ? OPEN : "US " + decimal(result.usTenths()) + " CN " + decimal(result.cnTenths());
    }

    /**
     * Reads a result; empty for a match that goes on.
     *
     * @throws IllegalArgumentException if the text is no result
     */
    static Optional<Result> readResult(String text) {
        if (text.equals(OPEN)) {
            return Optional.empty();
        }
        Matcher matcher = RESULT.matcher(text);
        if (matcher.matches()) {
            Result read =
                    new Result(tenths(matcher.group(1), matcher.group(2)), tenths(matcher.group(3), matcher.group(4)));
            if (result(read).equals(text)) {
                return Optional.of(read);
            }
        }
        throw new IllegalArgumentException("expected 'US 61.2 CN 58.9' or *");
    }

    private static int tenths(String whole, String tenth) {
        int abs = Math.abs(Integer.parseInt(whole)) * 10 + Integer.parseInt(tenth);
        return whole.startsWith("-") ? -abs : abs;
    }

    static String decimal(int tenths) {
        int abs = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + abs / 10 + "." + abs % 10;
    }
}
