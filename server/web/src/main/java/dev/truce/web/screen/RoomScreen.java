package dev.truce.web.screen;

import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.web.seat.RoomEntry;
import dev.truce.web.seat.RoomLine;
import dev.truce.web.seat.RoomSeat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The screen of a room of the server: what it waits for, and then that of the seat, each with how the link is. */
public final class RoomScreen implements PageView.Served {
    private final RoomEntry room;
    private @Nullable SeatScreen seat;

    /** Makes the screen of a room. */
    public RoomScreen(RoomEntry room) {
        this.room = room;
    }

    /** The screen of the seat, or null before the first round has opened. */
    private @Nullable SeatScreen seat() {
        RoomSeat taken = room.seat();
        if (taken == null) {
            seat = null;
        } else if (seat == null && taken.board().observation() != null) {
            seat = new SeatScreen(taken, new HostPart(taken));
        }
        return seat;
    }

    @Override
    public @Nullable Map<String, Object> answer(String word, String rest, Phrases phrases) {
        SeatScreen taken = seat();
        if (word.equals("pick")) {
            int space = rest.indexOf(' ');
            room.pick(rest.substring(space + 1), rest.substring(0, space));
            return null;
        }
        return taken == null ? PageView.Served.super.answer(word, rest, phrases) : taken.answer(word, rest, phrases);
    }

    @Override
    public RoomLine line() {
        return room.line();
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        SeatScreen taken = seat();
        Map<String, Object> screen = taken == null ? waiting(phrases) : taken.screen(phrases);
        screen.put("link", PageView.Served.wrong(room.link(), phrases));
        ResumeTicket ticket = room.ticket();
        String spent = room.isSpent() ? "spent" : "";
        screen.put("spent", room.isGivenOn() ? "given" : spent);
        screen.put("ticket", ticket == null ? "" : room.isClass() ? ticket.token() + " class" : ticket.token());
        return screen;
    }

    private Map<String, Object> waiting(Phrases phrases) {
        Refusal refusal = room.refusal();
        Map<String, Object> screen = new LinkedHashMap<>();
        screen.put("kind", "waiting");
        String why = refusal == null ? "" : RefusalWords.of(phrases, refusal);
        boolean isAsked = room.isHeld() || room.isBeforeDoors() || room.isSeatless();
        screen.put("refused", isAsked ? "" : why);
        String text = phrases.of(room.ticket() != null ? "web.room.waiting" : "web.room.connecting");
        String waits = "";
        if (room.isHeld()) {
            waits = why;
        } else if (isAsked) {
            waits = phrases.of(room.isSeatless() ? "web.room.seatless" : "web.room.doors");
        }
        screen.put("text", refusal == null ? text : waits);
        List<String> names = new ArrayList<>();
        room.names().forEach(name -> names.add(SafeText.uncomposed(name, Wire.ID_CHARACTERS)));
        screen.put("names", names);
        screen.put("names_text", phrases.of("web.room.names"));
        screen.put("pick", phrases.of("web.room.pick"));
        screen.put("home", phrases.of("web.record.home"));
        if (room.mayAskAgain()) {
            screen.put("form", StartScreen.roomForm(phrases));
        }
        return screen;
    }
}
