package dev.truce.bots.minds;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A supposition who sits on the other side: a strategy, its dice, and the noise in what it was told. It is shown each round as
 * the other side saw it, and is the more likely the better what it would have done fits what was done.
 */
final class OpponentModel {
    /** Likelihood of a public order or an offer that the strategy would not have given. */
    private static final double SURPRISE = .002;

    static final double WRONG_OFFER = .005;
    /** Keeps a reading in the far tails from ruling out everybody. */
    private static final double LEAST_DENSITY = .01;

    /** The same for an accusation of a clause that is kept, beside one that is not. */
    private static final double LEAST_CHANCE = .05;

    private static final double NORMAL = 1.7320508;

    private final Rules rules;
    private final Side side;
    private final BotFactory strategy;
    private final DicedBot bot;
    private final SplitMix64 noise = new SplitMix64(0);
    private final OpponentView chair;
    private final SupposedLines lines;
    private final List<Observation> seen = new ArrayList<>();
    private final List<Talks> heard = new ArrayList<>();
    private Decision decision = Decision.HOLD;
    private Levels levels;
    /** Whether what it stands accused of in the open round is true of these levels. */
    private boolean accusedReally;

    private boolean surprised;
    private boolean surprisedByOffer;
    private @Nullable Terms wouldHaveOffered;

    OpponentModel(Rules rules, Side side, BotFactory strategy, long luck) {
        this(rules, side, strategy, List.of(), luck);
    }

    private OpponentModel(Rules rules, Side side, BotFactory strategy, List<Long> known, long luck) {
        this.rules = rules;
        this.side = side;
        this.strategy = strategy;
        this.bot = new DicedBot(strategy, side, rules.scenario(), known, luck);
        this.lines = new SupposedLines(rules.scenario().redLines(), side, bot::number);
        this.chair = new OpponentView(rules, side, lines, noise);
        this.levels = rules.scenario().startLevels();
    }

    /** Returns one of the same strategy that has seen nothing yet, will have the same luck for so many rounds, and then other. */
    OpponentModel other(int rounds, long luck) {
        return new OpponentModel(rules, side, strategy, bot.numbers(rounds), luck);
    }

    /** Returns whether, with other luck after so many rounds, none of its lines in the last round is among what was given in it. */
    boolean couldGive(int rounds, long luck, Collection<Instrument> given) {
        SupposedLines supposed = new SupposedLines(
                rules.scenario().redLines(),
                side,
                round -> round <= rounds ? bot.number(round) : SplitMix64.at(luck, round));
        for (int round = 1; round < seen.size(); round++) {
            supposed.opened(round);
        }
        return supposed.fits(given);
    }

    /**
     * Shows it the round that has opened.
     *
     * @return how likely it is that it did what was done in the round before, 1 in round 1
     */
    double follow(SearchRound moment) {
        Observation mine = moment.seen();
        RoundView facts = mine.last();
        double likelihood = 1;
        Orders ordered = decision.orders();
        if (facts != null) {
            boolean offered = Objects.equals(decision.offer(), moment.heard().lastOffer());
            boolean publicly = isPublicly(ordered, facts);
            surprised = !offered || !publicly;
            surprisedByOffer = publicly && !offered;
            wouldHaveOffered = decision.offer();
            levels = after(facts, ordered);
            // Readings that fit a strategy that is refuted speak for nobody.
            double fit = densities(facts);
            double told = detection(facts);
            likelihood = (publicly ? 1 : SURPRISE) * (offered ? 1 : WRONG_OFFER);
            likelihood *=
                    surprised ? Math.min(fit, OpponentModels.unknownReadings(side)) * Math.min(told, 1) : fit * told;
        }
        // Its dice and the noise in what it is told are one luck.
        noise.restart(SplitMix64.mix(bot.number(moment.round())));
        lines.opened(moment.round());
        Observation turned = chair.turn(moment, levels, ordered);
        Talks told = new Talks(moment.said());
        seen.add(turned);
        heard.add(told);
        decision = bot.decide(turned, told);
        return likelihood;
    }

    /** Whether the other side did something else in the last round than this strategy would have done. */
    boolean isSurprised() {
        return surprised;
    }

    /** Whether the offer alone differed from the one that this strategy would have made. */
    boolean isSurprisedByOffer() {
        return surprisedByOffer;
    }

    /** What it would have offered in the last round. */
    @Nullable
    Terms wouldHaveOffered() {
        return wouldHaveOffered;
    }

    /** What it decides for the open round. */
    Decision decision() {
        return decision;
    }

    Belief belief() {
        return chair.belief();
    }

    @Nullable
    RoundView last() {
        return chair.last();
    }

    /** Returns a fresh bot of the strategy that remembers what this one does, and will have luck of its own. */
    DicedBot twin(long luck) {
        DicedBot twin = new DicedBot(strategy, side, rules.scenario(), bot.numbers(seen.size()), luck);
        for (int i = 0; i < seen.size(); i++) {
            twin.decide(seen.get(i), heard.get(i));
        }
        return twin;
    }

    /** Returns a state with the other side's covert levels as this suspect has them, and the truth of what it stands accused of. */
    MatchState in(MatchState state) {
        Levels all = state.levels();
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            if (instrument.isCovert()) {
                all = all.with(instrument, levels.get(instrument));
            }
        }
        return new MatchState(
                state.round(),
                all,
                state.treaty(),
                state.investigationRounds(),
                state.courtRoundsLeft(),
                state.courtHasRuled(),
                state.tension(),
                state.technology(),
                rules.mapping().covert(all).soyNotch(),
                lines.in(state.redLines()),
                state.shallowRounds(),
                state.economy(),
                BySide.pick(side, accused(state.us()), state.us()),
                BySide.pick(side, state.cn(), accused(state.cn())),
                state.ending());
    }

    private SideState accused(SideState known) {
        return known.withAccusedReally(known.accusedOn() != null && accusedReally);
    }

    /**
     * Notes whether what it stands accused of is true, and returns how much likelier these levels make it that it is accused so, or not at
     * all, than if it kept its clauses.
     */
    private double detection(RoundView facts) {
        accusedReally = false;
        if (!rules.scenario().accusations().exist()) {
            return 1;
        }
        Knobs knobs = rules.scenario().knobs();
        Instrument accused = facts.side(side).decisions().accusedOn();
        double escape = 1;
        double chance = 0;
        int clauses = 0;
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            Clause clause = instrument.isCovert() ? facts.treaty().binding(instrument, facts.round()) : null;
            if (clause == null) {
                continue;
            }
            clauses++;
            double found = Shortfall.chance(rules.mapping(), knobs, clause, levels.get(instrument));
            if (instrument == accused) {
                accusedReally = found > 0;
                chance = escape * found;
            }
            escape *= 1 - found;
        }
        if (clauses == 0 || escape == 1) {
            return 1;
        }
        return accused == null
                ? escape / (1 - knobs.falseAlarm())
                : Math.max(LEAST_CHANCE, chance / (knobs.falseAlarm() / clauses));
    }

    private boolean isPublicly(Orders ordered, RoundView facts) {
        int[] done = new int[Instrument.COUNT];
        Arrays.fill(done, Orders.NONE);
        for (Order order : facts.orders()) {
            done[order.instrument().ordinal()] = order.level();
        }
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            if (!instrument.isCovert() && done[instrument.ordinal()] != ordered.level(instrument)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the levels of the other side in a round for which it is supposed to have given orders. */
    private Levels after(RoundView facts, Orders ordered) {
        Levels after = levels;
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            if (instrument.isCovert() && ordered.has(instrument)) {
                after = after.with(instrument, ordered.level(instrument));
            }
        }
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            if (!instrument.isCovert()) {
                after = after.with(instrument, facts.levels().get(instrument));
            }
        }
        return after;
    }

    /** Customs data are about the round before, of which the suspect was told then. */
    private double densities(RoundView facts) {
        double deviation = rules.scenario().knobs().signalNoise();
        double density = 1;
        for (SignalReading signal : facts.signals()) {
            Instrument instrument = signal.instrument();
            if (instrument.holder() == side && instrument != Instrument.CN_SOY_PURCHASES) {
                double off = signal.notchMilli() / 1000.0 - levels.get(instrument);
                density *= LEAST_DENSITY + density(off / deviation);
            }
        }
        if (side == Side.CN) {
            density *= customs(facts);
        }
        return density;
    }

    private double customs(RoundView facts) {
        SignalReading reading = OpponentView.reading(facts, Instrument.CN_SOY_PURCHASES);
        if (reading == null || seen.isEmpty()) {
            return 1;
        }
        Levels before = seen.get(seen.size() - 1).levels();
        double notch = rules.mapping()
                .covert(before.with(Instrument.US_LICENCE_PACE, 0))
                .soyNotch();
        double off = reading.notchMilli() / 1000.0 - notch;
        return LEAST_DENSITY + density(off / rules.scenario().knobs().customsNoise());
    }

    /** Density of the noise of signals, which is the sum of four uniform numbers. */
    static double density(double deviations) {
        double x = 2 - Math.abs(deviations) / NORMAL;
        if (x <= 0) {
            return 0;
        }
        return (x <= 1 ? x * x * x : ((-3 * x + 12) * x - 12) * x + 4) / 6;
    }
}
