package dev.truce.cli.debrief;

import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.Student;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.ClassBundle;
import dev.truce.app.host.classes.KeptClass;
import dev.truce.app.signature.RecordKey;
import dev.truce.app.signature.RecordSigner;
import dev.truce.bots.ParMatches;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.option.StoppedServer;
import dev.truce.cli.record.RecordFile;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.store.StoreException;
import dev.truce.store.sqlite.JournalCopy;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.ClassTables.DebriefFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of the tables of a class, as commands name them. */
final class ClassRecords {
    /** A file may begin with the number of its table, as those of an export do. */
    private static final Pattern NUMBERED = Pattern.compile("0*([1-9][0-9]{0,2})(?:[-_. ]+(.*))?");

    @Mixin
    private final ScenarioLookup shelf = new ScenarioLookup();

    @Mixin
    private final ServedClass served = new ServedClass();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.class-data")
    private @Nullable Path data;

    @Option(names = "--class", paramLabel = "CODE", descriptionKey = "option.class-code", defaultValue = "")
    private String code = "";

    @Parameters(paramLabel = "FILE", descriptionKey = "param.class-records", arity = "0..*")
    private List<Path> files = List.of();

    private List<Student> students = List.of();

    /** Who sat where as the server's folder has it; empty if files were named, or before all was read. */
    List<Student> students() {
        return students;
    }

    /** The code of the class, where a server or its folder is read. */
    String code() {
        return code.isEmpty() && files.size() == 1 ? files.get(0).toString() : code;
    }

    /**
     * Reads all records and plays them again.
     *
     * @param named whether it is needed who sat where
     * @throws FaultException if they are not those of one class; with exit code 3 if one is not what it claims to be
     */
    ClassTables read(boolean named) throws FaultException, InterruptedException {
        if (served.isGiven()) {
            return read(served.read(code(), named));
        } else if (data != null) {
            KeptClass kept = kept(data);
            students = kept.students();
            return kept.tables();
        } else if (files.isEmpty()) {
            throw fault(Refusal.of(DebriefFault.NO_TABLES, ""));
        }
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
        return of(records);
    }

    private ClassTables read(ClassBundle bundle) throws FaultException {
        if (!bundle.list().isEmpty()) {
            students = ListOption.done(ClassListReader.read(bundle.list())).students();
        }
        List<ClassTables.Recorded> records = new ArrayList<>();
        for (Map.Entry<Integer, String> record : bundle.records().entrySet()) {
            records.add(new ClassTables.Recorded(
                    record.getKey(), "", RecordFile.replay("table " + record.getKey(), record.getValue(), shelf)));
        }
        return of(records);
    }

    private ClassTables of(List<ClassTables.Recorded> records) throws FaultException {
        Scenario scenario =
                shelf.find(records.get(0).replay().match().rulesStamp()).orElseThrow();
        Rules rules = Rules.of(scenario);
        return done(ClassTables.of(rules, records, setup -> ParMatches.of(rules, setup)));
    }

    /** The same for one table alone, against the class; 0 for all. */
    ClassTables read(int table, boolean named) throws FaultException, InterruptedException {
        return done(read(named).only(table));
    }

    private KeptClass kept(Path directory) throws FaultException {
        StoppedServer.require(directory);
        Catalogue catalogue = Catalogue.of(
                Scenarios.files().stream().map(ScenarioFile::scenario).toList());
        try {
            RecordSigner signer = RecordKey.signer(directory);
            return done(JournalCopy.read(directory, store -> KeptClass.read(store, catalogue, signer, code)));
        } catch (StoreException | IOException unreadable) {
            throw StoppedServer.unreadable(unreadable);
        }
    }

    private static <T> T done(Reply<T> reply) throws FaultException {
        return reply.orThrow(ClassRecords::fault);
    }

    /**
     * Returns whether files begin with the numbers of their tables.
     *
     * @throws FaultException if only some do: the places of the others would be guesses
     */
    private boolean areNumbered() throws FaultException {
        Map<Boolean, List<Path>> byNumber = files.stream()
                .collect(Collectors.partitioningBy(
                        file -> NUMBERED.matcher(name(file)).matches()));
        List<Path> numbered = byNumber.getOrDefault(true, List.of());
        List<Path> others = byNumber.getOrDefault(false, List.of());
        if (!numbered.isEmpty() && !others.isEmpty()) {
            throw FaultException.failed(UsageFault.of(
                    "TABLE_WITHOUT_NUMBER",
                    Texts.of(
                            "fault.class-records.number",
                            Texts.safe(name(numbered.get(0))),
                            Texts.safe(name(others.get(0)))),
                    Texts.of("fault.unchanged.files"),
                    Texts.of("fault.next.class-records-number")));
        }
        return others.isEmpty();
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
