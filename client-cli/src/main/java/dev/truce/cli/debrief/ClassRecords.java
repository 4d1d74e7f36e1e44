package dev.truce.cli.debrief;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.record.RecordFile;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.DebriefFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The files of the tables of a class, as commands name them. */
final class ClassRecords {
    /** A file may begin with the number of its table, as those of an export do. */
    private static final Pattern NUMBERED = Pattern.compile("0*([1-9][0-9]{0,2})(?:[-_. ]+(.*))?");

    @Mixin
    private final ScenarioLookup shelf = new ScenarioLookup();

    @Parameters(paramLabel = "FILE", descriptionKey = "param.class-records", arity = "1..*")
    private List<Path> files = List.of();

    /**
     * Reads all records and plays them again.
     *
     * @throws FaultException if they are not those of one class; with exit code 3 if one is not what it claims to be
     */
    ClassTables read() throws FaultException {
        List<ClassTables.Recorded> records = new ArrayList<>();
        boolean numbered = areNumbered();
        for (Path file : files) {
            RecordReplay replay = RecordFile.replay(file, shelf);
            Matcher name = NUMBERED.matcher(name(file));
            boolean matches = name.matches();
            records.add(
                    numbered && matches
                            ? new ClassTables.Recorded(
                                    Integer.parseInt(name.group(1)), name.group(2) == null ? "" : name.group(2), replay)
                            : new ClassTables.Recorded(records.size() + 1, name(file), replay));
        }
        Scenario scenario = shelf.find(
                        records.get(0).replay().match().rulesStamp().scenario())
                .orElseThrow();
        Reply<ClassTables> reply = ClassTables.of(Rules.of(scenario), records);
        if (reply instanceof Reply.Refused<ClassTables> refused) {
            throw fault(refused.refusal());
        }
        return ((Reply.Done<ClassTables>) reply).value();
    }

    /** Returns whether all files begin with a number, each with another. */
    private boolean areNumbered() {
        Set<String> numbers = new HashSet<>();
        for (Path file : files) {
            Matcher name = NUMBERED.matcher(name(file));
            if (!name.matches() || !numbers.add(name.group(1))) {
                return false;
            }
        }
        return true;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.twg$", "");
    }

    private static FaultException fault(Refusal refusal) {
        UsageFault fault = UsageFault.of(
                refusal.code().name(),
                Texts.of(refusal),
                Texts.of("fault.unchanged.files"),
                Texts.of("fault.next.class-records"));
        return refusal.code() == DebriefFault.TABLE_DIFFERS
                ? FaultException.differs(fault, null)
                : FaultException.failed(fault);
    }
}
