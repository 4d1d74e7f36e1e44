package dev.truce.engine.payoff;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_PORT_FEE;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_PORT_FEE;
import static dev.truce.engine.board.Instrument.US_SECTION232_DUTIES;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.scenario.PayoffWeights;
import dev.truce.engine.scenario.Scenario;

/**
 * The points of one side in one round (agreements C, economy 8.3) and at the end. Immutable.
 *
 * <p>All inputs are plain numbers, so the referee computes the truth and a seat's estimate with the same code: the latter
 * puts in what the signals say about the other side's covert levels.
 */
public final class Payoff {
    /** Availability of rare earths at Busan; more of it assures supply. */
    private static final double ASSURED_FROM = .85;
    /** Availability of chips at Busan; less of it is a lead in technology. */
    private static final double CHIPS_AT_BUSAN = .75;
    /** Value of a truce of depth 1 with a partner of reputation .8, so that the truce at the start is worth 0. */
    private static final double AGREEMENT_AT_BUSAN = .88;
    /** Escalation beyond this brings no more applause. */
    private static final double FIRMNESS_CAP = 6;
    /** Being out-escalated by more than this counts towards a streak; the same lead gives the snap-back right. */
    private static final double HUMILIATION_FROM = .6;

    private static final double HUMILIATION_CAP = 3;
    private static final int STREAK_CAP = 4;

    private final PayoffWeights us;
    private final PayoffWeights cn;
    private final Knobs knobs;
    private final BySide<Double> depthBonus;
    private final double raisedDuties;

    /** Creates the payoff of a scenario. */
    public Payoff(Scenario scenario) {
        us = scenario.us();
        cn = scenario.cn();
        knobs = scenario.knobs();
        depthBonus = scenario.agreements().depthBonus();
        raisedDuties = scenario.sectoralDuties().lobby();
    }

    /** Returns the points of a side. */
    public Points points(Side side, Quarter quarter, PointsBasis standing) {
        PayoffWeights w = BySide.pick(side, us, cn);
        Readings now = standing.readings();
        Readings held = standing.held();
        Covert covert = quarter.covert();
        double ownGap = Covert.AS_AGREED - covert.compliance(side);
        double otherGap = Covert.AS_AGREED - covert.compliance(side.other());
        double charge = quarter.communique() ? knobs.communiqueCharge() : 1;
        return Points.of(
                w.income() * (now.income() - held.income()),
                w.revenue() * (now.revenue() - held.revenue()),
                w.farm() * (now.farm() - held.farm()),
                w.industry() * (now.industry() - held.industry()),
                w.prices() * (now.prices() - held.prices()),
                w.fentanyl() * (covert.enforcement() - Covert.AS_AGREED),
                w.ownRestraint() * ownGap + w.partnerRestraint() * otherGap,
                w.technology() * technology(quarter),
                w.humiliation() * standing.type() * humiliation(standing),
                w.tension() * (quarter.tension() - 1),
                w.firmness() * standing.type() * firmness(standing.escalation()),
                agreement(w, depthBonus.of(side), quarter, standing) + standing.redLines() + standing.ownText(),
                breach(w, standing) * (.5 + standing.reputation()) * charge,
                (standing.reallyCaught() ? w.caught() * charge : 0) + standing.accusations(),
                chokepoint(side, w, quarter, standing.choke()),
                knobs.incomeNoise() * standing.luck());
    }

    /** Returns the technology index after a round in which the given availability of chips was permitted. */
    public static double technologyAfter(double technology, double chips) {
        return technology + .10 * (CHIPS_AT_BUSAN - chips);
    }

    /**
     * Returns the streak of humiliation, 0..4, after a round.
     *
     * @param streak rounds in a row so far
     * @param otherLead felt escalation of the other side in the round before, less one's own in this one
     */
    public static int streak(int streak, double otherLead) {
        return pressed(otherLead) > HUMILIATION_FROM ? Math.min(STREAK_CAP, streak + 1) : 0;
    }

    /**
     * Returns what is added to the sum of all rounds at the end of a match.
     *
     * @param side whose
     * @param pointsLast points of the last round
     * @param reputation at the end
     * @param rareEarthSubstitutes US substitutes for rare earths at the end
     * @param chipSubstitutes Chinese substitutes for chips at the end
     */
    public double terminal(
            Side side, double pointsLast, double reputation, double rareEarthSubstitutes, double chipSubstitutes) {
        PayoffWeights w = BySide.pick(side, us, cn);
        double lostLeverage = BySide.pick(side, chipSubstitutes, rareEarthSubstitutes);
        return knobs.terminalFactor() * pointsLast
                + knobs.terminalReputation() * (reputation - knobs.reputationStart())
                + w.leverage() * (lostLeverage - w.leverageBase());
    }

    /** Returns the mean points a round, U, of a match of {@code rounds} rounds. */
    public double mean(double pointsTotal, double terminal, int rounds) {
        return (pointsTotal + terminal) / (rounds + knobs.terminalFactor());
    }

    private static double technology(Quarter quarter) {
        return .6 * (CHIPS_AT_BUSAN - quarter.chips())
                + .5 * quarter.technology() * (1 - .5 * quarter.chipSubstitutes());
    }

    private static double pressed(double otherLead) {
        return Math.min(HUMILIATION_CAP, Math.max(0, otherLead));
    }

    private static double humiliation(PointsBasis standing) {
        return pressed(standing.otherLead()) * (.7 + .2 * standing.streak());
    }

    private static double firmness(double escalation) {
        double a = Math.min(FIRMNESS_CAP, escalation);
        return a - a * a / 9;
    }

    private static double breach(PayoffWeights w, PointsBasis standing) {
        double points = w.breach() * standing.severity();
        return standing.notice() ? points + w.withdrawal() : points;
    }

    private double agreement(PayoffWeights w, double bonus, Quarter quarter, PointsBasis standing) {
        double word = quarter.depthKept() * (.4 + .6 * standing.otherReputation());
        double value = (quarter.communique() ? word * knobs.communiqueGain() : word) - AGREEMENT_AT_BUSAN;
        double points = w.agreement() * value;
        if (standing.entersCommunique()) {
            points += w.communique() * standing.type();
        }
        double beyond = Math.max(0, quarter.depthKept() - 1);
        return points + (quarter.summit() ? w.summit() + bonus : bonus) * beyond;
    }

    private double chokepoint(Side side, PayoffWeights w, Quarter quarter, double choke) {
        double otherSubstitutes = BySide.pick(side, quarter.chipSubstitutes(), quarter.rareEarthSubstitutes());
        double supply = Math.max(0, quarter.rareEarths() - ASSURED_FROM) / (1 - ASSURED_FROM);
        double points = w.chokepoint() * choke + w.prestige() * choke * (1 - otherSubstitutes) + w.supply() * supply;
        return points + lobbies(side, w, quarter.levels());
    }

    private double lobbies(Side side, PayoffWeights w, Levels levels) {
        if (side == Side.US) {
            int duties = levels.get(US_SECTION232_DUTIES);
            return (duties == 0 ? w.eased232() : 0)
                    + (duties > PolicyMapping.DUTIES_IN_FORCE ? raisedDuties : 0)
                    + (isUp(levels, US_PORT_FEE) ? w.portFee() : 0)
                    + (isUp(levels, US_SECTION301_INVESTIGATION) ? w.investigation() : 0);
        }
        return (isUp(levels, CN_PORT_FEE) ? w.portFee() : 0)
                + (isUp(levels, CN_UNRELIABLE_ENTITIES) ? w.entities() : 0)
                + (isUp(levels, CN_AGRI_TARIFF) ? w.agriTariff() : 0);
    }

    private static boolean isUp(Levels levels, Instrument instrument) {
        return levels.get(instrument) > 0;
    }
}
