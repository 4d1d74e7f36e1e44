package dev.truce.bots.minds;

import dev.truce.bot.StepBudget;
import dev.truce.bots.minds.Prospect.Gain;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package in the making that makes both sides better off: begins at what binds now, or at the truce, and exchanges one
 * concession of each side at a time, always those that raise the product of both gains most (Nash's bargaining solution, climbed
 * to step by step).
 */
final class ConcessionPlan {
    /** Longest agreement that the rules allow. */
    private static final int ROUNDS = 8;
    /** What is better by less is not worth a change, points a round. */
    private static final double WORTH_IT = .05;
    /** Lets the product grow before both sides gain. */
    private static final double FLOOR = .5;

    private final Rules rules;
    private final Prospect prospect;
    private final MatchState state;
    private final StepBudget budget;
    private final Gain without;
    /** The bounds after each exchange, the first before any. */
    private final List<Levels> exchanges = new ArrayList<>();

    private Levels bounds;
    private Gain gain = Gain.NONE;

    private ConcessionPlan(Rules rules, Prospect prospect, MatchState state, StepBudget budget, Gain without) {
        this.rules = rules;
        this.prospect = prospect;
        this.state = state;
        this.budget = budget;
        this.without = without;
        Levels binding = rules.scenario().startLevels();
        for (Instrument instrument : rules.scenario().instruments().all()) {
            Clause clause = state.treaty().binding(instrument, state.openRound());
            if (clause != null) {
                binding = binding.with(instrument, clause.bound());
            }
        }
        this.bounds = binding;
    }

    /** Returns the best plan that the budget allows to find, or null if it allows none. */
    static @Nullable ConcessionPlan of(Rules rules, Prospect prospect, MatchState state, StepBudget budget) {
        Gain without = prospect.of(state, null, budget);
        if (without == null) {
            return null;
        }
        ConcessionPlan plan = new ConcessionPlan(rules, prospect, state, budget, without);
        Gain first = plan.gain(plan.bounds);
        if (first == null) {
            return null;
        }
        plan.gain = first;
        do {
            plan.exchanges.add(plan.bounds);
        } while (plan.improve());
        return plan;
    }

    /** What both gain by it a round, compared with signing nothing. */
    Gain gain() {
        return gain;
    }

    /** Returns whether both are better off by it. */
    boolean isWorthIt() {
        return gain.us() > WORTH_IT && gain.cn() > WORTH_IT;
    }

    /** Returns what both gain by other terms a round, or null if the budget is spent. */
    @Nullable
    Gain gain(Terms terms) {
        Gain with = prospect.of(state, terms, budget);
        return with == null ? null : with.over(without);
    }

    /**
     * Returns the package.
     *
     * @param less how many of the exchanges to leave out, the least important first; one is always left, if there are any
     */
    Terms.Package terms(int less) {
        int last = exchanges.size() - 1;
        return terms(exchanges.get(Math.max(Math.min(1, last), last - less)));
    }

    /** Returns a package with nothing new in it: what binds now, and where nothing binds the truce. */
    Terms.Package unchanged() {
        return terms(exchanges.get(0));
    }

    private @Nullable Gain gain(Levels levels) {
        return gain(terms(levels));
    }

    private Terms.Package terms(Levels bounds) {
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : rules.scenario().instruments().all()) {
            pledges.add(new Pledge(instrument, bounds.get(instrument)));
        }
        return new Terms.Package(
                pledges, Math.min(ROUNDS, rules.scenario().layers().longest()), false);
    }

    private boolean improve() {
        Levels best = bounds;
        Gain bestGain = gain;
        List<Levels> ofUs = concessions(bounds, Side.US);
        List<Levels> all = new ArrayList<>(ofUs);
        all.addAll(concessions(bounds, Side.CN));
        for (Levels of : ofUs) {
            all.addAll(concessions(of, Side.CN));
        }
        for (Levels levels : all) {
            Gain reached = gain(levels);
            if (reached == null) {
                break;
            }
            if (product(reached) > product(bestGain) + WORTH_IT) {
                best = levels;
                bestGain = reached;
            }
        }
        boolean better = best != bounds;
        bounds = best;
        gain = bestGain;
        return better;
    }

    /** Returns the bounds with one clause of a side one step better for the other. */
    private List<Levels> concessions(Levels from, Side side) {
        List<Levels> all = new ArrayList<>();
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            int level = from.get(instrument) + (instrument.isCovert() ? 1 : -1);
            if (level >= 0 && level < rules.mapping().size(instrument)) {
                all.add(from.with(instrument, level));
            }
        }
        return all;
    }

    private static double product(Gain gain) {
        double us = gain.us() + FLOOR;
        double cn = gain.cn() + FLOOR;
        return us > 0 && cn > 0 ? us * cn : Math.min(us, 0) + Math.min(cn, 0);
    }
}
