package dev.truce.cli.author;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.line.ServedBot;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.option.Settings;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce serve-bot NAME}: a bot of the roster speaks the line protocol on the standard streams. */
@Command(name = "serve-bot")
public final class ServeBotCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // The parser sets its options; this command prints nothing but the protocol.
    @Mixin
    private final Settings settings = new Settings();

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            descriptionKey = "option.scenario.own",
            converter = NamedScenario.Converter.class)
    private @Nullable NamedScenario own;

    @Parameters(paramLabel = "NAME", descriptionKey = "param.bot", converter = BotConverter.class)
    private @Nullable BotName name;

    @Override
    public Integer call() throws IOException, FaultException {
        BotName named = Objects.requireNonNull(name, "the parser sets it");
        BotOptions.checkSettings("NAME", named, ChildLimits.USUAL);
        BotFactory bot = named.bot(ChildLimits.USUAL);
        Scenario given = own == null ? null : own.scenario();
        ServedBot.run(bot, (id, hash) -> find(id, hash, given), System.in, System.out);
        return ExitCodes.OK;
    }

    private static Optional<Scenario> find(String id, String hash, @Nullable Scenario given) {
        if (given != null && given.id().equals(id)) {
            return Optional.of(given);
        }
        return Scenarios.edition(id, hash).map(ScenarioFile::scenario);
    }
}
