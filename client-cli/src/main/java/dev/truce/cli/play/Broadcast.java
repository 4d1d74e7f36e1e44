package dev.truce.cli.play;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.screen.WatchedRounds;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Page;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.Look;
import dev.truce.story.print.Screen;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Watches a match and prints each round when it is resolved. */
public final class Broadcast {
    /** Longest silence of a match between bots that still goes on. */
    static final long BOTS_MILLIS = 60_000;

    private final Look look;
    private final Printer printer;
    private final boolean json;
    private final Pace pace;
    private final WatchedRounds rounds;
    private final long silenceMillis;

    /** Prints a match as JSON in which persons take their time. */
    public static Broadcast json(Wording wording, Look look, Printer printer) {
        return new Broadcast(wording, look, printer, true, 0, Pace.atOnce(), Long.MAX_VALUE);
    }

    /** @param silenceMillis the longest silence of a match that still goes on */
    Broadcast(
            Wording wording, Look look, Printer printer, boolean json, int knownRounds, Pace pace, long silenceMillis) {
        this.silenceMillis = silenceMillis;
        this.look = look;
        this.printer = printer;
        this.json = json;
        this.pace = pace;
        Rules rules = Rules.of(wording.scenario());
        this.rounds = new WatchedRounds(wording, json ? Reasons.published(rules) : Reasons.of(rules), knownRounds);
    }

    /** What explains the scores of the rounds so far. */
    Reasons reasons() {
        return rounds.reasons();
    }

    /** Returns the ledger of said and done so far. */
    public SaidAndDone ledger() {
        return rounds.ledger();
    }

    /** Returns the rounds so far, in order. */
    public List<RoundView> rounds() {
        return rounds.rounds();
    }

    /**
     * Prints rounds until the match is over.
     *
     * @param mailbox listener of an observer
     * @return the end
     */
    public Notice.MatchOver untilOver(SessionQueue mailbox) throws FaultException, InterruptedException {
        while (true) {
            Happening happening = mailbox.poll(silenceMillis);
            if (happening == null) {
                throw stopped("MATCH_STALLED", Texts.of("fault.stalled", silenceMillis / 1000));
            }
            if (happening instanceof Happening.Hears hears && hears.heard() instanceof Heard.Told told) {
                RoundView view = rounds.take(told.notice());
                if (view != null) {
                    print(view);
                }
                if (told.notice() instanceof Notice.MatchOver over) {
                    return over;
                }
            } else if (happening instanceof Happening.Hears hears
                    && hears.heard() instanceof Heard.Link link
                    && link.state() instanceof LinkState.Closed closed) {
                throw stopped(closed.refusal().code().name(), Texts.of(closed.refusal()));
            }
        }
    }

    private static FaultException stopped(String code, String what) {
        return FaultException.failed(
                UsageFault.of(code, what, Texts.of("fault.unchanged.no-record"), Texts.of("fault.next.again")));
    }

    private void print(RoundView view) throws InterruptedException {
        if (!pace.goesOn()) {
            return;
        }
        Page page = rounds.page(view);
        if (json) {
            printer.raw(new JsonPrinter().text(page));
            return;
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Screen.lines(page, look));
        printer.lines(lines);
    }
}
