package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.RoomRequest;
import dev.truce.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a room with one match. */
final class RoomOptions {
    /** A round of a day; the wire allows more, yet a class has gone home by then. */
    private static final int MAX_MINUTES = 24 * 60;

    @Mixin
    private final MatchOptions match = new MatchOptions();

    @Mixin
    private final DelegationOptions delegations = new DelegationOptions();

    @Option(names = "--us", paramLabel = "BOT", descriptionKey = "option.room.us")
    private @Nullable String us;

    @Option(names = "--cn", paramLabel = "BOT", descriptionKey = "option.room.cn")
    private @Nullable String cn;

    @Option(names = "--minutes", paramLabel = "N", descriptionKey = "option.minutes", defaultValue = "0")
    private int minutes;

    @Option(names = "--cards", paramLabel = "FILE", descriptionKey = "option.cards")
    private @Nullable Path cards;

    /** Returns the scenario of the room. */
    ScenarioFile scenario() throws FaultException {
        return match.scenario();
    }

    /** Returns the shock cards that are played once the match has begun. */
    List<CardFile.Entry> cards() throws FaultException {
        return cards == null ? List.of() : CardFile.read(cards);
    }

    RoomRequest request() throws FaultException {
        if (minutes < 0 || minutes > MAX_MINUTES) {
            throw new FaultException(
                    UsageFault.of(
                                    "OUT_OF_RANGE",
                                    Texts.of("fault.minutes", minutes, MAX_MINUTES),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    "--minutes 12")
                            .about("--minutes", "0.." + MAX_MINUTES),
                    ExitCodes.USAGE,
                    null);
        }
        String usBot = us == null ? null : MatchOptions.bot("--us", us).name();
        String cnBot = cn == null ? null : MatchOptions.bot("--cn", cn).name();
        Scenario scenario = match.scenario().scenario();
        return new RoomRequest(
                scenario.id(),
                match.seed(),
                match.rounds(scenario),
                minutes * 60_000L,
                usBot,
                cnBot,
                false,
                delegations.wish());
    }
}
