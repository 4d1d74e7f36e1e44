package dev.truce.match.deed;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.talk.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a minister advises his head on an accusation of the other side. It is whispered in the words by which the head would decide, with one
 * reason after them if there is one, as {@code judge CN.SOY inspect for prices}; screens tell it in the words of their reader.
 *
 * @param accused the instrument of the other side that the accusation is about
 * @param choice what he advises
 * @param reason the component of points for whose sake, or null
 */
public record Advice(
        Instrument accused,
        AccusationChoice choice,
        @Nullable Component reason) {
    private static final Pattern FORM =
            Pattern.compile("judge\\s+(\\S+)\\s+(\\S+?)(?:\\s+for\\s+(\\S+))?\\.?", Pattern.CASE_INSENSITIVE);

    /**
     * Reads what was whispered; null if it is no advice.
     *
     * @param side of the speaker; the instrument is one of the other side
     */
    public static @Nullable Advice of(String whispered, Side side) {
        Matcher parts = FORM.matcher(whispered.strip());
        if (!parts.matches()) {
            return null;
        }
        Instrument accused = Instrument.find(parts.group(1), side.other()).orElse(null);
        AccusationChoice choice = Arrays.stream(AccusationChoice.values())
                .filter(each -> each.word().equalsIgnoreCase(parts.group(2)))
                .findFirst()
                .orElse(null);
        String named = parts.group(3);
        Component reason = Arrays.stream(Component.values())
                .filter(each -> each.name().equalsIgnoreCase(named))
                .findFirst()
                .orElse(null);
        if (accused == null || accused.holder() == side || choice == null || (named != null && reason == null)) {
            return null;
        }
        return new Advice(accused, choice, reason);
    }

    /** Returns it as it is whispered. */
    public Deed.Say whispered() {
        return new Deed.Say(Channel.DELEGATION, text(), null);
    }

    /** Returns what a person types to whisper it. */
    public String typed() {
        return "whisper " + text();
    }

    private String text() {
        String why = reason == null ? "" : " for " + reason.name().toLowerCase(Locale.ROOT);
        return "judge " + accused.qualifiedWord() + " " + choice.word() + why;
    }
}
