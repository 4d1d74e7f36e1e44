package dev.truce.bots.minds;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the other side sees, as far as one's own side can tell: public facts as they are, its covert levels as supposed, the
 * signals about one's own covert levels with new noise.
 */
final class OpponentView {
    /** Scale of the noise of signals: the sum of four uniforms, less 2, times this has standard deviation 1. */
    private static final double NORMAL = 1.7320508;

    private final Rules rules;
    private final Viewer other;
    private final SplitMix64 noise;
    private final SupposedLines lines;
    private Belief belief;
    private @Nullable RoundView last;

    OpponentView(Rules rules, Side other, SupposedLines lines, SplitMix64 noise) {
        this.rules = rules;
        this.lines = lines;
        this.other = Viewer.of(other);
        this.noise = noise;
        this.belief = Belief.start(rules, rules.setup(0).calendar(), this.other);
    }

    /** What the other side knows from its own views. */
    Belief belief() {
        return belief;
    }

    /** Its view of the last round, or null in round 1. */
    @Nullable
    RoundView last() {
        return last;
    }

    /**
     * Turns a round round.
     *
     * @param moment the round as it opened for one's own side
     * @param supposed levels of the other side; only covert ones are read
     * @param ordered what the other side is supposed to have ordered in the round before; covert orders are read
     */
    Observation turn(SearchRound moment, Levels supposed, Orders ordered) {
        Observation mine = moment.seen();
        RoundView facts = mine.last();
        if (facts != null) {
            RoundView blank = view(facts, supposed, ordered, List.of());
            belief = belief.absorb(blank);
            last = view(facts, supposed, ordered, belief.scores());
        }
        return new Observation(
                other,
                mine.openRound(),
                mine.over(),
                mine.quarter(),
                mine.summit(),
                mine.knownRounds(),
                turn(mine.levels(), supposed),
                mine.treaty(),
                mine.climate(),
                lines.own(),
                moment.legalForOther(),
                last);
    }

    private RoundView view(RoundView mine, Levels supposed, Orders ordered, List<ScoreCard> scores) {
        Side side = other == Viewer.US ? Side.US : Side.CN;
        Figures figures = mine.figures();
        return new RoundView(
                other,
                mine.round(),
                turn(mine.levels(), supposed),
                orders(mine.orders(), ordered),
                seen(mine.changes()),
                seen(mine.fallbacks()),
                mine.prevented().stream().filter(other::sees).toList(),
                seen(mine.corrected()),
                mine.events(),
                mine.expired(),
                mine.treaty(),
                mine.change(),
                mine.next(),
                signals(mine),
                mine.us(),
                mine.cn(),
                List.of(new PrivateFacts(side, 1_000_000, 0, lines.ownBefore())),
                figures,
                scores,
                mine.ratification());
    }

    private Levels turn(Levels mine, Levels supposed) {
        Levels turned = mine;
        for (Instrument instrument : rules.scenario().instruments().all()) {
            if (instrument.isCovert()) {
                turned = turned.with(instrument, other.sees(instrument) ? supposed.get(instrument) : Levels.UNSEEN);
            }
        }
        return turned;
    }

    private List<Order> orders(List<Order> mine, Orders ordered) {
        List<Order> turned = new ArrayList<>();
        for (Order order : mine) {
            if (!order.instrument().isCovert()) {
                turned.add(order);
            }
        }
        for (Order order : ordered.list()) {
            if (order.instrument().isCovert()) {
                turned.add(order);
            }
        }
        turned.sort((a, b) -> a.instrument().compareTo(b.instrument()));
        return turned;
    }

    private List<LevelChange> seen(List<LevelChange> changes) {
        return changes.stream()
                .filter(change -> !change.instrument().isCovert())
                .toList();
    }

    /** Customs data are the same for both sides; the others are readings of levels that one knows of oneself. */
    private List<SignalReading> signals(RoundView mine) {
        SignalReading customs = Objects.requireNonNull(reading(mine, Instrument.CN_SOY_PURCHASES));
        if (other == Viewer.CN) {
            return List.of(thrown(mine, Instrument.US_LICENCE_PACE), customs);
        }
        return List.of(
                customs, thrown(mine, Instrument.CN_LICENCE_PACE), thrown(mine, Instrument.CN_FENTANYL_ENFORCEMENT));
    }

    private SignalReading thrown(RoundView mine, Instrument instrument) {
        Knobs knobs = rules.scenario().knobs();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += noise.nextDouble();
        }
        double notches = mine.levels().get(instrument) + knobs.signalNoise() * (sum - 2) * NORMAL;
        return new SignalReading(instrument, mine.round(), (int) (notches * 1000));
    }

    /** Returns the reading of an instrument that a view brings, or null. */
    static @Nullable SignalReading reading(RoundView view, Instrument instrument) {
        for (SignalReading signal : view.signals()) {
            if (signal.instrument() == instrument) {
                return signal;
            }
        }
        return null;
    }
}
