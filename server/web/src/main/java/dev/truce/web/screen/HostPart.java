package dev.truce.web.screen;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.talk.Channel;
import dev.truce.match.Notice;
import dev.truce.match.notation.TimeText;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.NoticeWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import dev.truce.web.seat.PageSeat;
import dev.truce.web.seat.SeatNotices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a seat is told of the host of its room, the clock and its colleagues: the latest lines, and how much time there is. */
final class HostPart implements SeatPart {
    /** As many lines as a phone shows at once. */
    private static final int LINES = 8;

    @Override
    public void put(Map<String, Object> screen, PageSeat seat, Wording wording, String inaction) {
        screen.put("asks", seat.hasInstructor());
        SeatNotices heard = seat.notices();
        screen.put("counsel", CounselPart.of(seat.board(), wording));
        if (heard == null) {
            return;
        }
        screen.put("scopes", scopes(seat.board(), wording));
        boolean stands = heard.deadline().stands();
        screen.put("left", stands ? 0L : heard.leftMillis());
        screen.put("stands", stands ? standing(heard.leftMillis(), wording) : "");
        screen.put("time", heard.left().isEmpty() ? "" : wording.text("notices.left", heard.left(), inaction));
        screen.put("notices", lines(heard, seat.board(), wording));
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
    private static List<String> lines(SeatNotices heard, SeatBoard board, Wording wording) {
        List<SeatNotices.Told> notices = heard.latest();
        List<String> lines = new ArrayList<>();
        heard.facts().forEach((fact, holds) -> lines.add(NoticeWords.of(wording.phrases(), fact, holds)));
        if (heard.isSeedChosen()) {
            lines.add(wording.text("facts.seed-chosen"));
        }
        for (int i = notices.size() - 1; i >= 0 && lines.size() < LINES; i--) {
            String line = line(notices.get(i), board, wording);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String line(SeatNotices.Told told, SeatBoard board, Wording wording) {
        Notice notice = told.notice();
        if (notice instanceof Notice.CardPlayed played) {
            return new CardWords(wording).played(played.card(), played.round());
        } else if (notice instanceof Notice.Drafted || notice instanceof Notice.Voted) {
            return new CounselWords(board, wording).told(notice);
        }
        return NoticeWords.ofPage(
                        wording.phrases(),
                        wording::safe,
                        board.delegates()::own,
                        () -> saved(told.saved(), board, wording))
                .sentence(notice);
    }

    private static String saved(@Nullable Orders orders, SeatBoard board, Wording wording) {
        return orders == null ? wording.text("saved.nothing") : wording.orders(orders, board::level);
    }
}
