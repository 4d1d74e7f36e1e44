package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.classes.Classes.ClassPlace;
import dev.truce.app.host.classes.Classes.DeskPlace;
import dev.truce.app.net.connection.ConnectionPhase.DeskPhase;
import dev.truce.app.net.connection.ConnectionPhase.WaitingPhase;
import dev.truce.app.room.Room.Newcomer;
import dev.truce.app.room.RoomCode;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.view.Viewer;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.text.Names;
import dev.truce.store.StoredSeat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one enters a room or a class by its code. */
final class JoinHandler {
    /** 16 characters of base 64 are 96 bits. */
    static final int KEY_CHARACTERS = 16;

    private JoinHandler() {}

    /**
     * Enters a room.
     *
     * @param hosting the room that the connection has opened, or null
     */
    static void join(ClientConnection link, @Nullable Entered hosting, ClientFrame frame, ClientMessage.JoinRoom join) {
        if (!isSecret(link, frame, join.key())) {
            return;
        }
        Optional<RoomCode> code = RoomCode.parse(join.roomCode());
        if (code.isEmpty()) {
            link.refuseWrong(frame, ServerRefusals.unknownCode());
            return;
        }
        if (hosting != null && !hosting.view().roomCode().equals(code.get().text())) {
            link.refuse(
                    frame,
                    Refusal.of(ConnectionCode.ALREADY_SEATED, "room_code").because("refused.already_seated.opened"));
            return;
        }
        Optional<Refusal> notARoom = link.connectionServices().classes().notARoom(code.get());
        if (notARoom.isPresent()) {
            link.refuse(frame, notARoom.get());
            return;
        }
        Role role = link.role();
        Optional<String> name = role.isWatching() ? Optional.of("") : Names.fit(join.name());
        if (name.isEmpty()) {
            link.refuse(frame, Refusal.of(ConnectionCode.BAD_NAME, "name").legal(Names.LEGAL));
            return;
        }
        boolean bot = role == Role.BOT || join.bot();
        Newcomer newcomer = new Newcomer(
                viewer(role),
                join.side(),
                join.seat(),
                name.get(),
                bot ? StoredSeat.Kind.BOT : StoredSeat.Kind.PERSON,
                join.key(),
                hosting == null ? null : hosting.view().place());
        link.enter(frame, answer -> link.connectionServices().localMatches().join(code.get(), newcomer, link, answer));
    }

    /** Opens a class, enters it to play or to watch, opens a desk of it, or reads about it without one. */
    static void enterClass(ClientConnection link, ClientFrame frame, ClassRequest request) {
        Classes classes = link.connectionServices().classes();
        if (request instanceof ClassRequest.Open open) {
            if (isSecret(link, frame, open.key())) {
                link.<ClassNews>ask(frame, answer -> classes.open(open, answer), news -> link.tell(frame, news));
            }
        } else if (request instanceof ClassRequest.ListAll list) {
            link.<ClassNews>ask(frame, answer -> classes.list(list, answer), news -> link.tell(frame, news));
        } else if (request instanceof ClassRequest.ReadText read) {
            link.<ClassNews>ask(frame, answer -> classes.read(read, answer), news -> link.tell(frame, news));
        } else if (request instanceof ClassRequest.EnterDesk desk) {
            link.<DeskPlace>ask(
                    frame,
                    answer -> classes.enterDesk(desk, link, answer),
                    place -> link.settle(new DeskPhase(link, place), place.classroom(), frame, place.entered()));
        } else if (request instanceof ClassRequest.Watch watch) {
            if (isSecret(link, frame, watch.key())) {
                link.<ClassPlace>ask(
                        frame, answer -> classes.watch(watch, link, answer), place -> placed(link, frame, place));
            }
        } else if (request instanceof ClassRequest.Enter enter) {
            if (isSecret(link, frame, enter.key())) {
                link.<ClassPlace>ask(
                        frame, answer -> classes.enter(enter, link, answer), place -> placed(link, frame, place));
            }
        }
    }

    private static void placed(ClientConnection link, ClientFrame frame, ClassPlace place) {
        Entered at = place.place();
        if (at != null) {
            link.entered(frame, at);
        } else {
            WaitingPhase next = place.told() instanceof ClassNews.Watched
                    ? WaitingPhase.ofWatcher(link, place.classroom())
                    : WaitingPhase.ofStudent(link, place.classroom());
            link.settle(next, place.classroom(), frame, place.told());
        }
    }

    /** Refuses a key that others could guess: who repeats a key gets the place that it opened. */
    static boolean isSecret(ClientConnection link, ClientFrame frame, String key) {
        if (key.length() >= KEY_CHARACTERS) {
            return true;
        }
        link.refuse(
                frame, Refusal.of(ConnectionCode.MALFORMED, "key").because("refused.malformed.key", KEY_CHARACTERS));
        return false;
    }

    private static @Nullable Viewer viewer(Role role) {
        return switch (role) {
            case OBSERVER -> Viewer.PUBLIC;
            case OMNISCIENT -> Viewer.OMNISCIENT;
            case PLAYER, BOT, INSTRUCTOR -> null;
        };
    }
}
