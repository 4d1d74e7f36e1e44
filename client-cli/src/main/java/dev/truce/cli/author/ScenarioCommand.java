package dev.truce.cli.author;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.BySide;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.scenario.Script;
import dev.truce.scenario.ScriptRun;
import dev.truce.story.facts.ScriptRound;
import dev.truce.story.facts.ScriptRound.Average;
import dev.truce.story.page.Page;
import dev.truce.story.scenario.ScenarioTopic;
import dev.truce.story.scenario.ScriptTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce scenario}: what can be played, what a scenario says, and whether a file is one. */
@Command(
        name = "scenario",
        subcommands = {
            ScenarioCommand.ListAll.class,
            ScenarioCommand.Show.class,
            ScenarioCommand.Check.class,
            ScenarioCommand.Replay.class
        })
public final class ScenarioCommand implements Callable<Integer> {
    /** Read by picocli, which offers its options. */
    @Mixin
    @SuppressWarnings("unused")
    private final Settings settings = new Settings();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(System.out);
        return ExitCodes.OK;
    }

    /** Lists what ships. */
    @Command(name = "list")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Override
        public Integer call() {
            List<ScenarioTopic.About> shipped = Scenarios.ids().stream()
                    .map(id -> facts(Scenarios.file(id)))
                    .toList();
            settings.printer(false).lines(settings.look().lines(topic().list(shipped)));
            return ExitCodes.OK;
        }
    }

    /** Shows one. */
    @Command(name = "show")
    static final class Show implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Option(names = "--text", descriptionKey = "option.scenario.text")
        private boolean text;

        @Parameters(
                paramLabel = "ID|FILE",
                descriptionKey = "param.scenario",
                converter = NamedScenario.Converter.class)
        private @Nullable NamedScenario named;

        @Override
        public Integer call() {
            NamedScenario shown = Objects.requireNonNull(named, "the parser sets it");
            Printer printer = settings.printer(false);
            if (text && shown.isShipped()) {
                printer.raw(Scenarios.text(shown.named()).stripTrailing());
            } else {
                printer.lines(settings.look().lines(topic().page(facts(shown.file()), Texts::safe)));
            }
            return ExitCodes.OK;
        }
    }

    /** Loads a file, compiles its rules, and plays its script if it has one. */
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Parameters(paramLabel = "FILE", descriptionKey = "param.scenario.file")
        private Path path = Path.of("");

        @Override
        public Integer call() throws FaultException {
            ScenarioFile file = NamedScenario.read(path);
            Rules rules = rules(file);
            Script script = file.script();
            int rounds = script == null ? 0 : play(rules, script).size();
            Page page = topic().checked(String.valueOf(path.getFileName()), path.toString(), file.scenario(), rounds);
            settings.printer(false).lines(settings.look().lines(page));
            return ExitCodes.OK;
        }
    }

    /** Plays the script of a scenario through the rules and compares. */
    @Command(name = "replay")
    static final class Replay implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Parameters(
                paramLabel = "ID|FILE",
                descriptionKey = "param.scenario",
                converter = NamedScenario.Converter.class)
        private @Nullable NamedScenario named;

        @Override
        public Integer call() throws FaultException {
            ScenarioFile file =
                    Objects.requireNonNull(named, "the parser sets it").file();
            Script script = file.script();
            if (script == null) {
                throw FaultException.failed(UsageFault.unstarted(
                        "NO_SCRIPT",
                        Texts.of("fault.no-script", file.scenario().id()),
                        "truce scenario replay history-2018"));
            }
            List<ScriptRound> rounds = play(rules(file), script).stream()
                    .map(ScenarioCommand::facts)
                    .toList();
            Page page = new ScriptTopic(Texts.wording(file.scenario())).page(rounds);
            settings.printer(false).lines(settings.look().lines(page));
            return ExitCodes.OK;
        }
    }

    private static ScenarioTopic topic() {
        return new ScenarioTopic(Texts.phrases());
    }

    private static Rules rules(ScenarioFile file) throws FaultException {
        try {
            return Rules.of(file.scenario());
        } catch (IllegalArgumentException wrong) {
            throw unplayable(wrong);
        }
    }

    private static List<ScriptRun.Round> play(Rules rules, Script script) throws FaultException {
        try {
            return ScriptRun.of(rules, script);
        } catch (IllegalArgumentException wrong) {
            throw unplayable(wrong);
        }
    }

    private static FaultException unplayable(IllegalArgumentException wrong) {
        return FaultException.failed(
                UsageFault.unstarted(
                        "NOT_PLAYABLE", String.valueOf(wrong.getMessage()), Texts.of("fault.next.scenario", "FILE")),
                wrong);
    }

    /** Returns what screens tell of a scenario. */
    private static ScenarioTopic.About facts(ScenarioFile file) {
        return new ScenarioTopic.About(file.scenario(), file.base(), file.about(), file.script() != null);
    }

    /** Returns what screens tell of a round of a script. */
    private static ScriptRound facts(ScriptRun.Round round) {
        Script.Step step = round.step();
        return new ScriptRound(
                round.report().round(),
                round.quarter(),
                step == null
                        ? null
                        : new ScriptRound.Step(
                                BySide.each(side -> changes(round, step.orders().of(side))),
                                step.signed(),
                                round.report().ratification(),
                                step.note(),
                                step.source()),
                new BySide<>(round.usDisplayed(), round.cnDisplayed()),
                new BySide<@Nullable Average>(average(round.us()), average(round.cn())));
    }

    private static List<LevelChange> changes(ScriptRun.Round round, Orders orders) {
        return orders.list().stream()
                .map(order -> new LevelChange(
                        order.instrument(), round.report().before().get(order.instrument()), order.level()))
                .toList();
    }

    private static @Nullable Average average(Script.@Nullable Average reported) {
        return reported == null
                ? null
                : new Average(reported.percent(), reported.basis().name());
    }
}
