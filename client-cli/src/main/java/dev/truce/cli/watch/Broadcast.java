package dev.truce.cli.watch;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.Telling;
import dev.truce.story.page.Page;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.Look;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Watches a match and prints each round when it is resolved. */
public final class Broadcast {
    /** Longest silence of a match between bots that still goes on. */
    public static final long BOTS_MILLIS = 60_000;

    private final Wording wording;
    private final Look look;
    private final Printer printer;
    private final boolean json;
    private final Pace pace;
    private final Hearing hearing;
    private final long silenceMillis;

    /** Prints a match as JSON in which persons take their time. */
    public static Broadcast json(Wording wording, Look look, Printer printer) {
        return new Broadcast(wording, look, printer, true, Pace.atOnce(), Long.MAX_VALUE);
    }

    /** @param silenceMillis the longest silence of a match that still goes on */
    public Broadcast(Wording wording, Look look, Printer printer, boolean json, Pace pace, long silenceMillis) {
        this.wording = wording;
        this.silenceMillis = silenceMillis;
        this.look = look;
        this.printer = printer;
        this.json = json;
        this.pace = pace;
        Rules rules = Rules.of(wording.scenario());
        this.hearing =
                Hearing.ofWatcher(rules.scenario(), json ? Reasons.published(rules) : Reasons.of(rules), Bundles.all());
    }

    /** What is known of the match. */
    public SeatBoard board() {
        return hearing.board();
    }

    /**
     * Prints rounds until the match is over.
     *
     * @param mailbox listener of an observer
     * @return the end
     */
    public Notice.MatchOver untilOver(SessionQueue mailbox) throws FaultException, InterruptedException {
        while (true) {
            Notice.MatchOver over = board().over();
            if (over != null) {
                return over;
            }
            Happening happening = mailbox.poll(silenceMillis);
            if (happening == null) {
                throw stopped("MATCH_STALLED", Texts.of("fault.stalled", silenceMillis / 1000));
            }
            if (happening instanceof Happening.Hears hears) {
                hear(hears.heard());
            }
        }
    }

    private void hear(Heard heard) throws FaultException, InterruptedException {
        for (Telling telling : hearing.hear(heard, 0)) {
            if (telling.kind() == Telling.Kind.ROUND && pace.goesOn()) {
                print(telling.page(wording));
            }
        }
        if (heard instanceof Heard.Link link && link.state() instanceof LinkState.Closed closed) {
            throw stopped(closed.refusal().code().name(), Texts.of(closed.refusal()));
        }
    }

    private static FaultException stopped(String code, String what) {
        return FaultException.failed(
                UsageFault.of(code, what, Texts.of("fault.unchanged.no-record"), Texts.of("fault.next.again")));
    }

    private void print(Page page) {
        if (json) {
            printer.raw(new JsonPrinter().text(page));
            return;
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(look.lines(page));
        printer.lines(lines);
    }
}
