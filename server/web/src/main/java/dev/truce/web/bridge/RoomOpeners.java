package dev.truce.web.bridge;

import dev.truce.engine.board.Side;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.Role;
import dev.truce.web.screen.PageView;
import dev.truce.web.screen.RoomScreen;
import dev.truce.web.screen.StartScreen;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.RoomEntry;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Open a seat at the server that the page came from. */
final class RoomOpeners {
    private final Link browser;
    private final IntSupplier random;

    /**
     * Openers over one link.
     *
     * @param browser connects to the server
     * @param random gives 32 bits that nobody can guess
     */
    RoomOpeners(Link browser, IntSupplier random) {
        this.browser = browser;
        this.random = random;
    }

    /** All openers by the word of their request. */
    Map<String, Opener> byWord() {
        return Map.of(
                "join",
                rest -> join(rest.split(" ", 4)),
                "enter",
                rest -> enter(rest.split(" ", 3)),
                "back",
                this::back);
    }

    /** Joins a room: its code, the wished seat as {@link StartScreen} names it, the secret of this device, a name. */
    private PageView join(String[] words) {
        RoomEntry room = room(null);
        String wish = words[1];
        int dot = wish.indexOf('.');
        Side side = wish.equals(StartScreen.ANY_SEAT) ? null : Side.valueOf(dot < 0 ? wish : wish.substring(0, dot));
        Integer seat = dot < 0 ? null : Integer.valueOf(wish.substring(dot + 1));
        room.join(words[0], side, seat, words[3], words[2]);
        return new RoomScreen(room);
    }

    /** Takes a student's seat in a class: its code, the student's key, the student number or name. */
    private PageView enter(String[] words) {
        RoomEntry room = room(null);
        room.enter(words[0], words[2], words[1]);
        return new RoomScreen(room);
    }

    /** Opens the seat again that a ticket is for, and says whether it is one of a class. */
    private PageView back(String kept) {
        String[] words = kept.split(" ", 2);
        RoomEntry room = room(new ResumeTicket(words[0], 0));
        room.comeBack(words.length > 1);
        return new RoomScreen(room);
    }

    private RoomEntry room(@Nullable ResumeTicket kept) {
        Conversation.Speaker speaker = new Conversation.Speaker(
                Role.PLAYER, "page", "2", new SplittableRandom(random.getAsInt()), Conversation.Waits.USUAL);
        return new RoomEntry(browser, speaker, Shelf::nearest, this::key, kept);
    }

    private String key() {
        return RequestKey.drawn(random);
    }
}
