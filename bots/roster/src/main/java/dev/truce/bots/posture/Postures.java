package dev.truce.bots.posture;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_FENTANYL_ENFORCEMENT;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_PORT_FEE;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_APRIL;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_OCTOBER;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_AFFILIATES_RULE;
import static dev.truce.engine.board.Instrument.US_CHIP_CONTROL;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.US_PORT_FEE;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.US_SECTION232_DUTIES;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.engine.board.Side;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** The postures on the full board: which levels a side orders in each gear (agreements C and E, economy 8.1). */
public final class Postures {
    /** US fentanyl tariff by tariff gear, percent. */
    private static final double[] FENTANYL = {0, 0, 10, 20, 20, 20};
    /** US reciprocal tariff by tariff gear, percent. */
    private static final double[] US_RECIPROCAL = {0, 10, 10, 20, 54, 125};
    /** Chinese reciprocal tariff by tariff gear, percent. */
    private static final double[] CN_RECIPROCAL = {0, 5, 10, 20, 54, 125};
    /** US port fee by port gear, dollars a net ton. */
    private static final double[] US_PORT = {0, 50};
    /** Chinese port fee by port gear, RMB a net ton. */
    private static final double[] CN_PORT = {0, 400};
    /** Chinese soya purchases by compliance, MMT a quarter. */
    private static final double[] SOYA = {.5, 3, 6.25, 9};
    /** April rare earths by choke: general licence, licensed, tight, banned. */
    private static final int[] APRIL = {0, 1, 2, 3};
    /** October rare earths by choke: suspended below 'tight', then as those of April. */
    private static final int[] OCTOBER = {0, 0, 2, 3};
    /** Chinese licence pace in every posture: as agreed. */
    private static final int CN_PACE = 2;

    private final Side side;
    private final LadderSearch ladders;
    /** Where sides have red lines: the scenario, whose start levels calm postures keep. */
    private final @Nullable Scenario kept;

    public Postures(Scenario scenario, Side side) {
        this(StrategyTables.of(scenario).ladders(), side, scenario.redLines().exist() ? scenario : null);
    }

    /** The postures that set every instrument, whatever the scenario. */
    Postures(LadderSearch ladders, Side side) {
        this(ladders, side, null);
    }

    private Postures(LadderSearch ladders, Side side, @Nullable Scenario kept) {
        this.side = side;
        this.ladders = ladders;
        this.kept = kept;
    }

    /** Returns a draft that orders every instrument of the side to its level in the posture. */
    public OrderPlan draft(Posture posture) {
        if (kept != null && posture.isCalmWithLines()) {
            return OrderPlan.keeping(side, posture, kept);
        }
        OrderPlan draft = new OrderPlan(side, posture, ladders.instruments());
        if (side == Side.US) {
            draft.set(US_FENTANYL_TARIFF, ladders.level(US_FENTANYL_TARIFF, FENTANYL[posture.tariff()]));
            draft.set(US_RECIPROCAL_TARIFF, ladders.level(US_RECIPROCAL_TARIFF, US_RECIPROCAL[posture.tariff()]));
            draft.set(US_SECTION301_INVESTIGATION, Legality.PAUSED);
            draft.set(US_SECTION301_TARIFF, Legality.NO_TARIFF);
            draft.set(US_SECTION232_DUTIES, posture.tariff() == 0 ? 0 : 1);
            draft.set(US_PORT_FEE, ladders.level(US_PORT_FEE, US_PORT[posture.port()]));
            draft.set(US_AFFILIATES_RULE, 0);
            draft.set(US_CHIP_CONTROL, posture.choke());
            draft.set(US_LICENCE_PACE, posture.compliance());
        } else {
            draft.set(CN_RECIPROCAL_TARIFF, ladders.level(CN_RECIPROCAL_TARIFF, CN_RECIPROCAL[posture.tariff()]));
            draft.set(CN_AGRI_TARIFF, 0);
            draft.set(CN_SOY_PURCHASES, ladders.level(CN_SOY_PURCHASES, SOYA[posture.compliance()]));
            draft.set(CN_RARE_EARTHS_APRIL, APRIL[posture.choke()]);
            draft.set(CN_RARE_EARTHS_OCTOBER, OCTOBER[posture.choke()]);
            draft.set(CN_LICENCE_PACE, CN_PACE);
            draft.set(CN_PORT_FEE, ladders.level(CN_PORT_FEE, CN_PORT[posture.port()]));
            draft.set(CN_FENTANYL_ENFORCEMENT, posture.compliance());
            draft.set(CN_UNRELIABLE_ENTITIES, 0);
        }
        return draft;
    }

    /**
     * Sets China's covert instruments to a compliance that falls short in the pace of licences alone: soya and enforcement
     * one notch better than the compliance, pace 0, which amounts to the same (agreements A3).
     */
    public void spreadShortfall(int compliance, OrderPlan draft) {
        if (draft.keepsWhatIsInForce()) {
            draft.spreadShortfall();
            return;
        }
        int better = Math.min(compliance + 1, SOYA.length - 1);
        draft.set(CN_SOY_PURCHASES, ladders.level(CN_SOY_PURCHASES, SOYA[better]));
        draft.set(CN_FENTANYL_ENFORCEMENT, better);
        draft.set(CN_LICENCE_PACE, 0);
    }
}
