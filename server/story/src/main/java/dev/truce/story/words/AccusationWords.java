package dev.truce.story.words;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;

/** Chances and prices of accusations, as people think of them. */
public final class AccusationWords {
    /** Chances are told as so many in ten. */
    public static final int TENS = 10;

    private final Wording wording;

    /**
     * @param wording the words of the scenario
     */
    public AccusationWords(Wording wording) {
        this.wording = wording;
    }

    /** Returns a chance, 0 to 1, in tens. */
    public String inTen(double chance) {
        long tens = Math.round(TENS * chance);
        return tens <= 0
                ? wording.text("accusation.hardly")
                : tens >= TENS ? wording.text("accusation.nearly") : wording.text("accusation.tens", tens);
    }

    /** Returns the points, at least 0, that a finding costs a side while its treaty is as it is. */
    public double fine(Side side, Observation now) {
        double times = now.treaty().isCommunique() ? wording.scenario().knobs().communiqueCharge() : 1;
        return -wording.scenario().weights(side).caught() * times;
    }

    /** Returns what points of the rules are worth in a side's score of a round. */
    public String score(Side side, double points) {
        return NumberText.oneDecimal(
                Math.round(1000 * wording.scenario().anchors().worth(side, points)));
    }

    /** Returns what a finding or a suspension ends, as part of a key: an agreement, or nothing, where the truce binds or nothing does. */
    public static String ending(Observation now) {
        int round = now.openRound();
        return now.treaty().agreementUntil() >= round ? "ends" : now.treaty().bindsTruce(round) ? "truce" : "none";
    }

    /**
     * Returns what may come of delivering less in secret.
     *
     * @param chance that the other side is told of it in the round, 0 to 1
     */
    public String risk(Side side, Observation now, double chance) {
        double fine = fine(side, now);
        return wording.text(
                "try.accused",
                wording.side(side.other()),
                inTen(chance),
                Math.round(TENS * wording.scenario().accusations().found()),
                NumberText.plain(fine),
                score(side, fine),
                ending(now).equals("ends") ? wording.text("try.accused.ends") : "");
    }
}
