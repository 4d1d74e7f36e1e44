package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotCommand;
import dev.truce.bot.line.BotCommands;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.line.OptionCheck;
import dev.truce.bots.Roster;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.text.SafeText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that play bots, which may be programs of their own. */
final class BotOptions {
    private static final int MAX_MESSAGE = 400;
    private static final long MOVETIME_LEAST = 10;
    private static final long MAX_MOVETIME = 3_600_000;

    @Option(names = "--movetime", paramLabel = "MS", descriptionKey = "option.movetime")
    private @Nullable Long movetime;

    @Option(names = "--bot-log", paramLabel = "FILE", descriptionKey = "option.bot-log")
    private @Nullable Path log;

    /**
     * Returns the bot that somebody named.
     *
     * @param option the option that named it
     * @param text a name of the roster or a command
     */
    BotFactory bot(String option, String text) throws FaultException {
        if (isRoster(text)) {
            return BotSource.find(option, text);
        }
        BotFactory bot = bot(option, text, limits());
        checkSettings(option, text, limits());
        return bot;
    }

    /**
     * Asks a command whether its options can be set as somebody wants.
     *
     * @param option the option that named it
     * @param text a name of the roster, or a command that can be started
     * @throws FaultException if it has no such option or that cannot have the value
     */
    static void checkSettings(String option, String text, ChildLimits limits) throws FaultException {
        if (isRoster(text)) {
            return;
        }
        OptionCheck.Refusal refused =
                OptionCheck.of(BotCommand.of(text), limits).orElse(null);
        if (refused != null) {
            throw new FaultException(
                    UsageFault.of(
                                    refused.code().name(),
                                    SafeText.line(refused.detail(), MAX_MESSAGE),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    refused.legal().isEmpty()
                                            ? Texts.of("fault.next.check-bot")
                                            : Texts.of(
                                                    "fault.next.setting", SafeText.line(refused.legal(), MAX_MESSAGE)))
                            .about(option, SafeText.line(refused.legal(), MAX_MESSAGE)),
                    ExitCodes.USAGE,
                    null);
        }
    }

    /** Returns whether a bot is part of this program, perhaps with a policy from a file. */
    static boolean isRoster(String text) {
        return BotCommands.isRosterName(text) || text.startsWith(BotSource.OF_FILE);
    }

    /**
     * Returns the bot that somebody named.
     *
     * @param limits what it may take if it is a command
     */
    static BotFactory bot(String option, String text, ChildLimits limits) throws FaultException {
        if (isRoster(text)) {
            return BotSource.find(option, text);
        }
        try {
            return BotCommands.parse(text, limits);
        } catch (IllegalArgumentException none) {
            throw new FaultException(
                    UsageFault.of(
                                    "UNKNOWN_BOT",
                                    isSetButFixed(text)
                                            ? Texts.of("fault.bot.settings", text)
                                            : isOneWord(text)
                                                    ? Texts.of("fault.bot", text, String.join(", ", Roster.names()))
                                                    : Texts.of("fault.bot.program", text),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    option + " " + Roster.suggestion(text).orElse("tft"))
                            .about(option, String.join(" ", Roster.names())),
                    ExitCodes.USAGE,
                    none);
        }
    }

    /** Returns whether options are set of a bot of the roster, which has none. */
    private static boolean isSetButFixed(String text) {
        try {
            BotCommand command = BotCommand.of(text);
            return !command.settings().isEmpty() && isRoster(String.join(" ", command.words()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isOneWord(String text) {
        return text.chars().noneMatch(Character::isWhitespace);
    }

    private ChildLimits limits() throws FaultException {
        ChildLimits limits = log == null ? ChildLimits.USUAL : ChildLimits.USUAL.logging(log);
        return movetime == null ? limits : limits.withMovetime(checked(movetime));
    }

    /** Returns a time for an answer, milliseconds, if it is possible. */
    static long checked(long movetime) throws FaultException {
        if (movetime < MOVETIME_LEAST || movetime > MAX_MOVETIME) {
            throw new FaultException(
                    UsageFault.of(
                                    "OUT_OF_RANGE",
                                    Texts.of("fault.movetime", movetime, MOVETIME_LEAST, MAX_MOVETIME),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    "--movetime 1000")
                            .about("--movetime", MOVETIME_LEAST + ".." + MAX_MOVETIME),
                    ExitCodes.USAGE,
                    null);
        }
        return movetime;
    }
}
