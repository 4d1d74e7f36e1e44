package dev.truce.cli.option;

import dev.truce.bot.line.env.FrameServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.match.RoundTerms;
import dev.truce.match.deed.ClassAct;
import dev.truce.tournament.branch.BranchPlan;
import dev.truce.tournament.dataset.DataSet;
import dev.truce.tournament.oracle.OracleSettings;
import dev.truce.tournament.oracle.PsroSettings;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.stats.Estimate;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads a whole number in a range. Each kind of number that an option can have is a class, as the parser makes them. */
public abstract class WholeNumber implements ITypeConverter<Integer> {
    private final int least;
    private final int most;
    private final int usual;

    private WholeNumber(int least, int most, int usual) {
        this.least = least;
        this.most = most;
        this.usual = usual;
    }

    @Override
    public Integer convert(String typed) throws WrongValue {
        long value;
        try {
            value = Long.parseLong(typed);
        } catch (NumberFormatException none) {
            throw noNumber(typed, usual);
        }
        if (value < least || value > most) {
            throw outside(value, least, most, usual);
        }
        return (int) value;
    }

    /** Returns the fault of what is not a whole number, with one to type instead. */
    public static WrongValue noNumber(String typed, long usual) {
        return new WrongValue(
                ExitCodes.USAGE,
                place -> UsageFault.unstarted(
                                "WRONG_USAGE",
                                Texts.of("fault.usage.whole", place.field(), typed),
                                place.before() + usual)
                        .about(place.field(), ""));
    }

    /** Returns the fault of a number outside its range, with one inside to type instead. */
    public static WrongValue outside(long value, long least, long most, long usual) {
        return new WrongValue(
                ExitCodes.USAGE,
                place -> UsageFault.unstarted(
                                "OUT_OF_RANGE",
                                Texts.of("fault.range", place.field(), value, least, most),
                                place.before() + usual)
                        .about(place.field(), least + ".." + most));
    }

    /** Rounds of a match. */
    static final class Rounds extends WholeNumber {
        Rounds() {
            super(1, Limits.MAX_ROUNDS, 12);
        }
    }

    /** Pairs that are shown of a data set, or 0 for none. */
    public static final class Sample extends WholeNumber {
        Sample() {
            super(0, DataSet.MAX_SAMPLE, 10);
        }
    }

    /** A table of a class, or 0 for all. */
    public static final class TableOrAll extends WholeNumber {
        public TableOrAll() {
            super(0, ClassAct.AtTables.MAX_TABLES, 1);
        }
    }

    /** Rounds of a match, or 0 for what its scenario says. */
    public static final class RoundsOrNone extends WholeNumber {
        RoundsOrNone() {
            super(0, Limits.MAX_ROUNDS, 12);
        }
    }

    /** Minutes of a round: up to a day. The wire allows more, but a class has gone home by then. */
    public static final class Minutes extends WholeNumber {
        Minutes() {
            super(0, 24 * 60, 12);
        }
    }

    /** Seconds that a round waits for who is not ready. */
    public static final class Grace extends WholeNumber {
        Grace() {
            super(0, (int) (RoundTerms.MAX_GRACE_MILLIS / 1_000), 15);
        }
    }

    /** Seconds before a show goes on, or a word for them. */
    public static final class Rest extends WholeNumber {
        /** Long enough to see what happened, not to read it all. */
        public static final int USUAL = 4;

        Rest() {
            super(0, 60, USUAL);
        }

        @Override
        public Integer convert(String typed) throws WrongValue {
            return switch (typed.toLowerCase(Locale.ROOT)) {
                case "off" -> 0;
                case "fast" -> 2;
                case "slow" -> 10;
                default -> super.convert(typed);
            };
        }
    }

    /** A table of a class. */
    public static final class Table extends WholeNumber {
        Table() {
            super(1, ClassAct.AtTables.MAX_TABLES, 1);
        }
    }

    /** Milliseconds for an answer of a bot. */
    public static final class Movetime extends WholeNumber {
        Movetime() {
            super(10, 3_600_000, 1_000);
        }
    }

    /** Steps of a bot in each round. */
    public static final class Steps extends WholeNumber {
        Steps() {
            super(0, 1_000_000_000, (int) Limits.STEPS_A_ROUND);
        }
    }

    /** Threads that play at a time. */
    public static final class Threads extends WholeNumber {
        private static final int MAX = 1_024;

        Threads() {
            super(1, MAX, usual());
        }

        /** All cores but one. */
        public static int usual() {
            return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        }
    }

    /** Matches that are played at a time in frames. */
    public static final class MatchesAtOnce extends WholeNumber {
        MatchesAtOnce() {
            super(1, FrameServer.MAX_MATCHES, 256);
        }
    }

    /** Pairs of matches. */
    public static final class Pairs extends WholeNumber {
        Pairs() {
            super(1, Format.MAX_PAIRS, 30);
        }
    }

    /** Futures of a branch. */
    public static final class Futures extends WholeNumber {
        Futures() {
            super(1, BranchPlan.MAX_FUTURES, 200);
        }
    }

    /** Futures in which an offer that was not accepted is tried: enough for an interval, or none, which leaves the offers out. */
    public static final class OfferFutures extends WholeNumber {
        private static final int MAX = 1_000;
        private static final int USUAL = 40;

        OfferFutures() {
            super(0, MAX, USUAL);
        }

        @Override
        public Integer convert(String typed) throws WrongValue {
            int futures = super.convert(typed);
            if (futures > 0 && futures < Estimate.LEAST) {
                throw new WrongValue(
                        ExitCodes.USAGE,
                        place -> UsageFault.unstarted(
                                        "OUT_OF_RANGE",
                                        Texts.of("fault.range.futures", place.field(), futures, Estimate.LEAST),
                                        place.before() + USUAL)
                                .about(place.field(), "0, " + Estimate.LEAST + ".." + MAX));
            }
            return futures;
        }
    }

    /** Tables of a rehearsal. */
    public static final class Tables extends WholeNumber {
        Tables() {
            super(1, 20, 4);
        }
    }

    /** Trials of a training. */
    public static final class Budget extends WholeNumber {
        Budget() {
            super(1, 1_000_000, 8_000);
        }
    }

    /** The seed of a search for a best response. */
    public static final class SearchSeed extends WholeNumber {
        SearchSeed() {
            super(0, (int) OracleSettings.MAX_SEED, 1);
        }
    }

    /** The seed of a search in which each round searches for itself. */
    public static final class PsroSeed extends WholeNumber {
        PsroSeed() {
            super(0, PsroSettings.MAX_SEED, 1);
        }
    }

    /** How often each role adds a best response. */
    public static final class OracleRounds extends WholeNumber {
        OracleRounds() {
            super(0, PsroSettings.MAX_ROUNDS, 3);
        }
    }

    /** Climbs of a training. */
    public static final class Climbs extends WholeNumber {
        Climbs() {
            super(1, 100, 2);
        }
    }

    /** Games of a trial. */
    public static final class Games extends WholeNumber {
        Games() {
            super(1, 10_000, 32);
        }
    }
}
