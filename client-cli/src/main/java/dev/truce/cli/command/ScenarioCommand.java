package dev.truce.cli.command;

import dev.truce.cli.screen.ScenarioPage;
import dev.truce.cli.screen.ScriptPage;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.scenario.Script;
import dev.truce.scenario.ScriptRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    @Mixin
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
            List<ScenarioFile> files =
                    Scenarios.ids().stream().map(Scenarios::file).toList();
            settings.printer(false).lines(ScenarioPage.list(files));
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

        @Parameters(paramLabel = "ID|FILE", descriptionKey = "param.scenario")
        private String named = "";

        @Override
        public Integer call() throws FaultException {
            ScenarioFile file = ScenarioSource.find(named);
            Printer printer = settings.printer(false);
            if (text && Scenarios.ids().contains(named)) {
                printer.raw(Scenarios.text(named).stripTrailing());
            } else {
                printer.lines(ScenarioPage.of(file));
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
            ScenarioFile file = ScenarioSource.read(path);
            Rules rules = rules(file);
            List<String> lines = new ArrayList<>();
            lines.add(Texts.of(
                    "scenario.check.ok", path.getFileName(), file.scenario().id()));
            lines.add(Texts.of("scenario.hash", file.scenario().hash()));
            Script script = file.script();
            if (script != null) {
                lines.add(Texts.of("scenario.check.script", play(rules, script).size()));
            }
            lines.addAll(TextWidth.wrap("", Texts.of("scenario.check.next", path)));
            settings.printer(false).lines(lines);
            return ExitCodes.OK;
        }
    }

    /** Plays the script of a scenario through the rules and compares. */
    @Command(name = "replay")
    static final class Replay implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Parameters(paramLabel = "ID|FILE", descriptionKey = "param.scenario")
        private String named = "";

        @Override
        public Integer call() throws FaultException {
            ScenarioFile file = ScenarioSource.find(named);
            Script script = file.script();
            if (script == null) {
                throw new FaultException(UsageFault.of(
                        "NO_SCRIPT",
                        Texts.of("fault.no-script", file.scenario().id()),
                        Texts.of("fault.unchanged.nothing-started"),
                        "truce scenario replay history-2018"));
            }
            settings.printer(false).lines(new ScriptPage(file.scenario()).lines(play(rules(file), script)));
            return ExitCodes.OK;
        }
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
        return new FaultException(
                UsageFault.of(
                        "NOT_PLAYABLE",
                        String.valueOf(wrong.getMessage()),
                        Texts.of("fault.unchanged.nothing-started"),
                        Texts.of("fault.next.scenario", "FILE")),
                ExitCodes.FAILED,
                wrong);
    }
}
