package dev.truce.match.deed;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.talk.Channel;
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
    /** Words of advice without a reason, and of advice with one. */
    private static final int WORDS = 3;

    private static final int MAX_WORDS = 5;

    /**
     * Reads what was whispered; null if it is no advice.
     *
     * @param side of the speaker; the instrument is one of the other side
     */
    public static @Nullable Advice of(String whispered, Side side) {
        String[] words = whispered.strip().split("\\s+", MAX_WORDS + 1);
        boolean isReasoned = words.length == MAX_WORDS && words[WORDS].equalsIgnoreCase("FOR");
        if (!words[0].equalsIgnoreCase("JUDGE") || (words.length != WORDS && !isReasoned)) {
            return null;
        }
        Instrument accused = Instrument.find(words[1], side.other()).orElse(null);
        AccusationChoice choice = AccusationChoice.find(words[2]).orElse(null);
        Component reason = isReasoned ? Component.find(words[MAX_WORDS - 1]).orElse(null) : null;
        if (accused == null || accused.holder() == side || choice == null || (isReasoned && reason == null)) {
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
        String why = reason == null ? "" : " for " + reason.word();
        return "judge " + accused.qualifiedWord() + " " + choice.word() + why;
    }
}
