package dev.truce.match.negotiation;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.state.MatchState;
import dev.truce.match.deed.Advice;
import dev.truce.match.deed.Deed;
import org.jspecify.annotations.Nullable;

/** Judges what a side decides on its accusation of the other in one open round. */
final class JudgingRules {
    private final MatchState state;

    /**
     * Makes the rules of a round.
     *
     * @param state the state with which the round opens
     */
    JudgingRules(MatchState state) {
        this.state = state;
    }

    /**
     * Returns why a decision is refused, or null if it is in order. What leads nowhere is refused to all seats alike, so that no minister
     * is sent to advise it.
     */
    @Nullable
    Refusal refusal(Deed.Judge judge, Side side, int seat) {
        Instrument open = state.side(side.other()).accusedOn();
        if (open == judge.accused()) {
            return seat == 0 ? null : onlyTheHead(judge);
        }
        Refusal wrong = Refusal.of(RefusalCode.NO_ACCUSATION, "accused");
        Instrument own = state.side(side).accusedOn();
        if (own == judge.accused()) {
            return wrong.because("refused.no_accusation.own", own.qualifiedWord(), side.other())
                    .legal(open == null ? "" : open.qualifiedWord());
        }
        return open == null
                ? wrong.naming(side.other())
                : wrong.because("refused.no_accusation.other", judge.accused().qualifiedWord(), open.qualifiedWord())
                        .legal(open.qualifiedWord());
    }

    /** A minister may advise what only his head decides. */
    private static Refusal onlyTheHead(Deed.Judge judge) {
        return Refusal.of(RefusalCode.ONLY_THE_HEAD, "seat")
                .because("refused.only_the_head.judge")
                .legal(new Advice(judge.accused(), judge.choice(), null).typed());
    }
}
