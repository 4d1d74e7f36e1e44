package dev.truce.story.words;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.view.SignalReading;
import java.util.ArrayList;
import java.util.List;

/** How a noisy reading of a covert instrument is written: about what level, in the instrument's own unit. */
public final class SignalWords {
    /** MMT at the whole compliance notches of soya purchases (agreements A3). */
    private static final double[] SOY_AT_NOTCH = {0.5, 3, 6.25, 9};

    private final Wording wording;

    /** @param wording the words of the scenario */
    public SignalWords(Wording wording) {
        this.wording = wording;
    }

    /** Returns all readings of a round. */
    public String line(List<SignalReading> readings) {
        List<String> parts = new ArrayList<>();
        for (SignalReading reading : readings) {
            parts.add(reading.instrument().qualifiedWord() + " " + about(reading));
        }
        return wording.phrases().row(parts);
    }

    /** Returns a reading, for example {@code ~1.7}, or {@code ~6.2 in Q1} for customs data about a round before. */
    public String about(SignalReading reading) {
        if (reading.instrument() != Instrument.CN_SOY_PURCHASES) {
            return "~" + NumberText.oneDecimal(Math.max(0, reading.notchMilli()));
        }
        String amount = "~" + NumberText.oneDecimal(Math.round(soyMmt(reading.notchMilli() / 1000.0) * 1000));
        if (reading.aboutRound() < 1) {
            return amount;
        }
        String quarter = wording.scenario().calendar().quarter(reading.aboutRound());
        return wording.text("signal.quarter", amount, quarter.substring(4));
    }

    /** Returns the purchases that would give a compliance notch: the inverse of agreements A3, constant outside. */
    public static double soyMmt(double notch) {
        int last = SOY_AT_NOTCH.length - 1;
        if (notch <= 0) {
            return SOY_AT_NOTCH[0];
        }
        if (notch >= last) {
            return SOY_AT_NOTCH[last];
        }
        int below = (int) notch;
        return SOY_AT_NOTCH[below] + (notch - below) * (SOY_AT_NOTCH[below + 1] - SOY_AT_NOTCH[below]);
    }
}
