package dev.truce.engine.explain;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.orders.Order;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Basis;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.redaction.Valuation;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains shown scores from what their viewer was told, and from nothing else; an omniscient viewer's explanations are the
 * truth. One for a match and viewer; it is told the rounds in order. Not thread-safe.
 *
 * <p>Method: the points of the reference are turned into the points of the round by replacing one cause after another, each
 * time running the quarter again; what the points change by is the share of that cause. This is done in the order of
 * {@link Factor#between} and in the opposite order, and each cause gets the mean of its two shares: two causes that work
 * together share their common effect equally. At most twice as many quarters as there are causes that differ, about 35, are
 * run.
 */
public final class Explainer {
    private final Rules rules;
    private final Viewer viewer;
    private final Economy economy;
    private final int[] fellIn = new int[Instrument.COUNT];
    private Belief belief;
    private @Nullable RoundView last;
    private @Nullable Basis now;
    private @Nullable RoundView lastButOne;
    private @Nullable Basis before;

    /**
     * Begins before round 1.
     *
     * @param rules the compiled scenario
     * @param calendar summits of the match
     * @param viewer whose views are explained
     */
    public Explainer(Rules rules, Calendar calendar, Viewer viewer) {
        this.rules = rules;
        this.viewer = viewer;
        this.economy = new Economy(rules.scenario().economy());
        this.belief = Belief.start(rules, calendar, viewer);
    }

    /** Returns how many rounds it has been told. */
    public int round() {
        return belief.round();
    }

    /**
     * Absorbs the next round.
     *
     * @throws IllegalArgumentException if it is the view of another viewer or not of the next round
     */
    public void absorb(RoundView view) {
        Basis basis = belief.basis(view);
        belief = belief.absorb(view);
        lastButOne = last;
        before = now;
        last = view;
        now = basis;
        for (Order order : view.orders()) {
            fellIn[order.instrument().ordinal()] = 0;
        }
        for (LevelChange fallback : view.fallbacks()) {
            fellIn[fallback.instrument().ordinal()] = view.round();
        }
    }

    /**
     * Explains the score of the last round.
     *
     * @param side whose score
     * @param reference what it is compared with
     * @return empty if the viewer does not see that score, or if there is no round before
     * @throws IllegalStateException before round 1 was told
     */
    public Optional<Explanation> explain(Side side, Reference reference) {
        RoundView view = last;
        Basis basis = now;
        if (view == null || basis == null) {
            throw new IllegalStateException("no round has been told yet");
        }
        ScoreCard card = card(view, side);
        if (card == null) {
            return Optional.empty();
        }
        return switch (reference) {
            case TRUCE_PATH ->
                Optional.of(explain(
                        card,
                        reference,
                        basis,
                        Basis.onTrucePath(rules, view.round()),
                        card.truceScoreMilli(),
                        card.truceMicro()));
            case ROUND_BEFORE -> {
                ScoreCard earlier = lastButOne == null ? null : card(lastButOne, side);
                yield earlier == null || before == null
                        ? Optional.empty()
                        : Optional.of(
                                explain(card, reference, basis, before, earlier.scoreMilli(), earlier.pointsMicro()));
            }
        };
    }

    private Explanation explain(
            ScoreCard card,
            Reference kind,
            Basis basis,
            Basis reference,
            int referenceMilli,
            List<Long> referenceMicro) {
        List<Factor> factors = Factor.between(basis, reference, viewer, fellIn);
        double[][] shares = new double[factors.size()][Component.COUNT];
        walk(card.side(), factors, basis, reference, shares, 1);
        walk(card.side(), factors, reference, basis, shares, -1);
        List<Share> rounded = rounded(factors, shares, card, referenceMicro);
        int round = last == null ? 0 : last.round();
        return new Explanation(card.side(), round, kind, card.estimated(), card.scoreMilli(), referenceMilli, rounded);
    }

    /** Replaces causes one by one, first to last, and books half of each change of points. */
    private void walk(Side side, List<Factor> factors, Basis to, Basis from, double[][] shares, int sign) {
        Worksheet sheet = new Worksheet(from);
        double[] points = points(from, side);
        for (int i = 0; i < factors.size(); i++) {
            factors.get(i).piece().take(sheet, to);
            double[] next = points(sheet.whole(), side);
            for (int c = 0; c < next.length; c++) {
                shares[i][c] += sign * .5e6 * (next[c] - points[c]);
            }
            points = next;
        }
    }

    private double[] points(Basis basis, Side side) {
        double[] points = Valuation.of(rules, basis, economy).points(side).toArray();
        points[Component.CHANCE.ordinal()] += basis.half(side).chanceMicro() / 1e6;
        return points;
    }

    /** Rounds to millionths so that every component adds up to the difference of the cards; leaves out what did nothing. */
    private static List<Share> rounded(
            List<Factor> factors, double[][] shares, ScoreCard card, List<Long> referenceMicro) {
        long[][] micro = new long[factors.size()][Component.COUNT];
        for (int c = 0; c < Component.COUNT && !factors.isEmpty(); c++) {
            double[] parts = new double[factors.size()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = shares[i][c];
            }
            long total = card.pointsMicro().get(c) - referenceMicro.get(c);
            long[] column = LargestRemainder.round(total, parts);
            for (int i = 0; i < parts.length; i++) {
                micro[i][c] = column[i];
            }
        }
        List<Share> rounded = new ArrayList<>();
        for (int i = 0; i < micro.length; i++) {
            List<Long> parts = new ArrayList<>(Component.COUNT);
            boolean nothing = true;
            for (long part : micro[i]) {
                parts.add(part);
                nothing &= part == 0;
            }
            if (!nothing) {
                rounded.add(new Share(factors.get(i).cause(), factors.get(i).estimated(), parts));
            }
        }
        return rounded;
    }

    private static @Nullable ScoreCard card(RoundView view, Side side) {
        for (ScoreCard card : view.scores()) {
            if (card.side() == side) {
                return card;
            }
        }
        return null;
    }
}
