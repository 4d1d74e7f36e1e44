package dev.truce.cli.author;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.env.EnvServer;
import dev.truce.bot.line.env.FrameServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.engine.board.BySide;
import dev.truce.engine.round.Rules;
import dev.truce.env.Lab;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce env}: a program of another language plays both seats, one JSON object a line, or many matches at a time in frames. */
@Command(name = "env")
public final class EnvCommand implements Callable<Integer> {

    @SuppressWarnings("UnusedVariable") // The parser sets its options; this command prints nothing but JSON.
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            descriptionKey = "option.env.rounds",
            defaultValue = "0",
            converter = WholeNumber.RoundsOrNone.class)
    private int rounds;

    @ArgGroup(exclusive = false)
    private @Nullable Frames frames;

    /** Many matches at a time. */
    private static final class Frames {
        @Option(
                names = "--frames",
                paramLabel = "N",
                required = true,
                descriptionKey = "option.env.frames",
                converter = WholeNumber.MatchesAtOnce.class)
        private int matches;

        @Option(
                names = "--threads",
                paramLabel = "N",
                descriptionKey = "option.env.threads",
                defaultValue = "1",
                converter = WholeNumber.Threads.class)
        private int threads;

        @Option(names = "--us", paramLabel = "BOT", descriptionKey = "option.env.us", converter = BotConverter.class)
        private @Nullable BotName us;

        @Option(names = "--cn", paramLabel = "BOT", descriptionKey = "option.env.cn", converter = BotConverter.class)
        private @Nullable BotName cn;

        private static @Nullable BotFactory bot(String option, @Nullable BotName name) throws FaultException {
            return name == null ? null : new BotOptions().bot(option, name);
        }
    }

    @Override
    public Integer call() throws IOException, FaultException {
        Frames wanted = frames;
        if (wanted == null) {
            EnvServer.run(scenario.scenario(), rounds, System.in, System.out);
            return ExitCodes.OK;
        }
        BySide<@Nullable BotFactory> bots = new BySide<>(Frames.bot("--us", wanted.us), Frames.bot("--cn", wanted.cn));
        Lab lab = new Lab(Rules.of(scenario.scenario()), rounds, bots);
        // What the program prints is text; frames are bytes.
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            FrameServer.run(lab, wanted.matches, wanted.threads, System.in, out);
        }
        return ExitCodes.OK;
    }
}
