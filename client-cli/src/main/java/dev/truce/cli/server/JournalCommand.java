package dev.truce.cli.server;

import dev.truce.app.config.DataDirectory;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.host.Catalogue;
import dev.truce.app.room.KeyFile;
import dev.truce.app.signature.RecordKey;
import dev.truce.app.signature.RecordSigner;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.PrivateFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.StoppedServer;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.store.BrokenStream;
import dev.truce.store.StoreException;
import dev.truce.store.sqlite.JournalBackup;
import dev.truce.store.sqlite.JournalCheck;
import dev.truce.store.sqlite.JournalCopy;
import dev.truce.store.sqlite.JournalWitness;
import dev.truce.story.print.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce journal}: what a server keeps on disk. */
@Command(
        name = "journal",
        subcommands = {
            JournalCommand.Check.class,
            JournalCommand.Backup.class,
            JournalCommand.Export.class,
            JournalCommand.Renewal.class
        })
public final class JournalCommand implements Callable<Integer> {
    /** Read by picocli, which offers its options. */
    @Mixin
    @SuppressWarnings("unused")
    private final Settings settings = new Settings();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return ExitCodes.OK;
    }

    /** Says whether a journal is as it was written. */
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "param.journal")
        private @Nullable Path named;

        @Override
        public Integer call() throws FaultException {
            Path directory = named == null ? ServerConfig.defaultData() : named;
            Printer printer = settings.printer(json);
            JournalCheck.Findings found = found(directory);
            return tell(found, json, printer);
        }

        private static JournalCheck.Findings found(Path directory) throws FaultException {
            StoppedServer.require(directory);
            try {
                return JournalCheck.of(directory);
            } catch (StoreException | IOException e) {
                throw StoppedServer.unreadable(e);
            }
        }
    }

    /** Copies a journal, while a server writes it or not. */
    @Command(name = "backup")
    static final class Backup implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.journal.out", required = true)
        private Path out = Path.of("");

        @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "param.journal")
        private @Nullable Path named;

        @Override
        public Integer call() throws FaultException {
            Path directory = named == null ? ServerConfig.defaultData() : named;
            StoppedServer.requireJournal(directory);
            PrivateFile.requireEmpty(out);
            Printer printer = settings.printer(json);
            JournalCheck.Findings found;
            try {
                DataDirectory.take(out).close();
                found = JournalBackup.make(directory, out);
                copyKey(directory, KeyFile.DESK);
                copyKey(directory, RecordKey.FILE);
                copyKey(directory, ServerConfig.METRICS_KEY_FILE);
            } catch (StartException e) {
                throw FaultException.failed(EmbeddedServer.of(e), e);
            } catch (StoreException e) {
                throw StoppedServer.unreadable(e);
            } catch (IOException e) {
                throw PrivateFile.unwritable(out, e);
            }
            if (!json) {
                printer.lines(List.of(Texts.of("journal.copied", AtomicFile.shown(out))));
            }
            return tell(found, json, printer);
        }

        /** What opens the desks of the classes in the journal, and what vouches for records, goes with it. */
        private void copyKey(Path directory, String key) throws IOException {
            if (Files.exists(directory.resolve(key))) {
                Files.copy(directory.resolve(key), out.resolve(key), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Writes the matches of a stopped server for programs. */
    @Command(name = "export")
    static final class Export implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.journal.export", required = true)
        private Path out = Path.of("");

        @Option(names = "--names", descriptionKey = "option.journal.names")
        private boolean named;

        @Option(names = "--open", descriptionKey = "option.journal.open")
        private boolean open;

        @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "param.journal")
        private @Nullable Path directory;

        @Override
        public Integer call() throws FaultException {
            Path journal = directory == null ? ServerConfig.defaultData() : directory;
            StoppedServer.require(journal);
            Printer printer = settings.printer(json);
            Catalogue catalogue = Catalogue.of(
                    Scenarios.files().stream().map(ScenarioFile::scenario).toList());
            JournalExport export;
            try {
                RecordSigner signer = RecordKey.signer(journal);
                export = JournalCopy.read(
                        journal, store -> new JournalExport(store, catalogue, signer, named, open).all());
            } catch (StoreException | IOException e) {
                throw StoppedServer.unreadable(e);
            }
            AtomicFile.writePrivate(out, export.lines(), Texts.of("fault.next.journal-out"));
            if (json) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("type", "journal_exported");
                line.put("matches", export.matches());
                line.put("broken", export.broken());
                printer.raw(Json.write(line));
            } else {
                printer.lines(List.of(Texts.of("journal.exported", export.matches(), AtomicFile.shown(out))));
            }
            return export.broken() == 0 ? ExitCodes.OK : ExitCodes.DIFFERS;
        }
    }

    /** Writes a witness again that cannot be read. */
    @Command(name = "witness")
    static final class Renewal implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "param.journal")
        private @Nullable Path named;

        @Override
        public Integer call() throws FaultException {
            Path directory = named == null ? ServerConfig.defaultData() : named;
            StoppedServer.require(directory);
            Printer printer = settings.printer(json);
            try (DataDirectory taken = DataDirectory.take(directory)) {
                JournalCheck.Findings found = JournalWitness.renew(taken.path())
                        .orElseThrow(() -> FaultException.failed(UsageFault.of(
                                "WITNESS_READABLE",
                                Texts.of("fault.journal.witness"),
                                Texts.of("fault.unchanged.files"),
                                Texts.of("fault.next.journal-check"))));
                if (found.isGood() && !json) {
                    printer.lines(TextWidth.wrap("", Texts.of("journal.renewed", JournalWitness.KEPT)));
                }
                return tell(found, json, printer);
            } catch (StartException e) {
                throw FaultException.failed(EmbeddedServer.of(e), e);
            } catch (StoreException | IOException e) {
                throw StoppedServer.unreadable(e);
            }
        }
    }

    private static int tell(JournalCheck.Findings found, boolean json, Printer printer) {
        if (json) {
            printer.raw(Json.write(object(found)));
        } else if (found.isGood()) {
            printer.lines(List.of(
                    Texts.of("journal.good", found.matches(), found.entries(), found.group()),
                    Texts.of(found.witnessed() ? "journal.witness" : "journal.no-witness")));
        } else {
            List<String> lines = new ArrayList<>();
            for (BrokenStream broken : found.broken()) {
                lines.add(Texts.of(
                        "journal.broken",
                        broken.stream(),
                        broken.seq(),
                        Texts.of("journal.damage." + broken.damage().name())));
            }
            printer.lines(lines);
            printer.fault(fault(found));
        }
        return found.isGood() ? ExitCodes.OK : ExitCodes.DIFFERS;
    }

    private static UsageFault fault(JournalCheck.Findings found) {
        String whole = found.fault();
        if (found.lacksWitnessAlone()) {
            return UsageFault.of(
                    "WITNESS_UNREADABLE",
                    Texts.of("refused.start.witness-unreadable", String.valueOf(whole)),
                    Texts.of("fault.unchanged.files"),
                    Texts.of("fault.next.journal-witness"));
        }
        return UsageFault.of(
                whole == null ? "JOURNAL_BROKEN" : "JOURNAL_TRUNCATED",
                whole == null
                        ? Texts.of("fault.journal.broken", found.broken().size(), found.matches())
                        : Texts.of("fault.journal.end", whole),
                Texts.of("fault.unchanged.files"),
                Texts.of(whole == null ? "fault.next.journal" : "fault.next.journal-end"));
    }

    private static Map<String, Object> object(JournalCheck.Findings found) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", "journal");
        result.put("good", found.isGood());
        result.put("matches", found.matches());
        result.put("entries", found.entries());
        result.put("group", found.group());
        result.put("witness", found.witnessed());
        List<Object> broken = new ArrayList<>();
        for (BrokenStream stream : found.broken()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("match", stream.stream());
            one.put("entry", stream.seq());
            one.put("what", stream.damage().name());
            broken.add(one);
        }
        result.put("broken", broken);
        String whole = found.fault();
        if (whole != null) {
            result.put("fault", whole);
        }
        return result;
    }
}
