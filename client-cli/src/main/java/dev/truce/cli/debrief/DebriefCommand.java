package dev.truce.cli.debrief;

import dev.truce.bots.Roster;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Counterfactual;
import dev.truce.tournament.branch.RefusedOffers;
import dev.truce.tournament.run.StalledException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    /** The bot that plays on where an offer had been accepted. */
    private static final String PLAYS_ON = "negotiator";

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

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.debrief.out")
    private @Nullable Path out;

    @Option(
            names = "--futures",
            paramLabel = "N",
            descriptionKey = "option.debrief.futures",
            defaultValue = "40",
            converter = WholeNumber.OfferFutures.class)
    private int futures;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(false);
        ClassTables tables = records.read();
        DebriefPage page = new DebriefPage(tables, names.of(tables), refused(tables));
        String document = switch (format) {
            case TEXT -> String.join("\n", page.lines(settings.look())) + "\n";
            case MD -> page.markdown();
            case HTML -> page.html();
        };
        if (out != null) {
            AtomicFile.write(out, document, Texts.of("fault.next.debrief-out"));
            printer.lines(List.of(Texts.of("debrief.written", AtomicFile.shown(out))));
        } else if (format == Format.TEXT) {
            printer.lines(document.lines().toList());
        } else {
            printer.raw(document.stripTrailing());
        }
        return ExitCodes.OK;
    }

    /** Returns for each table what its best offer that was not accepted would have paid. */
    private List<Counterfactual> refused(ClassTables tables) throws FaultException, InterruptedException {
        List<Counterfactual> found = new ArrayList<>();
        if (futures == 0) {
            return found;
        }
        RefusedOffers offers = new RefusedOffers(
                tables.rules(), Roster.find(PLAYS_ON).orElseThrow(), futures, WholeNumber.Threads.usual());
        for (ClassTable table : tables.tables()) {
            try {
                offers.best(table).ifPresent(found::add);
            } catch (StalledException stalled) {
                throw FaultException.failed(
                        UsageFault.of(
                                "PAIR_STALLED",
                                Texts.of("fault.debrief.stalled", table.number()),
                                Texts.of("fault.unchanged.files"),
                                "--futures 0"),
                        stalled);
            }
        }
        return found;
    }
}
