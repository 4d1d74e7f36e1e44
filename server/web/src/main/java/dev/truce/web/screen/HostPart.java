package dev.truce.web.screen;

import dev.truce.engine.talk.Channel;
import dev.truce.match.notation.TimeText;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.NoticeWords;
import dev.truce.story.heard.Telling;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import dev.truce.web.screen.SeatScreen.SeatPart;
import dev.truce.web.seat.RoomSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a seat is told of the host of its room, the clock and its colleagues: the latest lines, and how much time there is. */
final class HostPart implements SeatPart {
    /** As many lines as a phone shows at once. */
    private static final int LINES = 8;

    private final RoomSeat seat;

    HostPart(RoomSeat seat) {
        this.seat = seat;
    }

    @Override
    public void put(Map<String, Object> screen, Wording wording, String inaction) {
        Hearing heard = seat.hearing();
        screen.put("asks", seat.hasInstructor());
        screen.put("counsel", CounselPart.of(seat.board(), wording));
        screen.put("scopes", scopes(seat.board(), wording));
        boolean stands = heard.deadline().stands();
        screen.put("left", stands ? 0L : seat.leftMillis());
        screen.put("stands", stands ? standing(seat.leftMillis(), wording) : "");
        screen.put("time", heard.left().isEmpty() ? "" : wording.text("notices.left", heard.left(), inaction));
        screen.put("notices", lines(heard, wording));
    }

    /** Returns to whom this seat may speak, the widest first. */
    private static List<Object> scopes(SeatBoard board, Wording wording) {
        TalkWords words = new TalkWords(wording);
        List<Object> scopes = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (channel != Channel.DELEGATION || !board.delegates().isNone()) {
                scopes.add(Map.of("value", channel.name(), "text", words.scope(channel, board.side())));
            }
        }
        return scopes;
    }

    private static String standing(long millis, Wording wording) {
        return millis == 0
                ? wording.text("notices.paused.no-limit")
                : wording.text("notices.paused", TimeText.left(millis));
    }

    /** Returns the latest lines, the newest first. */
    private List<String> lines(Hearing heard, Wording wording) {
        List<Telling> listed = seat.listed();
        List<String> lines = new ArrayList<>();
        heard.facts().forEach((fact, holds) -> lines.add(NoticeWords.of(wording.phrases(), fact, holds)));
        if (heard.isSeedChosen()) {
            lines.add(wording.text("facts.seed-chosen"));
        }
        for (int i = listed.size() - 1; i >= 0 && lines.size() < LINES; i--) {
            String line = listed.get(i).text(wording);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
