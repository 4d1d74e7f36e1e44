package dev.truce.bots.reference;

import static dev.truce.engine.board.Instrument.CN_FENTANYL_ENFORCEMENT;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;

import dev.truce.bot.Talks;
import dev.truce.bots.posture.LadderSearch;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import org.jspecify.annotations.Nullable;

/** Reads the other side from one chair (agreements E). True compliance is never read: an observation has no trace of it. */
public final class Reader {
    /** Highest add-on of tariff classes 0..4, percentage points; above them is class 5. */
    private static final double[] US_ADD_ON = {4, 10, 22, 45, 100};

    private static final double[] CN_ADD_ON = {2, 5, 12, 25, 70};
    /** Notches that were agreed at Busan, and what stands in for a signal that has not come yet. */
    private static final double AS_AGREED = 2;
    /** Notches of the deepest covert floors. */
    private static final double IN_FULL = 3;

    private final LadderSearch ladders;
    private final DepthValues depth;
    private final Side other;
    private final boolean lines;
    private final boolean accusations;
    private final double deep;

    public Reader(Scenario scenario, Side reader) {
        this.depth = StrategyTables.of(scenario).depth();
        this.ladders = StrategyTables.of(scenario).ladders();
        this.other = reader.other();
        lines = scenario.redLines().exist();
        accusations = scenario.accusations().exist();
        deep = lines ? Reading.DEEP_DEPTH_WITH_LINES : Reading.DEEP_DEPTH;
    }

    public Reading read(Observation seen, Talks talks) {
        RoundView last = seen.last();
        return new Reading(
                seen.openRound(),
                deal(seen.treaty(), seen.openRound()),
                last == null ? 0 : deal(last.treaty(), last.round()),
                last == null ? Stance.THE_TRUCE : offered(talks.lastOffer()),
                needed(seen.treaty(), seen.openRound()),
                last == null ? AS_AGREED : needed(last.treaty(), last.round()),
                last == null ? 0 : last.side(other).publicEscalationMilli() / 1000.0,
                last == null ? AS_AGREED : compliance(last),
                tariffClass(seen.levels()),
                last != null && isAccused(last, other),
                last != null && isAccused(last, other.other()),
                seen);
    }

    /** Where catches are accusations, what a strategy answers is the accusation: so forgiveness keeps its worth (ruleset 3, B). */
    private boolean isAccused(RoundView last, Side whose) {
        SideFacts facts = last.side(whose);
        return (accusations ? facts.decisions().accusedOn() : facts.caughtOn()) != null;
    }

    private int deal(Treaty treaty, int round) {
        return Reading.deal(depth.agreed(treaty, round), deep);
    }

    /** A deep deal asks for all; with red lines a treaty asks for what its floors say, be it deep or not. */
    private double needed(Treaty treaty, int round) {
        if (!lines) {
            return deal(treaty, round) == 2 ? IN_FULL : AS_AGREED;
        }
        return Math.min(IN_FULL, Math.max(AS_AGREED, pledged(treaty, round)));
    }

    private double pledged(Treaty treaty, int round) {
        if (other == Side.US) {
            return floor(treaty, round, US_LICENCE_PACE);
        }
        double shortPace = Math.max(0, AS_AGREED - floor(treaty, round, CN_LICENCE_PACE));
        return (floor(treaty, round, CN_SOY_PURCHASES) + floor(treaty, round, CN_FENTANYL_ENFORCEMENT) - shortPace) / 2;
    }

    private double floor(Treaty treaty, int round, Instrument instrument) {
        Clause clause = treaty.binding(instrument, round);
        if (clause == null) {
            return 0;
        }
        return instrument == CN_SOY_PURCHASES
                ? Covert.soyNotch(ladders.value(instrument, clause.bound()))
                : clause.bound();
    }

    private int offered(@Nullable Terms offer) {
        if (offer == null) {
            return Stance.NOTHING;
        }
        return offer instanceof Terms.Renewal ? Stance.THE_TRUCE : Reading.deal(depth.agreed(offer), deep);
    }

    /** Estimates compliance as agreements A7 does; China's three instruments count half a notch each. */
    private double compliance(RoundView last) {
        if (other == Side.US) {
            return notches(last, US_LICENCE_PACE);
        }
        double shortPace = AS_AGREED - notches(last, CN_LICENCE_PACE);
        return (notches(last, CN_SOY_PURCHASES) + notches(last, CN_FENTANYL_ENFORCEMENT) - shortPace) / 2;
    }

    private static double notches(RoundView last, Instrument instrument) {
        for (SignalReading signal : last.signals()) {
            if (signal.instrument() == instrument) {
                return signal.notchMilli() / 1000.0;
            }
        }
        return AS_AGREED;
    }

    private int tariffClass(Levels levels) {
        if (other == Side.US) {
            return rank(value(levels, US_FENTANYL_TARIFF) + value(levels, US_RECIPROCAL_TARIFF), US_ADD_ON);
        }
        return rank(value(levels, CN_RECIPROCAL_TARIFF), CN_ADD_ON);
    }

    private double value(Levels levels, Instrument instrument) {
        return ladders.value(instrument, levels.get(instrument));
    }

    private static int rank(double addOn, double[] highest) {
        int rank = 0;
        while (rank < highest.length && addOn > highest[rank]) {
            rank++;
        }
        return rank;
    }
}
