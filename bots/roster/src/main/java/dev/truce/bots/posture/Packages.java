package dev.truce.bots.posture;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_PORT_FEE;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_APRIL;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_OCTOBER;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_AFFILIATES_RULE;
import static dev.truce.engine.board.Instrument.US_CHIP_CONTROL;
import static dev.truce.engine.board.Instrument.US_PORT_FEE;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;

/** The packages L, S and P of the reference strategies (agreements E): smaller instruments beside tariffs and chokepoints. */
public final class Packages {
    private static final int ACTIVE = 1;
    private static final int LICENSED = 1;
    private static final int TIGHT = 2;
    private static final int BANNED = 3;
    /** Tariff gear from which L takes the higher duty. */
    private static final int HARD = 4;
    /** Duty of L below and from that gear, percent. */
    private static final double DUTY = 10;

    private static final double HIGH_DUTY = 25;
    /** Port fees of P: dollars and RMB a net ton. */
    private static final double US_FEE = 80;

    private static final double CN_FEE = 640;

    private final Side side;
    private final LadderSearch ladders;

    public Packages(Scenario scenario, Side side) {
        this.side = side;
        this.ladders = StrategyTables.of(scenario).ladders();
    }

    /** Returns L, legal means: the 301 investigation and its tariff, or the entity list and the agricultural tariff. */
    public Retaliation legal() {
        return (seen, posture, draft) -> {
            double duty = posture.tariff() >= HARD ? HIGH_DUTY : DUTY;
            if (side == Side.US) {
                draft.set(US_SECTION301_INVESTIGATION, ACTIVE);
                // Before the investigation is concluded the draft orders no duty, the mildest legal level.
                draft.set(US_SECTION301_TARIFF, ladders.level(US_SECTION301_TARIFF, duty));
            } else {
                draft.set(CN_UNRELIABLE_ENTITIES, ACTIVE);
                draft.set(CN_AGRI_TARIFF, ladders.level(CN_AGRI_TARIFF, duty));
            }
        };
    }

    /** Returns S, the second line: the affiliates rule, or the rare earths of October. */
    public Retaliation secondLine() {
        return (seen, posture, draft) -> {
            if (side == Side.US && posture.choke() >= TIGHT) {
                draft.set(US_CHIP_CONTROL, posture.choke() == BANNED ? BANNED : LICENSED);
                draft.set(US_AFFILIATES_RULE, ACTIVE);
            } else if (side == Side.CN && posture.choke() == TIGHT) {
                draft.set(CN_RARE_EARTHS_APRIL, LICENSED);
                draft.set(CN_RARE_EARTHS_OCTOBER, TIGHT);
            }
        };
    }

    /** Returns P, a higher step of the port fee. */
    public Retaliation portFees() {
        return (seen, posture, draft) -> {
            if (posture.port() > 0) {
                draft.set(
                        BySide.pick(side, US_PORT_FEE, CN_PORT_FEE),
                        BySide.pick(side, ladders.level(US_PORT_FEE, US_FEE), ladders.level(CN_PORT_FEE, CN_FEE)));
            }
        };
    }

    /**
     * Returns an addition that sets one instrument to a level. A 301 tariff needs an investigation, so that is opened with it.
     */
    public Retaliation forced(Instrument instrument, int level) {
        return (seen, posture, draft) -> {
            if (instrument.holder() == side) {
                draft.set(instrument, level);
                if (instrument == US_SECTION301_TARIFF) {
                    draft.set(US_SECTION301_INVESTIGATION, ACTIVE);
                }
            }
        };
    }
}
