package dev.truce.cli.room;

import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.connect.PublicPage;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.CardFile;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Opens a room on a server, tells its code, and starts the match when all seats are taken, or on Enter with those that are. */
public final class RoomHost {
    private final ServerCall server;
    private final Printer printer;
    private final UnaryOperator<String> join;
    private final UnaryOperator<String> page;
    private final List<CardFile.Entry> cards;
    private final boolean desk;

    /**
     * @param server where to open the room
     * @param printer where messages go
     * @param join the line that others type, from the code
     * @param page address under which a browser takes a seat, from the code; empty if there is none
     * @param cards shock cards that are played as soon as the match has begun, each for its round
     * @param desk whether the owner stays and types what to do with the match
     */
    public RoomHost(
            ServerCall server,
            Printer printer,
            UnaryOperator<String> join,
            UnaryOperator<String> page,
            List<CardFile.Entry> cards,
            boolean desk) {
        this.server = server;
        this.printer = printer;
        this.join = join;
        this.page = page;
        this.cards = List.copyOf(cards);
        this.desk = desk;
    }

    /** Opens the room and waits, as long as it takes, until its match has begun; until it is over if the owner stays. */
    public void untilStarted(RoomRequest request) throws FaultException, InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        try (OwnRoom room = OwnRoom.open(server, request, mailbox)) {
            String code = SafeText.line(room.code(), Wire.NAME_CHARACTERS);
            List<String> lines = new ArrayList<>();
            lines.add(Texts.of("room.open", code));
            lines.add(Texts.of("room.join", join.apply(code)));
            String named = PublicPage.of(room.host());
            String address = named.isEmpty() ? page.apply(code) : named + "#/join/" + code;
            if (!address.isEmpty()) {
                lines.add(Texts.of("room.page", address));
            }
            lines.add(Texts.of("room.wait"));
            if (request.seed() != null) {
                lines.addAll(TextWidth.wrap("", Texts.of("room.seed-chosen")));
            }
            printer.lines(lines);
            DelegationWish delegations = request.delegations();
            int people = delegations.usSeats()
                    + delegations.cnSeats()
                    - delegations.bots().size();
            boolean ministers = !delegations.equals(DelegationWish.HEADS_ALONE);
            if (ministers) {
                printer.lines(TextWidth.wrap("", Texts.of("room.enter")));
            }
            if (ministers || desk) {
                Enter.tell(mailbox);
            }
            RoomControl control = new RoomControl(room, printer, mailbox);
            boolean botsAlone = request.usBot() != null && request.cnBot() != null && people == 2;
            if (botsAlone || control.awaitSeats()) {
                start(room);
            }
            if (request.rounds().pace() == RoundPace.GATED) {
                printer.lines(TextWidth.wrap("", Texts.of("desk.gated")));
            }
            if (desk) {
                control.stay();
            }
        }
    }

    private void start(OwnRoom owned) throws FaultException, InterruptedException {
        owned.start();
        printer.lines(List.of(Texts.of("room.started")));
        for (CardFile.Entry card : cards) {
            server.answer(owned.host().directs(new HostAct.PlayCard(card.round(), card.card())));
        }
        if (!cards.isEmpty()) {
            printer.lines(List.of(Texts.of("room.cards", cards.size())));
        }
    }
}
