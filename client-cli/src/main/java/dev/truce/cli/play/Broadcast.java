package dev.truce.cli.play;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.protocol.client.LinkState;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Page;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.Look;
import dev.truce.story.print.Screen;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches a match and prints each round when it is resolved. */
public final class Broadcast {
    /** Longest silence of a match between bots that still goes on. */
    private static final long SILENCE_MILLIS = 60_000;

    private final Wording wording;
    private final Look look;
    private final Printer printer;
    private final boolean json;
    private final int knownRounds;
    private final Pace pace;
    private final Reasons reasons;
    private final List<RoundView> rounds = new ArrayList<>();
    private final Proceedings heard = new Proceedings();
    private @Nullable RoundView untold;

    Broadcast(Wording wording, Look look, Printer printer, boolean json, int knownRounds, Pace pace) {
        this.wording = wording;
        this.look = look;
        this.printer = printer;
        this.json = json;
        this.knownRounds = knownRounds;
        this.pace = pace;
        Rules rules = Rules.of(wording.scenario());
        this.reasons = json ? Reasons.published(rules) : Reasons.of(rules);
    }

    /** What explains the scores of the rounds so far. */
    Reasons reasons() {
        return reasons;
    }

    /** Returns the ledger of said and done so far. */
    SaidAndDone ledger() {
        return heard.ledger();
    }

    /** Returns the rounds so far, in order. */
    List<RoundView> rounds() {
        return List.copyOf(rounds);
    }

    /**
     * Prints rounds until the match is over.
     *
     * @param mailbox listener of an omniscient observer
     * @return the end
     */
    Notice.MatchOver untilOver(SessionQueue mailbox) throws FaultException, InterruptedException {
        while (true) {
            Happening happening = mailbox.poll(SILENCE_MILLIS);
            if (happening == null) {
                throw stopped("MATCH_STALLED", Texts.of("fault.stalled", SILENCE_MILLIS / 1000));
            }
            if (happening instanceof Happening.Told told) {
                heard.take(told.notice());
                if (!(told.notice() instanceof Notice.OfferChanged)) {
                    printUntold();
                }
                if (told.notice() instanceof Notice.RoundResolved resolved) {
                    // What became of its offers is told next, and belongs to it.
                    untold = resolved.view();
                } else if (told.notice() instanceof Notice.MatchOver over) {
                    return over;
                }
            } else if (happening instanceof Happening.Link link && link.state() instanceof LinkState.Closed closed) {
                throw stopped(closed.refusal().code().name(), Texts.of(closed.refusal()));
            }
        }
    }

    private static FaultException stopped(String code, String what) {
        return FaultException.failed(
                UsageFault.of(code, what, Texts.of("fault.unchanged.no-record"), Texts.of("fault.next.again")));
    }

    private void printUntold() throws InterruptedException {
        RoundView view = untold;
        untold = null;
        if (view != null) {
            print(view);
        }
    }

    private void print(RoundView view) throws InterruptedException {
        RoundView before = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        rounds.add(view);
        reasons.follow(rounds);
        if (!pace.goesOn()) {
            return;
        }
        Page page = new RoundTopic(wording, knownRounds, reasons, Bundles.all())
                .page(view, before, heard.round(view.round()));
        if (json) {
            printer.raw(new JsonPrinter().text(page));
            return;
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Screen.lines(page, look));
        printer.lines(lines);
    }
}
