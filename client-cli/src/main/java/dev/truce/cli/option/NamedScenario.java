package dev.truce.cli.option;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.NearWord;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/**
 * A scenario that somebody names: one that ships, by its id, or a file.
 *
 * @param named what was typed
 * @param file what it says
 */
public record NamedScenario(String named, ScenarioFile file) {
    /** The one that is played if none is named. */
    public static final String USUAL = "busan-2025";

    /** The loader quotes what it found; longer quotations say no more. */
    private static final int MAX_MESSAGE = 600;

    /** Reads an id or a file. */
    public static final class Converter implements ITypeConverter<NamedScenario> {
        @Override
        public NamedScenario convert(String typed) throws FaultException, WrongValue {
            if (Scenarios.ids().contains(typed)) {
                return new NamedScenario(typed, Scenarios.file(typed));
            }
            if (!isFile(typed)) {
                throw new WrongValue(ExitCodes.USAGE, place -> unknown(typed, place));
            }
            return new NamedScenario(typed, read(Path.of(typed)));
        }
    }

    /** Reads a file, whatever it is called. */
    static final class FileConverter implements ITypeConverter<NamedScenario> {
        @Override
        public NamedScenario convert(String typed) throws FaultException {
            return new NamedScenario(typed, read(Path.of(typed)));
        }
    }

    public boolean isShipped() {
        return Scenarios.ids().contains(named);
    }

    public Scenario scenario() {
        return file.scenario();
    }

    /** The parser asks for it at each start; the file in words takes longer to make than to read. */
    @Override
    public String toString() {
        return named;
    }

    /** Reads a file, whatever it is called. */
    public static ScenarioFile read(Path file) throws FaultException {
        String text = InputFile.text(file, Scenarios.MAX_TEXT_BYTES, "truce scenario list");
        ScenarioFile read;
        try {
            read = Scenarios.read(text, String.valueOf(file.getFileName()));
        } catch (ScenarioException wrong) {
            String where = SafeText.line(wrong.where(), MAX_MESSAGE);
            UsageFault fault = UsageFault.unstarted(
                    wrong.code().name(),
                    where + Texts.of("list.colon") + Texts.of(wrong.refusal()),
                    Texts.of("fault.next.scenario", file));
            throw FaultException.failed(fault.about(SafeText.line(wrong.path(), MAX_MESSAGE), ""), wrong);
        }
        String id = read.scenario().id();
        if (Scenarios.ids().contains(id)
                && !Scenarios.named(id).hash().equals(read.scenario().hash())) {
            throw FaultException.failed(UsageFault.unstarted(
                            "SCENARIO_ID_TAKEN",
                            Texts.of("fault.scenario.taken", id),
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

    private static UsageFault unknown(String named, WrongValue.Place place) {
        List<String> ids = Scenarios.ids();
        String next = NearWord.one(named, ids).map(id -> place.before() + id).orElse("truce scenario list");
        return UsageFault.unstarted(
                        "UNKNOWN_SCENARIO", Texts.of("fault.scenario", SafeText.line(named, 80), Texts.list(ids)), next)
                .about(place.field(), String.join(" ", ids));
    }
}
