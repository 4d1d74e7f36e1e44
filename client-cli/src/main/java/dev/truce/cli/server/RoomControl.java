package dev.truce.cli.server;

import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.screen.ClockWords;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Where the owner of a room stays while its match goes on: takes the acts of an owner, a line each, and tells in a line what happens. It
 * sees what everybody may see.
 */
final class RoomControl {
    private static final int MAX_NAME = 24;
    private static final long ANSWER_SECONDS = 10;

    private final OwnRoom room;
    private final Printer printer;
    private final SessionQueue mailbox;
    private int round;
    /** Whether the open round takes nothing more. */
    private boolean isShut;
    /** What was shown and is done when its word is typed again. */
    private HostAct.@Nullable Advance shown;

    RoomControl(OwnRoom room, Printer printer, SessionQueue mailbox) {
        this.room = room;
        this.printer = printer;
        this.mailbox = mailbox;
    }

    /** Stays until the match is over, the input ends or somebody types quit. */
    void stay() throws FaultException, InterruptedException {
        say("desk.head");
        while (true) {
            Happening happening = mailbox.poll(60_000);
            if (happening instanceof Happening.Line line) {
                if (line.text().strip().equalsIgnoreCase("quit")) {
                    return;
                }
                typed(line.text().strip());
            } else if (happening instanceof Happening.End) {
                return;
            } else if (happening instanceof Happening.Told told) {
                told(told.notice());
                if (told.notice() instanceof Notice.MatchOver) {
                    return;
                }
            } else if (happening instanceof Happening.Link link && link.state() instanceof LinkState.Closed closed) {
                throw FaultException.failed(UsageFault.of(
                        closed.refusal().code().name(),
                        Texts.of(closed.refusal()),
                        Texts.of("fault.unchanged.room"),
                        Texts.of("fault.next.again")));
            }
        }
    }

    private void typed(String line) throws InterruptedException {
        HostAct.Advance confirmed = shown;
        shown = null;
        if (line.isEmpty()) {
            return;
        }
        if (line.equalsIgnoreCase("help")) {
            for (String word : HostActNotation.words(HostAct.OfOwner.class)) {
                if (Texts.has("help.short." + word)) {
                    printer.lines(TextWidth.wrap(
                            "  " + TextWidth.pad(word.toLowerCase(Locale.ROOT), 15), Texts.of("help.short." + word)));
                }
            }
            return;
        }
        Optional<HostAct> read = HostActNotation.read(line, round);
        if (read.isEmpty() || !(read.get() instanceof HostAct.OfOwner)) {
            say("desk.unknown");
        } else if (confirmed != null
                && read.get() instanceof HostAct.Advance again
                && again.round() == confirmed.round()) {
            send(confirmed);
        } else {
            send(read.get());
        }
    }

    private void send(HostAct act) throws InterruptedException {
        try {
            Reply<Saved> answer = room.host().directs(act).get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (!(answer instanceof Reply.Refused<Saved> refused)) {
                say("host.saved.", act);
            } else {
                refused(act, refused.refusal());
            }
        } catch (ExecutionException | TimeoutException late) {
            say("session.no-answer", ANSWER_SECONDS);
        }
    }

    private void refused(HostAct act, Refusal refusal) {
        printer.lines(TextWidth.wrap(refusal.code().name() + ": ", Texts.of(refusal)));
        if (act instanceof HostAct.Advance advance && refusal.code() == RefusalCode.STALE_PREVIEW) {
            shown = new HostAct.Advance(advance.round(), refusal.legal());
            say("host.confirm", HostActNotation.word(act).toLowerCase(Locale.ROOT));
        } else if (!refusal.legal().isEmpty()) {
            say("desk.legal", SafeText.line(refusal.legal(), 200));
        }
    }

    private void told(Notice notice) {
        if (notice instanceof Notice.RoundOpened opened) {
            round = opened.observation().openRound();
            isShut = false;
            shown = null;
            say("desk.round", round, opened.observation().quarter());
        } else if (notice instanceof Notice.ClockChanged changed) {
            isShut &= changed.part() == RoundPart.SHUT;
            clock(changed);
        } else if (notice instanceof Notice.HorizonSet set) {
            say("session.end", set.round());
        } else if (notice instanceof Notice.RoundShut shut) {
            isShut = true;
            say("desk.shut." + shut.cause(), shut.round());
        } else if (notice instanceof Notice.RoundResolved resolved && isShut) {
            isShut = false;
            say("desk.between", resolved.view().round());
        } else if (notice instanceof Notice.SeatChanged changed) {
            String bot = SafeText.line(changed.bot(), MAX_NAME);
            say(bot.isEmpty() ? "session.seat.back" : "session.seat.bot", changed.seat(), bot);
        } else if (notice instanceof Notice.HostActed acted) {
            say("host.told.", acted.act());
        } else if (notice instanceof Notice.SeatStatus status) {
            if (status.ready()) {
                say("desk.ready", status.seat());
            }
        } else if (notice instanceof Notice.MatchOver over) {
            say("desk.over", over.rounds());
        }
    }

    private void clock(Notice.ClockChanged changed) {
        String left = TimeText.left(changed.leftMillis());
        if (changed.cause() == Notice.ClockChanged.Cause.PAUSED) {
            say(changed.leftMillis() == 0 ? "desk.paused.no-limit" : "desk.paused", left);
        } else {
            printer.lines(TextWidth.wrap("", ClockWords.of(changed, left, changed.leftMillis() == 0)));
        }
    }

    private void say(String key, HostAct act) {
        List<Object> named = HostActNotation.named(act).stream()
                .map(each -> each instanceof String text ? Texts.safe(text) : each)
                .toList();
        say(key + HostActNotation.word(act), named.toArray());
    }

    private void say(String key, Object... arguments) {
        printer.lines(TextWidth.wrap("", Texts.of(key, arguments)));
    }
}
