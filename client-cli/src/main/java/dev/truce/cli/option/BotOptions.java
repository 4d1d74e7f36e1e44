package dev.truce.cli.option;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.engine.orders.Refusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that play bots, which may be programs of their own. */
public final class BotOptions {
    @Option(
            names = "--movetime",
            paramLabel = "MS",
            descriptionKey = "option.movetime",
            converter = WholeNumber.Movetime.class)
    private @Nullable Integer movetime;

    @Option(names = "--bot-log", paramLabel = "FILE", descriptionKey = "option.bot-log")
    private @Nullable Path log;

    /**
     * Returns who plays.
     *
     * @param option the option that named it
     * @throws FaultException if it is a command whose options cannot be set so
     */
    public BotFactory bot(String option, BotName name) throws FaultException {
        ChildLimits logged = log == null ? ChildLimits.USUAL : ChildLimits.USUAL.logging(log);
        ChildLimits limits = movetime == null ? logged : logged.withMovetime(movetime);
        checkSettings(option, name, limits);
        return name.bot(limits);
    }

    /**
     * Asks a command whether its options can be set as somebody wants.
     *
     * @throws FaultException if it has no such option or that cannot have the value
     */
    public static void checkSettings(String option, BotName name, ChildLimits limits) throws FaultException {
        Refusal refused = name.wrongOption(limits).orElse(null);
        if (refused != null) {
            throw refused(option, refused);
        }
    }

    /** Returns what is told of a bot that cannot play. */
    public static FaultException refused(String option, Refusal refusal) {
        return BotConverter.wrong(refusal).at(WrongValue.Place.option(option));
    }

    /** Returns the bot of a name that stands in a file or an argument of another kind. */
    public static BotName named(String option, String text) throws FaultException {
        try {
            return new BotConverter().convert(text);
        } catch (WrongValue wrong) {
            throw wrong.at(WrongValue.Place.option(option));
        }
    }
}
