package dev.truce.cli.record;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record on disk, read and played again. */
public final class RecordFile {
    private RecordFile() {}

    /**
     * Reads a record and plays it again.
     *
     * @param shelf where its scenario is looked for
     * @throws FaultException if the file cannot be read, or is no record; the latter with exit code 3
     */
    public static RecordReplay replay(Path file, ScenarioLookup shelf) throws FaultException {
        PackedName packed = PackedName.of(file);
        byte[] bytes = packed != null
                ? packed.read()
                : InputFile.bytes(file, RecordReader.MAX_BYTES, Texts.of("fault.next.other-file"));
        return replay(file, RecordReader.read(bytes, shelf::find));
    }

    /**
     * Plays the text of a record again.
     *
     * @param name what it is called if it is no record
     */
    public static RecordReplay replay(String name, String text, ScenarioLookup shelf) throws FaultException {
        return replay(Path.of(name), RecordReader.read(text, shelf::find));
    }

    private static RecordReplay replay(Path file, RecordReading reading) throws FaultException {
        if (reading instanceof RecordReading.Unreadable unreadable) {
            var fault = unreadable.fault();
            throw FaultException.differs(
                    UsageFault.of(
                                    fault.code().name(),
                                    Texts.of("fault.record", file.getFileName(), fault.line(), Texts.of(fault.why())),
                                    Texts.of("fault.unchanged.file"),
                                    next(file, fault.code()))
                            .about("line " + fault.line(), ""),
                    null);
        }
        RecordReading.Read read = (RecordReading.Read) reading;
        return RecordReplay.of(read.match(), Rules.of(read.scenario()));
    }

    /** Returns what the text of a record says, if it is one of this scenario. */
    public static Optional<MatchRecord> read(String recordText, Scenario scenario) {
        RecordReading reading = RecordReader.read(
                recordText, named -> named.scenario().equals(scenario.id()) ? Optional.of(scenario) : Optional.empty());
        return reading instanceof RecordReading.Read read ? Optional.of(read.match()) : Optional.empty();
    }

    private static String next(Path file, RecordFault.Code code) {
        return switch (code) {
            case RECORD_UNKNOWN_SCENARIO, RECORD_OTHER_SCENARIO -> Texts.of("fault.next.record-scenario", file);
            case RECORD_VERSION -> Texts.of("fault.next.program-version");
            case RECORD_TOO_LARGE, RECORD_SYNTAX, RECORD_TRUNCATED, RECORD_UNKNOWN_RULESET ->
                Texts.of("fault.next.other-copy");
            case RECORD_MACHINE_FORM -> "truce verify " + textForm(file);
        };
    }

    /** Returns where the text form of a record lies if it has the name of the machine form. */
    private static Path textForm(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".twg");
    }

    /**
     * Insists on a round that a record has.
     *
     * @param command what shows a round of it
     * @param first the first round that can be shown
     */
    static void requireRound(@Nullable Integer round, int first, RecordReplay replay, Path file, String command)
            throws FaultException {
        int last = replay.views().size();
        if (round != null && (round < first || round > last)) {
            throw FaultException.failed(UsageFault.of(
                            "UNKNOWN_ROUND",
                            Texts.of("fault.replay-round", round, file.getFileName(), last),
                            Texts.of("fault.unchanged.file"),
                            command + " " + file + " --round " + Math.max(first, last))
                    .about("--round", first + ".." + last));
        }
    }

    /** Tells, after all else, how a record differs from what the rules make of it, and returns the exit code that says so. */
    public static int verdict(Printer printer, Path file, RecordReplay replay) {
        if (replay.verification() instanceof Verification.Differs differs) {
            printer.fault(difference(file, differs));
            return ExitCodes.DIFFERS;
        }
        return ExitCodes.OK;
    }

    /** Returns what a difference is told as. */
    private static UsageFault difference(Path file, Verification.Differs differs) {
        Refusal why = differs.why();
        String what = why != null
                ? Texts.of("fault.differs.refused", file.getFileName(), differs.round(), differs.what(), Texts.of(why))
                : differs.round() == 0
                        ? Texts.of(
                                "fault.differs.start",
                                file.getFileName(),
                                differs.what(),
                                differs.found(),
                                differs.expected())
                        : Texts.of(
                                "fault.differs",
                                file.getFileName(),
                                differs.round(),
                                differs.what(),
                                differs.found(),
                                differs.expected());
        return UsageFault.of(
                        "RECORD_DIFFERS",
                        what,
                        Texts.of("fault.unchanged.file"),
                        "truce replay " + file + " --round " + Math.max(1, differs.round()))
                .about("round " + differs.round(), differs.expected());
    }
}
