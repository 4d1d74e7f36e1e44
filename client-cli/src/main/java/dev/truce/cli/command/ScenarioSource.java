package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.NearWord;
import dev.truce.engine.board.BySide;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.LevelChange;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.scenario.Script;
import dev.truce.scenario.ScriptRun;
import dev.truce.story.facts.ScenarioFacts;
import dev.truce.story.facts.ScriptRound;
import dev.truce.story.facts.ScriptRound.Average;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the scenario that somebody names: one that ships, by its id, or a file. */
final class ScenarioSource {
    /** The loader quotes what it found; longer quotations say no more. */
    private static final int MAX_MESSAGE = 600;

    private ScenarioSource() {}

    /**
     * Returns the scenario of an id or a file.
     *
     * @throws FaultException if there is no such scenario, or the file is none; exit code 2 for a name, 1 for a file
     */
    static ScenarioFile find(String named) throws FaultException {
        if (Scenarios.ids().contains(named)) {
            return Scenarios.file(named);
        }
        if (!isFile(named)) {
            throw unknown(named);
        }
        return read(Path.of(named));
    }

    /** Returns what screens tell of a scenario. */
    static ScenarioFacts facts(ScenarioFile file) {
        return new ScenarioFacts(file.scenario(), file.base(), file.about(), file.script() != null);
    }

    /** Returns what screens tell of a round of a script. */
    static ScriptRound facts(ScriptRun.Round round) {
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

    /** Reads a file, whatever it is called. */
    static ScenarioFile read(Path file) throws FaultException {
        String text = text(file);
        ScenarioFile read;
        try {
            read = Scenarios.read(text, String.valueOf(file.getFileName()));
        } catch (ScenarioException wrong) {
            String message = String.valueOf(wrong.getMessage()).replace(" [" + wrong.code() + "]", "");
            throw new FaultException(
                    UsageFault.of(
                                    wrong.code().name(),
                                    SafeText.line(message, MAX_MESSAGE),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    Texts.of("fault.next.scenario", file))
                            .about(SafeText.line(wrong.path(), MAX_MESSAGE), ""),
                    ExitCodes.FAILED,
                    wrong);
        }
        String id = read.scenario().id();
        if (Scenarios.ids().contains(id)
                && !Scenarios.named(id).hash().equals(read.scenario().hash())) {
            throw new FaultException(UsageFault.of(
                            "SCENARIO_ID_TAKEN",
                            Texts.of("fault.scenario.taken", id),
                            Texts.of("fault.unchanged.nothing-started"),
                            Texts.of("fault.next.scenario", file))
                    .about("id", ""));
        }
        return read;
    }

    private static boolean isFile(String named) {
        try {
            return named.contains("/")
                    || named.contains("\\")
                    || named.endsWith(".yaml")
                    || named.endsWith(".yml")
                    || Files.isRegularFile(Path.of(named));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static String text(Path file) throws FaultException {
        try {
            if (Files.size(file) > Scenarios.MAX_TEXT_BYTES) {
                throw unreadable(file, Texts.of("fault.file.large"), null);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw unreadable(file, Texts.of("fault.file.missing"), missing);
        } catch (IOException broken) {
            throw unreadable(file, Texts.of("fault.file.unreadable"), broken);
        }
    }

    private static FaultException unreadable(
            Path file, String why, @org.jspecify.annotations.Nullable IOException cause) {
        return new FaultException(
                UsageFault.of(
                        "FILE_UNREADABLE",
                        Texts.of("fault.file", file, why),
                        Texts.of("fault.unchanged.nothing-started"),
                        "truce scenario list"),
                ExitCodes.FAILED,
                cause);
    }

    private static FaultException unknown(String named) {
        List<String> ids = Scenarios.ids();
        Optional<String> near = NearWord.one(named, ids);
        return new FaultException(
                UsageFault.of(
                                "UNKNOWN_SCENARIO",
                                Texts.of("fault.scenario", SafeText.line(named, 80), String.join(", ", ids)),
                                Texts.of("fault.unchanged.nothing-started"),
                                near.map(id -> "--scenario " + id).orElse("truce scenario list"))
                        .about("--scenario", String.join(" ", ids)),
                ExitCodes.USAGE,
                null);
    }
}
