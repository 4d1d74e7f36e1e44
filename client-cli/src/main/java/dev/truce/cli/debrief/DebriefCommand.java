package dev.truce.cli.debrief;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Debrief;
import dev.truce.story.debrief.DebriefTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce debrief FILE...}: all tables of a class beside each other, when the matches are over. */
@Command(name = "debrief")
public final class DebriefCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        MD,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ClassRecords records = new ClassRecords();

    @Mixin
    private final NamesOption names = new NamesOption();

    @Option(
            names = "--format",
            paramLabel = "text|md|html",
            descriptionKey = "option.debrief.format",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(
            names = "--table",
            paramLabel = "N",
            descriptionKey = "option.debrief.table",
            defaultValue = "0",
            converter = WholeNumber.TableOrAll.class)
    private int table;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.debrief.out")
    private @Nullable Path out;

    @Mixin
    private final FuturesOption futures = new FuturesOption();

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(false);
        String document = document();
        if (out != null) {
            // It may hold names, which are nobody else's business.
            AtomicFile.writePrivate(out, document, Texts.of("fault.next.debrief-out"));
            printer.lines(List.of(Texts.of("debrief.written", AtomicFile.shown(out))));
        } else if (format == Format.TEXT) {
            printer.lines(document.lines().toList());
        } else {
            printer.raw(document.stripTrailing());
        }
        return ExitCodes.OK;
    }

    private String document() throws FaultException, InterruptedException {
        ClassTables tables = records.read(table, names.areReal());
        DebriefTopic topic = new DebriefTopic(
                new Debrief(tables, names.of(tables, records), futures.refused(tables, settings)),
                Texts.wording(tables.rules().scenario()));
        return switch (format) {
            case TEXT -> String.join("\n", topic.lines(settings.look())) + "\n";
            case MD -> topic.markdown();
            case HTML -> topic.html(Bundles.styles());
        };
    }
}
