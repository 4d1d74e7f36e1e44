package dev.truce.cli.room;

import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.Scenarios;
import dev.truce.story.desk.ShownPreview;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.HostWords;
import dev.truce.story.heard.Telling;
import dev.truce.story.print.ColumnsPrinter;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Where the owner of a room waits for its seats, and stays while its match goes on: takes the acts of an owner, a line each, and tells in
 * a line what happens. It
 * sees what everybody may see.
 */
final class RoomControl {
    private static final long ANSWER_SECONDS = 10;

    /** What stands before an act that can never be taken back. */
    private static final Pattern SURE = Pattern.compile("sure\\s+", Pattern.CASE_INSENSITIVE);

    private final OwnRoom room;
    private final Printer printer;
    private final SessionQueue mailbox;
    /** What an owner is told names nothing of a scenario, and his server may have one that is not known here. */
    private final Scenario scenario = Scenarios.busan2025();

    private final Hearing hearing = Hearing.ofOwner(scenario);
    private final ShownPreview preview = new ShownPreview();

    RoomControl(OwnRoom room, Printer printer, SessionQueue mailbox) {
        this.room = room;
        this.printer = printer;
        this.mailbox = mailbox;
    }

    /**
     * Waits until all seats are taken by people who are there, or somebody who types Enter wants no more.
     *
     * @return whether the match can start, which it has not done by itself
     */
    boolean awaitSeats() throws FaultException, InterruptedException {
        while (hearing.openRound() == 0) {
            Happening happening = mailbox.poll(60_000);
            if (happening instanceof Happening.Hears hears) {
                hear(hears.heard());
                if (hears.heard() instanceof Heard.Room room
                        && room.seats().size() >= 2
                        && room.seats().stream().allMatch(RoomControl::isThere)) {
                    return true;
                }
            } else if (happening instanceof Happening.Line) {
                if (hearing.board().delegates().seats().stream()
                        .noneMatch(it -> it.seat().number() == 0 && it.isVacant())) {
                    return true;
                }
                say("room.no-heads");
            }
        }
        return false;
    }

    private static boolean isThere(Occupant seat) {
        return !seat.isVacant() && seat.connected();
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
            } else if (happening instanceof Happening.Hears hears) {
                hear(hears.heard());
                if (hearing.board().over() != null) {
                    return;
                }
            }
        }
    }

    private void hear(Heard heard) throws FaultException {
        boolean wasShut = hearing.board().isShut();
        for (Telling telling : hearing.hear(heard, 0)) {
            if (telling.kind() == Telling.Kind.OPENED) {
                preview.forget();
            }
            if (telling.kind() != Telling.Kind.SEED) {
                printer.lines(new ColumnsPrinter().lines(telling.page(Texts.wording(scenario))));
            }
        }
        if (wasShut && heard instanceof Heard.Told told && told.notice() instanceof Notice.RoundResolved resolved) {
            say("desk.between", resolved.view().round());
        } else if (heard instanceof Heard.Link link && link.state() instanceof LinkState.Closed closed) {
            throw FaultException.failed(UsageFault.of(
                    closed.refusal().code().name(),
                    Texts.of(closed.refusal()),
                    Texts.of("fault.unchanged.room"),
                    Texts.of("fault.next.again")));
        }
    }

    private void typed(String line) throws InterruptedException {
        if (line.isEmpty()) {
            preview.forget();
            return;
        }
        if (line.equalsIgnoreCase("help")) {
            help();
            return;
        }
        boolean isSure = SURE.matcher(line).lookingAt();
        HostAct act = HostActNotation.read(SURE.matcher(line).replaceFirst(""), hearing.openRound())
                .orElse(null);
        String hash = preview.take(act == null ? "" : HostActNotation.of(act));
        if (!(act instanceof HostAct.OfOwner)) {
            say("desk.unknown");
        } else if (HostActNotation.isForGood(act) && !isSure) {
            String text = HostActNotation.of(act);
            say("class.desk.sure", text, "sure " + text);
        } else if (act instanceof HostAct.Advance advance && !hash.isEmpty()) {
            send(new HostAct.Advance(advance.round(), hash));
        } else {
            send(act);
        }
    }

    private void help() {
        for (String word : HostActNotation.words(HostAct.OfOwner.class)) {
            if (Texts.has("help.short." + word)) {
                printer.lines(TextWidth.wrap(
                        "  " + TextWidth.pad(word.toLowerCase(Locale.ROOT), 15), Texts.of("help.short." + word)));
            }
        }
    }

    private void send(HostAct act) throws InterruptedException {
        try {
            Reply<Saved> answer = room.host().directs(act).get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (!(answer instanceof Reply.Refused<Saved> refused)) {
                printer.lines(new HostWords(Texts.phrases(), Texts::safe).saved(act));
            } else {
                refused(act, refused.refusal());
            }
        } catch (ExecutionException | TimeoutException late) {
            say("session.no-answer", ANSWER_SECONDS);
        }
    }

    private void refused(HostAct act, Refusal refusal) {
        printer.lines(TextWidth.wrap(refusal.code().name() + ": ", Texts.of(refusal)));
        String asked = HostActNotation.of(
                act instanceof HostAct.Advance advance ? new HostAct.Advance(advance.round(), "") : act);
        if (preview.shows(asked, refusal)) {
            say("host.confirm", HostActNotation.word(act).toLowerCase(Locale.ROOT));
        } else if (!refusal.legal().isEmpty()) {
            say("desk.legal", SafeText.line(refusal.legal(), 200));
        }
    }

    private void say(String key, Object... arguments) {
        printer.lines(TextWidth.wrap("", Texts.of(key, arguments)));
    }
}
