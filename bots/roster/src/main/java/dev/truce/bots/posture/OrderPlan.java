package dev.truce.bots.posture;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unsent orders: a posture's level of every instrument of one side, which a strategy may then change. */
public final class OrderPlan {
    private final Side side;
    private final Posture posture;
    private final List<Instrument> instruments;
    private final int[] levels = new int[Instrument.COUNT];
    /** Of a plan that keeps what is in force: the scenario whose levels it starts from. */
    private @Nullable Scenario kept;

    private boolean spreads;

    OrderPlan(Side side, Posture posture, Instruments has) {
        this.side = side;
        this.posture = posture;
        instruments = has.of(side);
        Arrays.fill(levels, Levels.UNSEEN);
    }

    /**
     * Returns a plan that leaves every instrument where the truce had it, or better if a clause says so, less the covert notches that
     * the posture holds back; what a strategy sets stays as set.
     */
    static OrderPlan keeping(Side side, Posture posture, Scenario scenario) {
        OrderPlan plan = new OrderPlan(side, posture, scenario.instruments());
        plan.kept = scenario;
        return plan;
    }

    /** Returns whether its posture presses the other side. */
    public boolean isHostile() {
        return posture.isHostile();
    }

    boolean keepsWhatIsInForce() {
        return kept != null;
    }

    /** Holds back in the pace of Chinese licences, and a notch less elsewhere. */
    void spreadShortfall() {
        spreads = true;
    }

    public int get(Instrument instrument) {
        return levels[instrument.ordinal()];
    }

    /** Returns the draft as it stands; the other side's levels are unseen. */
    Levels levels() {
        return Levels.of(levels);
    }

    public void set(Instrument instrument, int level) {
        levels[instrument.ordinal()] = level;
    }

    /**
     * Returns the orders of the draft, for every instrument of it, in the round that is open: with the word kept
     * that the posture means to keep (agreements E), and with the mildest legal level in place of one that is not legal
     * yet (rules 4).
     */
    public Orders orders(Observation seen) {
        if (kept != null) {
            keepWhatIsInForce(kept, seen);
        } else {
            keepWord(seen);
        }
        takeMildestLegal(seen);
        return Orders.all(instruments, levels());
    }

    private void keepWhatIsInForce(Scenario scenario, Observation seen) {
        int held = Math.max(0, posture.shortfall() - (spreads ? 1 : 0));
        for (Instrument instrument : instruments) {
            if (get(instrument) == Levels.UNSEEN) {
                set(instrument, scenario.keptLevel(instrument, seen.treaty(), seen.openRound()));
            }
        }
        if (side == Side.US) {
            lower(scenario, Instrument.US_LICENCE_PACE, held);
            return;
        }
        lower(scenario, Instrument.CN_FENTANYL_ENFORCEMENT, held);
        lower(scenario, Instrument.CN_SOY_PURCHASES, held);
        if (spreads) {
            set(Instrument.CN_LICENCE_PACE, 0);
        }
    }

    /** Lowers a covert instrument by notches of compliance; soya counts them by tonnes. */
    private void lower(Scenario scenario, Instrument instrument, int notches) {
        if (notches == 0) {
            return;
        }
        if (instrument != Instrument.CN_SOY_PURCHASES) {
            set(instrument, Math.max(0, get(instrument) - notches));
            return;
        }
        List<Rung> ladder = scenario.spec(instrument).ladder();
        double wanted = Covert.soyMmt(
                Math.max(0, Covert.soyNotch(ladder.get(get(instrument)).value()) - notches));
        int level = get(instrument);
        while (level > 0 && ladder.get(level).value() > wanted) {
            level--;
        }
        set(instrument, level);
    }

    private void keepWord(Observation seen) {
        if (!posture.isCalm()) {
            return;
        }
        for (Instrument instrument : instruments) {
            Clause clause = seen.treaty().binding(instrument, seen.openRound());
            if (clause != null
                    && clause.isBrokenBy(get(instrument))
                    && (!instrument.isCovert() || posture.isHonest())) {
                set(instrument, clause.bound());
            }
        }
    }

    /** Every level of a covert ladder is legal always, so the first legal level is the mildest. */
    private void takeMildestLegal(Observation seen) {
        for (LegalLevels may : seen.legal()) {
            if (!may.legal().contains(get(may.instrument()))) {
                set(may.instrument(), may.legal().get(0));
            }
        }
    }
}
