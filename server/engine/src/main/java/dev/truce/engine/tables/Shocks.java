package dev.truce.engine.tables;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.scenario.CardRules;
import java.util.List;

/**
 * What shock cards change in the quarter in which they take effect, for the truth and for models of it. Substitutes change
 * with {@code Rules.afterEvent}, the court with the phase 'chance'. Immutable.
 */
public final class Shocks {
    private final CardRules cards;

    Shocks(CardRules cards) {
        this.cards = cards;
    }

    /**
     * Changes the policy of the quarter.
     *
     * @param events events of the round
     * @param soyMmt soya that China buys, million tonnes
     * @param into the policy, set by {@link dev.truce.engine.conduct.PolicyMapping#apply}
     */
    public void change(List<RoundEvent> events, double soyMmt, QuarterPolicy into) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) == RoundEvent.HARVEST_FAILURE) {
                into.soy(soyMmt * (1 - cards.harvestLoss()));
            } else if (events.get(i) == RoundEvent.PORT_STRIKE) {
                into.addIce(cards.strikeCost());
            }
        }
    }

    /** Returns what a side's public reads off the economy. */
    public Readings read(List<RoundEvent> events, Readings calm) {
        return events.contains(RoundEvent.MARKET_PANIC)
                ? new Readings(
                        calm.income() - cards.panicIncome(),
                        calm.revenue(),
                        calm.farm(),
                        calm.industry(),
                        calm.prices())
                : calm;
    }

    /** Returns what the events of a round add to a side's private type. */
    public double swing(List<RoundEvent> events, Side side) {
        RoundEvent swing = BySide.pick(side, RoundEvent.ELECTION_SWING_US, RoundEvent.ELECTION_SWING_CN);
        return events.contains(swing) ? cards.electionSwing() : 0;
    }
}
