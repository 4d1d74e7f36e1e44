package dev.truce.cli.tournament;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What people are told whose folder of results cannot be used. */
public final class ResultFaults {
    private static final long MAX_CARD = 1 << 22;

    private ResultFaults() {}

    static RunCard card(Path folder) throws FaultException, IOException, ResultException {
        Path file = folder.resolve(RunCard.FILE);
        if (!Files.isRegularFile(file)) {
            throw FaultException.failed(UsageFault.of(
                    "NO_TOURNAMENT",
                    Texts.of("fault.tournament.none", folder),
                    Texts.of("fault.unchanged.files"),
                    "truce tournament --bot tft --bot match --out " + folder));
        }
        if (Files.size(file) > MAX_CARD) {
            throw new ResultException(RunCard.FILE, 0, "too-large");
        }
        return RunCard.read(Files.readString(file, StandardCharsets.UTF_8));
    }

    static RunCard finished(Path folder) throws FaultException, IOException, ResultException {
        RunCard card = card(folder);
        if (card.state() != RunCard.State.FINISHED) {
            throw FaultException.failed(UsageFault.of(
                    "UNFINISHED",
                    Texts.of("fault.tournament.unfinished", folder),
                    Texts.of("fault.unchanged.files"),
                    "truce tournament --resume " + folder));
        }
        if (card.settings().tables().isParquetAlone()) {
            SetupReader.columnFiles(card.settings());
        }
        return card;
    }

    /**
     * Returns what is known of a tournament that is over and whole.
     *
     * @throws FaultException if it is neither
     */
    static RunCard whole(Path folder) throws FaultException, IOException, ResultException {
        RunCard card = finished(folder);
        if (!card.settings().part().isWhole()) {
            throw FaultException.failed(UsageFault.of(
                    "PART_ALONE",
                    Texts.of(
                            "fault.tournament.part.alone",
                            folder,
                            card.settings().part()),
                    Texts.of("fault.unchanged.files"),
                    Texts.of("fault.tournament.parts.next")));
        }
        return card;
    }

    /**
     * Refuses to go on with other bots or another version than have played so far.
     *
     * @return a warning if the jar is another one of the same version, as after every build of a changed checkout
     */
    static List<String> checkSame(Path folder, RunCard before, RunCard.Program now) throws FaultException {
        List<String> bots = before.changedBots();
        if (!bots.isEmpty()) {
            throw FaultException.failed(UsageFault.of(
                    "BOT_CHANGED",
                    Texts.of("fault.tournament.bot-changed", folder, Texts.list(bots)),
                    Texts.of("fault.unchanged.files"),
                    Texts.of("fault.next.same-bot")));
        }
        RunCard.Program then = before.program();
        if (!then.version().equals(now.version())) {
            throw FaultException.failed(UsageFault.of(
                    "OTHER_PROGRAM",
                    Texts.of("fault.tournament.program", folder, then.version(), now.version()),
                    Texts.of("fault.unchanged.files"),
                    Texts.of("fault.next.same-program")));
        }
        return then.jarSha256().equals(now.jarSha256())
                ? List.of()
                : TextWidth.wrap("", Texts.of("tournament.other-jar", then.jarSha256(), now.jarSha256()));
    }

    /** Returns what is told about a file that is not what the program writes. */
    public static FaultException of(ResultException wrong) {
        return FaultException.differs(
                UsageFault.of(
                                "RESULTS_DIFFER",
                                told(wrong),
                                Texts.of("fault.unchanged.files"),
                                Texts.of("fault.next.other-copy"))
                        .about(wrong.file(), ""),
                wrong);
    }

    private static String told(ResultException wrong) {
        String why = Texts.of(wrong.refusal());
        return wrong.row() > 0
                ? Texts.of("fault.result.row", wrong.file(), wrong.row(), why)
                : Texts.of("fault.result", wrong.file(), why);
    }

    /** Returns what is told about a folder that cannot be read or written. */
    public static FaultException of(Path folder, IOException broken) {
        return FaultException.failed(
                UsageFault.of(
                        "FOLDER_UNUSABLE",
                        Texts.of("fault.tournament.unusable", folder, String.valueOf(broken.getMessage())),
                        Texts.of("fault.unchanged.files"),
                        "truce tournament --out DIR"),
                broken);
    }
}
