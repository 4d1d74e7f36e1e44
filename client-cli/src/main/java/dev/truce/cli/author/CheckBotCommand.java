package dev.truce.cli.author;

import dev.truce.bot.line.BotName;
import dev.truce.bot.line.exam.Exam;
import dev.truce.bot.line.exam.Finding;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.text.SafeText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce check-bot --cmd COMMAND}: says for each property of the line protocol whether a bot has it. */
@Command(name = "check-bot")
public final class CheckBotCommand implements Callable<Integer> {
    private static final int MAX_DETAIL = 240;
    private static final int INDENT = 5;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--cmd", paramLabel = "COMMAND", descriptionKey = "option.cmd", required = true)
    private String command = "";

    @Override
    public Integer call() throws FaultException {
        if (BotName.isModel(command)) {
            throw FaultException.usage(UsageFault.unstarted(
                    "WRONG_USAGE",
                    Texts.of("check.model", SafeText.line(command, MAX_DETAIL)),
                    "truce check-bot --cmd \"truce serve-bot " + SafeText.line(command.strip(), MAX_DETAIL) + "\""));
        }
        Scenario played = scenario.scenario();
        Printer printer = settings.printer(false);
        try {
            List<Finding> findings = Exam.of(command, played, finding -> printer.lines(lines(finding)));
            long passed = findings.stream().filter(Finding::passed).count();
            printer.lines(List.of(Texts.of("check.sum", passed, findings.size())));
            return passed == findings.size() ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (IllegalArgumentException wrong) {
            throw FaultException.usage(UsageFault.unstarted(
                    "WRONG_USAGE", Texts.of("refused.bot.program", command), "truce check-bot --help"));
        }
    }

    private static List<String> lines(Finding finding) {
        String property = finding.property().word();
        if (finding.fault() == null) {
            return List.of(Texts.of("check.pass", property));
        }
        String what = Texts.of(
                "check.fault." + finding.fault().name(), finding.arguments().toArray());
        return TextWidth.wrap("", INDENT, Texts.of("check.fail", property, SafeText.line(what, MAX_DETAIL)));
    }
}
