package dev.truce.cli.debrief;

import dev.truce.bots.Roster;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Meter;
import dev.truce.cli.terminal.Surroundings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Counterfactual;
import dev.truce.tournament.branch.RefusedOffers;
import dev.truce.tournament.run.StalledException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How thoroughly offers are tried that were not accepted. */
final class FuturesOption {
    /** The bot that plays on where an offer had been accepted. */
    private static final String PLAYS_ON = "negotiator";

    @Option(
            names = "--futures",
            paramLabel = "N",
            descriptionKey = "option.debrief.futures",
            defaultValue = "40",
            converter = WholeNumber.OfferFutures.class)
    private int futures;

    /** Returns for each table what its best offer that was not accepted would have paid. */
    List<Counterfactual> refused(ClassTables tables, Settings settings) throws FaultException, InterruptedException {
        List<Counterfactual> found = new ArrayList<>();
        if (futures == 0) {
            return found;
        }
        RefusedOffers offers = new RefusedOffers(
                tables.rules(), Roster.find(PLAYS_ON).orElseThrow(), futures, WholeNumber.Threads.usual());
        boolean redraws = !settings.plain()
                && Surroundings.showsErrors()
                && !settings.surroundings().isAccessible();
        Meter meter = new Meter(
                System.err,
                System::nanoTime,
                redraws,
                Texts.of("debrief.progress"),
                tables.shown().size());
        try {
            for (ClassTable table : tables.shown()) {
                offers.best(table).ifPresent(found::add);
                meter.played(1);
            }
        } catch (StalledException stalled) {
            throw FaultException.failed(
                    UsageFault.of(
                            "PAIR_STALLED",
                            Texts.of("fault.debrief.stalled"),
                            Texts.of("fault.unchanged.files"),
                            "--futures 0"),
                    stalled);
        } finally {
            meter.end();
        }
        return found;
    }
}
