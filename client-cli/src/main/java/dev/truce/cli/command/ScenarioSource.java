package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.NearWord;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
