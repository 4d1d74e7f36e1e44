package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.match.record.MatchRecord;
import dev.truce.tournament.branch.RecordedSeat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say who plays on in a branch of a record, and what holds for a seat of which nothing is said. */
final class BranchSeats {
    @Option(names = "--us", paramLabel = "BOT", descriptionKey = "option.branch.us")
    private @Nullable String us;

    @Option(names = "--cn", paramLabel = "BOT", descriptionKey = "option.branch.cn")
    private @Nullable String cn;

    @Option(names = "--seat", paramLabel = "us|cn", descriptionKey = "option.branch.seat")
    private @Nullable Side wished;

    @Option(names = "--was", paramLabel = "BOT", descriptionKey = "option.branch.was")
    private @Nullable String was;

    @Mixin
    private final BotOptions bots = new BotOptions();

    /**
     * Who plays.
     *
     * @param seat the seat that branches
     * @param was who plays it in the arm that goes on as it was
     * @param branch who plays it in the other
     * @param other who plays the other seat
     */
    record Cast(Side seat, BotFactory was, BotFactory branch, BotFactory other) {}

    /** Returns who plays on in a record. */
    Cast of(MatchRecord match) throws FaultException {
        Side seat = seat();
        String branch = named(seat);
        if (branch == null) {
            throw nobody("--" + word(seat), Texts.of("fault.branch.seat", Texts.of("side." + seat)), word(seat));
        }
        String stays = named(seat.other());
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
        if (wished != null) {
            return wished;
        }
        boolean cnBranches = us == null || (cn != null && isRecorded(us) && !isRecorded(cn));
        return cnBranches ? Side.CN : Side.US;
    }

    private @Nullable String named(Side side) {
        return BySide.pick(side, us, cn);
    }

    private BotFactory bot(String option, String text, MatchRecord match) throws FaultException {
        return isRecorded(text) ? RecordedSeat.of(match) : bots.bot(option, text);
    }

    private static boolean isRecorded(String text) {
        return text.equalsIgnoreCase(RecordedSeat.NAME);
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
        return new FaultException(
                UsageFault.of(
                                "WHO_PLAYS",
                                what,
                                Texts.of("fault.unchanged.nothing-started"),
                                Texts.of("fault.next.branch", side, side))
                        .about(option, String.join(" ", Roster.names()) + " " + RecordedSeat.NAME),
                ExitCodes.USAGE,
                null);
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
