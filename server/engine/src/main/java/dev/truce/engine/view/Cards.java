package dev.truce.engine.view;

import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.report.EconomyReport;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;

/** Puts numbers of the engine, true or estimated, into the integer units in which people and programs get them. Immutable. */
public final class Cards {
    private final Rules rules;

    /** Creates cards on the scale of a scenario. */
    public Cards(Rules rules) {
        this.rules = rules;
    }

    /**
     * Makes the figures of a quarter.
     *
     * @param estimated whether covert levels were estimated
     * @param levels public levels in the quarter
     * @param economy what the kernel computed
     * @param tensionTenths tension after the round
     */
    public Figures figures(boolean estimated, Levels levels, EconomyReport economy, int tensionTenths) {
        return new Figures(
                estimated,
                rules.displayedTariffBasisPoints(levels),
                Rounding.units(1e4 * economy.usWedge()),
                Rounding.units(1e4 * economy.cnWedge()),
                Rounding.milli(economy.usFromCn()),
                Rounding.milli(economy.cnFromUs()),
                Rounding.milli(economy.soyMmt()),
                Rounding.milli(1e4 * economy.usIncome()),
                Rounding.milli(1e4 * economy.cnIncome()),
                Rounding.units(1e4 * (economy.usPrices() - 1)),
                Rounding.units(1e4 * (economy.cnPrices() - 1)),
                Rounding.milli(economy.rareEarths()),
                Rounding.milli(economy.chips()),
                tensionTenths);
    }

    /**
     * Makes the score card of a side from the report of a round that was resolved in full.
     *
     * @param estimated whether the round is only supposed
     * @param report the round
     * @param after the state that it led to
     * @param side whose
     */
    public ScoreCard card(boolean estimated, RoundReport report, MatchState after, Side side) {
        SideReport truth = report.side(side);
        List<Long> micro = micro(truth.points(), 0);
        long totalBefore = Rounding.micro(after.side(side).pointsTotal()) - sum(micro);
        return card(side, estimated, report.round(), micro, totalBefore, truth.escalation());
    }

    /**
     * Makes a score card.
     *
     * @param micro the 16 components, millionths of a point
     * @param totalBefore sum of all components of the rounds before, millionths
     */
    public ScoreCard card(
            Side side, boolean estimated, int round, List<Long> micro, long totalBefore, double escalation) {
        List<Long> truce = micro(rules.trucePath().points(round, side), 0);
        long total = sum(micro);
        return new ScoreCard(
                side,
                estimated,
                micro,
                truce,
                score(side, total / 1e6),
                score(side, sum(truce) / 1e6),
                score(side, (totalBefore + total) / 1e6 / round),
                Rounding.milli(escalation));
    }

    /** Returns the components in millionths of a point, with points of luck added as they were drawn. */
    public static List<Long> micro(Points points, int chanceMicro) {
        List<Long> micro = new ArrayList<>(Component.COUNT);
        for (Component component : Component.values()) {
            micro.add(Rounding.micro(points.of(component)) + (component == Component.CHANCE ? chanceMicro : 0));
        }
        return micro;
    }

    public static long sum(List<Long> micro) {
        long sum = 0;
        for (long part : micro) {
            sum += part;
        }
        return sum;
    }

    private int score(Side side, double points) {
        return Rounding.milli(rules.scenario().anchors().score(side, points));
    }
}
