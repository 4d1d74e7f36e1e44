package dev.truce.cli.author;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.line.IdleBots;
import dev.truce.bot.line.env.EnvServer;
import dev.truce.bot.line.env.FrameServer;
import dev.truce.bots.Roster;
import dev.truce.bots.posture.Compiled;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.BySide;
import dev.truce.env.Lab;
import dev.truce.env.Rewarding;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce env}: a program of another language plays both seats, one JSON object a line, or many matches at a time in frames. */
@Command(name = "env")
public final class EnvCommand implements Callable<Integer> {
    /** Names the mixture of all bots of the pool in place of one bot. */
    private static final String POOL = "pool";

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

        @Option(names = "--us", paramLabel = "BOT|pool", descriptionKey = "option.env.us")
        private String us = "";

        @Option(names = "--cn", paramLabel = "BOT|pool", descriptionKey = "option.env.cn")
        private String cn = "";

        @Option(
                names = "--reward",
                paramLabel = "score|points|shown",
                descriptionKey = "option.env.reward",
                defaultValue = "score")
        private Rewarding reward = Rewarding.SCORE;

        /** Returns who may play a side; nobody if the program decides for it. */
        private List<BotFactory> bots(String option, String named, IdleBots idle) throws FaultException {
            if (named.isEmpty()) {
                return List.of();
            } else if (named.equals(POOL)) {
                return Roster.pool();
            }
            BotName name = BotOptions.named(option, named);
            if (BotName.isCommand(named) && matches > FrameServer.MAX_PROGRAMS) {
                throw FaultException.usage(UsageFault.unstarted(
                                "TOO_MANY_PROGRAMS",
                                Texts.of("fault.env.programs", option, named, matches, FrameServer.MAX_PROGRAMS),
                                "--frames " + FrameServer.MAX_PROGRAMS)
                        .about("--frames", "1.." + FrameServer.MAX_PROGRAMS));
            }
            BotOptions.checkSettings(option, name, ChildLimits.USUAL);
            return List.of(name.bot(ChildLimits.USUAL, idle));
        }
    }

    @Override
    public Integer call() throws IOException, FaultException {
        Frames wanted = frames;
        if (wanted == null) {
            EnvServer.run(scenario.scenario(), rounds, System.in, System.out);
            return ExitCodes.OK;
        }
        // What the program prints is text; frames are bytes.
        try (IdleBots us = new IdleBots();
                IdleBots cn = new IdleBots();
                OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            BySide<List<BotFactory>> bots =
                    new BySide<>(wanted.bots("--us", wanted.us, us), wanted.bots("--cn", wanted.cn, cn));
            Lab lab = new Lab(Compiled.of(scenario.scenario()), rounds, bots, wanted.reward);
            FrameServer.run(lab, wanted.matches, wanted.threads, System.in, out);
        }
        return ExitCodes.OK;
    }
}
