package dev.truce.engine.redaction;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Rounding;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model of the match that a viewer can build from what it was told, and nothing else: public levels, its own covert ones,
 * signals, events, the treaty. Immutable; threads may share it.
 *
 * <p>It runs an economy of its own under the levels as the viewer knows or estimates them. All figures and score cards that
 * a seat gets come from here, so they cannot tell more about the other side's covert levels than the signals do, whatever a
 * reader computes from them. The server folds it round by round; a client that holds the same views gets the same belief.
 * The economy runs when a number is first asked for.
 */
public final class Belief {
    final Rules rules;
    final Calendar calendar;
    final Viewer viewer;
    private final int round;
    final BelievedEconomy economy;
    final double tension;
    final double technology;
    final Covert covert;
    private final boolean courtHasRuled;
    final int shallowRounds;
    private final BelievedSide us;
    private final BelievedSide cn;

    private Belief(Rules rules, Calendar calendar, Viewer viewer) {
        this.rules = rules;
        this.calendar = calendar;
        this.viewer = viewer;
        round = 0;
        economy = BelievedEconomy.start(rules);
        tension = rules.tension().start();
        technology = 0;
        covert = rules.mapping().covert(rules.scenario().startLevels());
        courtHasRuled = false;
        shallowRounds = 0;
        us = BelievedSide.start(rules);
        cn = BelievedSide.start(rules);
    }

    private Belief(BeliefFold fold, BelievedEconomy economy) {
        Belief before = fold.before;
        rules = before.rules;
        calendar = before.calendar;
        viewer = before.viewer;
        round = fold.facts.round();
        this.economy = economy;
        economy.follow(fold);
        tension = fold.tension;
        technology = fold.technology;
        covert = fold.covert;
        courtHasRuled = before.courtHasRuled || fold.facts.events().contains(RoundEvent.COURT_RULING);
        shallowRounds = fold.shallowRounds;
        us = fold.us;
        cn = fold.cn;
    }

    /**
     * Returns what a viewer knows before round 1: the scenario.
     *
     * @param rules the compiled scenario
     * @param calendar summits of the match
     * @param viewer who looks
     */
    public static Belief start(Rules rules, Calendar calendar, Viewer viewer) {
        return new Belief(rules, calendar, viewer);
    }

    /**
     * Returns the belief after one more round. Only facts are read, never figures or scores.
     *
     * @param facts the viewer's view of the next round
     * @throws IllegalArgumentException if the view was made for another viewer or is not of the next round
     */
    public Belief absorb(RoundView facts) {
        return absorb(facts, BelievedEconomy.open());
    }

    /** The same for an economy that is open. */
    Belief absorb(RoundView facts, BelievedEconomy after) {
        requireNext(facts);
        return new Belief(new BeliefFold(this, facts), after);
    }

    /**
     * Returns what the points of the next round follow from.
     *
     * @param facts the viewer's view of the next round
     * @throws IllegalArgumentException if the view was made for another viewer or is not of the next round
     */
    public Basis basis(RoundView facts) {
        requireNext(facts);
        return new BeliefFold(this, facts).basis();
    }

    /** Who looks. */
    public Viewer viewer() {
        return viewer;
    }

    /** Rounds absorbed so far. */
    public int round() {
        return round;
    }

    /** Returns the figures of the last round as this belief has them, or null before round 1. */
    public @Nullable Figures figures() {
        return economy.quarter().figures();
    }

    /** Returns the score cards of the last round for the sides that the viewer sees; empty before round 1. */
    public List<ScoreCard> scores() {
        return economy.quarter().scores();
    }

    /** Returns the reputation that everybody sees: every catch is treated as real. */
    public double shownReputation(Side side) {
        return half(side).ledger();
    }

    /** Returns the tension in tenths; rounded to halves for viewers who do not see everything. */
    public int tensionTenths() {
        return viewer == Viewer.OMNISCIENT ? Rounding.units(tension * 10) : Rounding.tenthsOfHalves(tension);
    }

    /**
     * Returns the level at which an instrument most likely stands: itself where it is seen, else the nearest to the mean of
     * the last readings; the start level before there is any.
     */
    public int likelyLevel(Observation now, Instrument instrument) {
        int level = now.levels().get(instrument);
        if (level != Levels.UNSEEN) {
            return level;
        }
        return viewer == Viewer.PUBLIC
                ? CovertEstimate.promised(rules, now.treaty(), instrument, now.openRound())
                : economy.quarter().recollection().level(rules.mapping(), instrument);
    }

    /**
     * Returns the state that the match has as far as the viewer can tell, for previews: unseen levels are likely levels,
     * the economy and the tension are this belief's, unseen private types are 1.
     *
     * @param now the observation that belongs to this belief
     * @throws IllegalArgumentException if it belongs to another round or viewer
     */
    public MatchState supposedState(Observation now) {
        if (now.viewer() != viewer || now.openRound() != round + 1) {
            throw new IllegalArgumentException("observation of round " + now.openRound() + " for " + now.viewer()
                    + "; expected round " + (round + 1) + " for " + viewer);
        }
        BelievedEconomy.Quarter quarter = economy.quarter();
        Levels levels = now.levels();
        for (Instrument instrument : Instrument.all()) {
            levels = levels.with(instrument, likelyLevel(now, instrument));
        }
        return new MatchState(
                round,
                levels,
                now.treaty(),
                now.investigationRounds(),
                now.courtRoundsLeft(),
                courtHasRuled,
                tension,
                technology,
                covert.soyNotch(),
                RedLines.seen(now.redLines()),
                shallowRounds,
                quarter.state(),
                us.state(quarter.us()),
                cn.state(quarter.cn()),
                null);
    }

    private void requireNext(RoundView facts) {
        if (facts.viewer() != viewer || facts.round() != round + 1) {
            throw new IllegalArgumentException("view of round " + facts.round() + " for " + facts.viewer()
                    + "; expected round " + (round + 1) + " for " + viewer);
        }
    }

    BelievedSide half(Side side) {
        return BySide.pick(side, us, cn);
    }
}
