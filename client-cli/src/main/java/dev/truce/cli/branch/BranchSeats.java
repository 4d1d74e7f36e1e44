package dev.truce.cli.branch;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.BotName;
import dev.truce.bots.Roster;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.match.record.MatchRecord;
import dev.truce.tournament.branch.BranchPlan;
import dev.truce.tournament.branch.RecordedSeat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say who plays on in a branch of a record, and what holds for a seat of which nothing is said. */
public final class BranchSeats {
    @Option(names = "--us", paramLabel = "BOT", descriptionKey = "option.branch.us", converter = Converter.class)
    private @Nullable Wished us;

    @Option(names = "--cn", paramLabel = "BOT", descriptionKey = "option.branch.cn", converter = Converter.class)
    private @Nullable Wished cn;

    @Option(names = "--seat", paramLabel = "us|cn", descriptionKey = "option.branch.seat")
    private @Nullable Side branching;

    @Option(names = "--was", paramLabel = "BOT", descriptionKey = "option.branch.was", converter = Converter.class)
    private @Nullable Wished was;

    @Mixin
    private final BotOptions bots = new BotOptions();

    /**
     * Who is wished for in a seat.
     *
     * @param bot the bot, or null for one that repeats the recorded orders
     */
    private record Wished(@Nullable BotName bot) {}

    /** Reads the name of a bot, or the word for recorded orders. */
    static final class Converter implements ITypeConverter<Wished> {
        @Override
        public Wished convert(String typed) throws WrongValue {
            return new Wished(typed.equalsIgnoreCase(RecordedSeat.NAME) ? null : new BotConverter().convert(typed));
        }
    }

    /**
     * Who plays.
     *
     * @param seat the seat that branches
     * @param was who plays it in the arm that goes on as it was
     * @param branch who plays it in the other
     * @param other who plays the other seat
     */
    record Cast(Side seat, BotFactory was, BotFactory branch, BotFactory other) {
        /** Returns what is asked, in which bots have the seed that they had in the record. */
        BranchPlan plan(int round, int futures, long seed, MatchRecord match, long steps) {
            long own = match.setup().seedOfTable();
            return new BranchPlan(
                    round, seat, was, branch, other, futures, seed, BotSeat.seedOf(own, BotSeat.HEAD), steps);
        }
    }

    /** Returns a bot in a seat of a record; the other seat, and the one that it is compared with, play as the record names them, or repeat their orders. */
    static Cast recorded(MatchRecord match, Side seat, BotFactory branch) {
        return new Cast(
                seat,
                recorded(match, seat).orElse(RecordedSeat.of(match)),
                branch,
                recorded(match, seat.other()).orElse(RecordedSeat.of(match)));
    }

    /** Returns who plays on in a record. */
    Cast of(MatchRecord match) throws FaultException {
        Side seat = seat();
        Wished branch = wished(seat);
        if (branch == null) {
            throw nobody("--" + word(seat), Texts.of("fault.branch.seat", Texts.of("side." + seat)), word(seat));
        }
        Wished stays = wished(seat.other());
        return new Cast(
                seat,
                was == null ? recorded(match, seat).orElse(RecordedSeat.of(match)) : bot("--was", was, match),
                bot("--" + word(seat), branch, match),
                stays == null ? other(match, seat.other()) : bot("--" + word(seat.other()), stays, match));
    }

    /** The seat that branches: the one that is named; of both the wished one, else the one that does not repeat its orders, else the US. */
    private Side seat() throws FaultException {
        if (us == null && cn == null) {
            throw nobody("--us", Texts.of("fault.branch.none"), "us");
        }
        if (branching != null) {
            return branching;
        }
        boolean cnBranches = us == null || (cn != null && us.bot() == null && cn.bot() != null);
        return cnBranches ? Side.CN : Side.US;
    }

    private @Nullable Wished wished(Side side) {
        return BySide.pick(side, us, cn);
    }

    private BotFactory bot(String option, Wished who, MatchRecord match) throws FaultException {
        return who.bot() == null ? RecordedSeat.of(match) : bots.bot(option, who.bot());
    }

    /** Returns the bot of the roster that a record names for a side, if it is one. */
    private static Optional<BotFactory> recorded(MatchRecord match, Side side) {
        return Roster.find(name(match, side));
    }

    private static String name(MatchRecord match, Side side) {
        return BySide.pick(
                side, match.recordTitle().usName(), match.recordTitle().cnName());
    }

    private static BotFactory other(MatchRecord match, Side side) throws FaultException {
        Optional<BotFactory> known = recorded(match, side);
        if (known.isEmpty()) {
            throw nobody(
                    "--" + word(side),
                    Texts.of("fault.branch.other", Texts.of("side." + side), name(match, side)),
                    word(side));
        }
        return known.get();
    }

    private static FaultException nobody(String option, String what, String side) {
        return FaultException.usage(UsageFault.unstarted("WHO_PLAYS", what, Texts.of("fault.next.branch", side, side))
                .about(option, String.join(" ", Roster.names()) + " " + RecordedSeat.NAME));
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
