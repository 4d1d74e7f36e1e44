package dev.truce.engine.redaction;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.payoff.Payoff;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.payoff.PointsBasis;
import dev.truce.engine.payoff.Quarter;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.redline.RedLineCharge;
import dev.truce.engine.report.EconomyReport;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Cards;
import java.util.List;

/** One quarter of the economy under a {@link Basis}, and the points that follow from it. Immutable. */
public final class Valuation {
    private final Rules rules;
    private final Basis basis;
    private final Levels levels;
    private final EconomyReport report;
    private final EconomyState after;
    private final Readings us;
    private final Readings cn;
    private final Quarter quarter;
    private final double[] escalation = new double[2];
    private final double[] felt = new double[2];

    private Valuation(Rules rules, Basis basis, Economy economy) {
        this.rules = rules;
        this.basis = basis;
        levels = basis.inEffect();
        report = step(rules, basis, levels, economy);
        after = economy.save();
        us = rules.shocks().read(basis.events(), Readings.of(economy, Side.US));
        cn = rules.shocks().read(basis.events(), Readings.of(economy, Side.CN));
        Levels graced = basis.gracedInEffect();
        for (Side side : Side.values()) {
            int s = side.ordinal();
            double open = rules.escalation().ofPublic(side, graced);
            escalation[s] = rules.escalation().total(open, basis.counted().compliance(side));
            felt[s] = rules.escalation().felt(open, escalation[s]);
        }
        PolicyMapping mapping = rules.mapping();
        double chips = mapping.chips(levels, basis.covert().usPace());
        quarter = new Quarter(
                levels,
                basis.covert(),
                mapping.rareEarths(levels, basis.covert().cnPace()),
                chips,
                after.reeAlt(),
                after.chipAlt(),
                Payoff.technologyAfter(basis.technology(), chips),
                basis.tension(),
                basis.summit(),
                Math.min(kept(basis.us()), kept(basis.cn())),
                basis.communique());
    }

    /**
     * Runs the quarter.
     *
     * @param rules the compiled scenario
     * @param basis what it follows from
     * @param economy a kernel to run it on; left as the quarter leaves it
     */
    public static Valuation of(Rules rules, Basis basis, Economy economy) {
        return new Valuation(rules, basis, economy);
    }

    /** Returns the points of a side; luck is not among them, it is known in millionths only. */
    public Points points(Side side) {
        Basis.Half own = basis.half(side);
        Basis.Half other = basis.half(side.other());
        double lead = other.escalationBefore() - felt[side.ordinal()];
        return rules.payoff()
                .points(
                        side,
                        quarter,
                        new PointsBasis(
                                BySide.pick(side, us, cn),
                                own.held(),
                                own.type() + rules.shocks().swing(basis.events(), side),
                                escalation[side.ordinal()],
                                lead,
                                Payoff.streak(own.streakBefore(), lead),
                                rules.escalation().choke(side, levels),
                                own.reputation(),
                                other.reputation(),
                                own.severity(),
                                own.notice(),
                                basis.entersCommunique(),
                                own.reallyCaught(),
                                redLines(own),
                                own.accusations(),
                                own.ownText(),
                                0));
    }

    /** Returns the 16 components of a side's points with its luck, millionths of a point. */
    List<Long> micro(Side side) {
        return Cards.micro(points(side), basis.half(side).chanceMicro());
    }

    /** What the kernel computed. */
    EconomyReport report() {
        return report;
    }

    /** The economy after the quarter. */
    EconomyState after() {
        return after;
    }

    private static EconomyReport step(Rules rules, Basis basis, Levels levels, Economy economy) {
        EconomyState state = basis.economy();
        for (RoundEvent event : basis.events()) {
            state = rules.afterEvent(state, event);
        }
        QuarterPolicy policy = new QuarterPolicy();
        rules.mapping().apply(levels, basis.covert(), policy);
        rules.shocks().change(basis.events(), basis.covert().soyMmt(), policy);
        economy.load(state);
        economy.step(policy);
        return EconomyReport.of(economy, policy);
    }

    private static double redLines(Basis.Half half) {
        double sum = 0;
        for (RedLineCharge charge : half.redLines()) {
            sum += charge.points();
        }
        return sum;
    }

    private static double kept(Basis.Half half) {
        return Math.max(0, half.depth() - half.lost());
    }
}
