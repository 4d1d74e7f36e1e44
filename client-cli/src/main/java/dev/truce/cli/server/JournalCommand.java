package dev.truce.cli.server;

import dev.truce.app.config.ServerConfig;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.StoppedServer;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.store.BrokenStream;
import dev.truce.store.StoreException;
import dev.truce.store.sql.JournalCheck;
import dev.truce.story.print.Json;
import java.io.IOException;
import java.nio.file.Path;
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
@Command(name = "journal", subcommands = JournalCommand.Check.class)
public final class JournalCommand implements Callable<Integer> {
    @Mixin
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
            return UsageFault.of(
                    whole == null ? "JOURNAL_BROKEN" : "JOURNAL_TRUNCATED",
                    whole == null
                            ? Texts.of("fault.journal.broken", found.broken().size(), found.matches())
                            : Texts.of("fault.journal.end", whole),
                    Texts.of("fault.unchanged.files"),
                    Texts.of(whole == null ? "fault.next.journal" : "fault.next.journal-end"));
        }

        private static JournalCheck.Findings found(Path directory) throws FaultException {
            StoppedServer.require(directory);
            try {
                return JournalCheck.of(directory);
            } catch (StoreException | IOException e) {
                throw StoppedServer.unreadable(e);
            }
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
}
