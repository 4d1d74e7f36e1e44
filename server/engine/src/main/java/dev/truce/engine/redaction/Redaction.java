package dev.truce.engine.redaction;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.report.Signals;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Cards;
import dev.truce.engine.view.Leaks;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Rounding;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.ViewFigures;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one function that decides what a viewer sees of a match; everything that leaves the host has passed it: frames,
 * screens, exports of a running match.
 *
 * <p>It never lets out the other side's type, sealed orders, drafts or covert levels, the seed, a hidden horizon, or a number
 * in full precision. What a viewer gets is a function of facts that it may know; two matches that differ only in secrets give
 * equal views. One for each match and viewer; it is folded in round order and not thread-safe.
 */
public final class Redaction {
    private final Rules rules;
    private MatchSetup setup;
    private final Viewer viewer;
    private final Cards cards;
    private Belief belief;
    private int round;
    private @Nullable RoundView last;
    private Levels lastLevels;
    private List<RoundEvent> lastEvents = List.of();
    private Levels seenOfLast;

    /**
     * Begins before round 1.
     *
     * @param rules the compiled scenario
     * @param setup setup of the match; of it only the calendar and a fixed horizon are ever told
     * @param viewer who looks
     */
    public Redaction(Rules rules, MatchSetup setup, Viewer viewer) {
        this(rules, setup, Belief.start(rules, setup.calendar(), viewer), null);
    }

    /**
     * Goes on from what a viewer knows, for matches that are played on by a model.
     *
     * @param rules the compiled scenario
     * @param setup setup of the match; of it only the calendar and a fixed horizon are ever told
     * @param belief what the viewer knows
     * @param last the viewer's view of the last round that the belief has absorbed, or null before round 1
     */
    public Redaction(Rules rules, MatchSetup setup, Belief belief, @Nullable RoundView last) {
        this.rules = rules;
        this.setup = setup;
        this.viewer = belief.viewer();
        this.cards = new Cards(rules);
        this.belief = belief;
        this.round = belief.round();
        this.last = last;
        this.lastLevels = rules.scenario().startLevels();
        this.seenOfLast = hide(lastLevels, lastEvents);
    }

    /** Another round is the last from now on, as the setup says. */
    public void endWith(MatchSetup ending) {
        setup = ending;
    }

    /** What the viewer can know so far; of one who is told the truth it stays as it began. */
    public Belief belief() {
        return belief;
    }

    /**
     * Shows a resolved round and remembers it; called once for each round, in order.
     *
     * @param report the truth about the round
     * @param after the state that it led to
     * @throws IllegalArgumentException if the report is not of the next round, or the state of another round
     */
    public RoundView view(RoundReport report, MatchState after) {
        if (report.round() != round + 1 || after.round() != report.round()) {
            throw new IllegalArgumentException("report of round " + report.round() + " with the state after round "
                    + after.round() + "; expected round " + (round + 1));
        }
        RoundView view;
        if (viewer == Viewer.OMNISCIENT) {
            // Who is told the truth needs no model of it.
            view = facts(report, after, truth(report, after));
        } else {
            BelievedEconomy economy = BelievedEconomy.open();
            view = facts(report, after, new ViewFigures(economy::figures));
            belief = belief.absorb(view, economy);
        }
        round = report.round();
        last = view;
        return view;
    }

    /**
     * Shows what the viewer may base orders on when a round opens.
     *
     * @param state the state after the last round that was viewed
     * @throws IllegalArgumentException if it is the state of another round
     */
    public Observation observe(MatchState state) {
        if (state.round() != round) {
            throw new IllegalArgumentException(
                    "state after round " + state.round() + "; the last round viewed is " + round);
        }
        return new Observation(
                viewer,
                state.openRound(),
                state.isOver(),
                setup.calendar().quarter(state.openRound()),
                setup.calendar().isSummit(state.openRound()),
                setup.horizon() instanceof Horizon.Fixed fixed ? fixed.rounds() : 0,
                seen(state.levels()),
                state.treaty(),
                climate(state),
                redLines(state),
                legal(state),
                last);
    }

    private Observation.Climate climate(MatchState state) {
        boolean all = viewer == Viewer.OMNISCIENT;
        return new Observation.Climate(
                state.investigationRounds(),
                state.courtRoundsLeft(),
                new BySide<>(rules.snapBackRight(state, Side.US), rules.snapBackRight(state, Side.CN)),
                new BySide<>(reputation(state, Side.US), reputation(state, Side.CN)),
                all ? Rounding.units(state.tension() * 10) : belief.tensionTenths(),
                new BySide<>(state.us().ownText(), state.cn().ownText()));
    }

    private int reputation(MatchState state, Side side) {
        return Rounding.milli(
                viewer == Viewer.OMNISCIENT ? state.side(side).reputation() : belief.shownReputation(side));
    }

    private List<Instrument> redLines(MatchState state) {
        RedLines lines = state.redLines();
        return switch (viewer) {
            case US -> lines.us();
            case CN -> lines.cn();
            case PUBLIC -> List.of();
            case OMNISCIENT -> lines.all();
        };
    }

    private List<LegalLevels> legal(MatchState state) {
        if (state.isOver()) {
            return List.of();
        }
        return switch (viewer) {
            case US -> rules.legal(setup, state, Side.US);
            case CN -> rules.legal(setup, state, Side.CN);
            case PUBLIC, OMNISCIENT -> List.of();
        };
    }

    private RoundView facts(RoundReport report, MatchState after, ViewFigures numbers) {
        return new RoundView(
                viewer,
                report.round(),
                seen(report.after(), report.events()),
                orders(report),
                changes(report),
                seen(report.fallbacks()),
                seenInstruments(report.prevented()),
                seen(report.corrected()),
                report.events(),
                report.expired(),
                report.treaty(),
                report.change(),
                after.treaty(),
                signals(report),
                facts(report, Side.US),
                facts(report, Side.CN),
                own(report),
                numbers,
                ratification(report, after));
    }

    private static RatificationView ratification(RoundReport report, MatchState after) {
        Ratification truth = report.ratification();
        if (truth.outcome() == Outcome.NOTHING_SIGNED) {
            return RatificationView.NOTHING;
        }
        boolean numbered = report.change() == TreatyChange.ENTERED_INTO_FORCE
                && after.treaty().agreements() > report.treaty().agreements();
        return new RatificationView(
                truth.outcome(),
                truth.terms(),
                truth.side(),
                numbered ? after.treaty().agreements() : 0);
    }

    private SideFacts facts(RoundReport report, Side side) {
        SideReport truth = report.side(side);
        double reputation = viewer == Viewer.OMNISCIENT
                ? truth.reputation()
                : rules.charges()
                        .reputationAfter(
                                belief.shownReputation(side),
                                truth.severity(),
                                truth.notice(),
                                truth.caught(),
                                report.treaty().isCommunique());
        return new SideFacts(
                Rounding.milli(truth.publicEscalation()),
                truth.brokenClauses(),
                truth.snapBackRight(),
                Rounding.milli(truth.severity()),
                truth.material(),
                truth.notice(),
                truth.caughtOn(),
                Rounding.milli(reputation),
                truth.decisions());
    }

    private List<PrivateFacts> own(RoundReport report) {
        return switch (viewer) {
            case US -> List.of(own(report, Side.US));
            case CN -> List.of(own(report, Side.CN));
            case PUBLIC -> List.of();
            case OMNISCIENT -> List.of(own(report, Side.US), own(report, Side.CN));
        };
    }

    private static PrivateFacts own(RoundReport report, Side side) {
        SideReport truth = report.side(side);
        return new PrivateFacts(
                side,
                (int) Rounding.micro(truth.type()),
                (int) Rounding.micro(truth.points().of(Component.CHANCE)),
                truth.redLines());
    }

    private boolean sees(Instrument instrument) {
        return viewer.sees(instrument);
    }

    /** What leaked in the last round is still known when the next one opens: nobody can have moved it in between. */
    private Levels seen(Levels levels) {
        return seen(levels, last == null ? List.of() : last.events());
    }

    private Levels seen(Levels levels, List<RoundEvent> events) {
        if (levels == lastLevels && events.equals(lastEvents)) {
            // The levels of the round that was shown are those with which the next one opens.
            return seenOfLast;
        }
        lastLevels = levels;
        lastEvents = events;
        seenOfLast = hide(levels, events);
        return seenOfLast;
    }

    private Levels hide(Levels levels, List<RoundEvent> events) {
        int[] seen = levels.toArray();
        for (Instrument instrument : Instrument.all()) {
            if (!sees(instrument) && !Leaks.tell(events, instrument)) {
                seen[instrument.ordinal()] = Levels.UNSEEN;
            }
        }
        return Levels.of(seen);
    }

    private List<LevelChange> seen(List<LevelChange> changes) {
        if (changes.isEmpty()) {
            return changes;
        }
        List<LevelChange> seen = new ArrayList<>(changes.size());
        for (LevelChange change : changes) {
            if (sees(change.instrument())) {
                seen.add(change);
            }
        }
        return seen;
    }

    private List<Instrument> seenInstruments(List<Instrument> instruments) {
        if (instruments.isEmpty()) {
            return instruments;
        }
        List<Instrument> seen = new ArrayList<>(instruments.size());
        for (Instrument instrument : instruments) {
            if (sees(instrument)) {
                seen.add(instrument);
            }
        }
        return seen;
    }

    private List<Order> orders(RoundReport report) {
        List<Order> us = report.orders().us().list();
        List<Order> cn = report.orders().cn().list();
        if (us.isEmpty() && cn.isEmpty()) {
            return List.of();
        }
        // The instruments of the US come first, so this is instrument order.
        Order[] seen = new Order[Instrument.COUNT];
        int count = addSeen(us, seen, 0);
        count = addSeen(cn, seen, count);
        return List.of(Arrays.copyOf(seen, count));
    }

    private int addSeen(List<Order> orders, Order[] seen, int count) {
        int next = count;
        for (int i = 0; i < orders.size(); i++) {
            if (sees(orders.get(i).instrument())) {
                seen[next++] = orders.get(i);
            }
        }
        return next;
    }

    private List<LevelChange> changes(RoundReport report) {
        if (report.before().equals(report.after())) {
            return List.of();
        }
        LevelChange[] changes = new LevelChange[Instrument.COUNT];
        int count = 0;
        for (Instrument instrument : Instrument.all()) {
            int from = report.before().get(instrument);
            int to = report.after().get(instrument);
            if (from != to && sees(instrument)) {
                changes[count++] = new LevelChange(instrument, from, to);
            }
        }
        return List.of(Arrays.copyOf(changes, count));
    }

    /** Compliance signals go to the other side; customs data are published, so everybody has them. */
    private List<SignalReading> signals(RoundReport report) {
        Signals truth = report.signals();
        int round = report.round();
        SignalReading soy = reading(Instrument.CN_SOY_PURCHASES, round - 1, truth.customsSoy());
        return switch (viewer) {
            case US ->
                List.of(
                        soy,
                        reading(Instrument.CN_LICENCE_PACE, round, truth.cnPace()),
                        reading(Instrument.CN_FENTANYL_ENFORCEMENT, round, truth.enforcement()));
            case CN -> List.of(reading(Instrument.US_LICENCE_PACE, round, truth.usPace()), soy);
            case PUBLIC -> List.of(soy);
            case OMNISCIENT ->
                List.of(
                        reading(Instrument.US_LICENCE_PACE, round, truth.usPace()),
                        soy,
                        reading(Instrument.CN_LICENCE_PACE, round, truth.cnPace()),
                        reading(Instrument.CN_FENTANYL_ENFORCEMENT, round, truth.enforcement()));
        };
    }

    private static SignalReading reading(Instrument instrument, int aboutRound, double notches) {
        return new SignalReading(instrument, aboutRound, Rounding.milli(notches));
    }

    private ViewFigures truth(RoundReport report, MatchState after) {
        return new ViewFigures(
                cards.figures(false, report.after(), report.economy(), Rounding.units(after.tension() * 10)),
                List.of(cards.card(false, report, after, Side.US), cards.card(false, report, after, Side.CN)));
    }
}
