package dev.truce.web.screen;

import dev.truce.match.record.verify.RecordReplay;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.outlook.LinesTopic;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import dev.truce.web.seat.PageSeat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The screen of a seat in a match that was taken up in the middle of a record; at its end both lines stand beside each other. */
public final class BranchScreen implements PageView {
    private final RecordReplay was;
    private final int round;
    private final PageSeat seat;
    private final SeatScreen screen;

    /**
     * Makes the screen.
     *
     * @param was the record
     * @param round in which the match was taken up
     * @param seat in the match that goes on from there
     */
    public BranchScreen(RecordReplay was, int round, PageSeat seat) {
        this.was = was;
        this.round = round;
        this.seat = seat;
        this.screen = new SeatScreen(seat);
    }

    @Override
    public @Nullable Map<String, Object> answer(String word, String rest, Phrases phrases) {
        return screen.answer(word, rest, phrases);
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        Map<String, Object> shown = screen.screen(phrases);
        if (shown.containsKey("end_all")) {
            Wording wording = new Wording(
                    seat.rules().scenario(), phrases, text -> SafeText.uncomposed(text, RecordScreen.MAX_WORDS));
            shown.put(
                    "end",
                    new BlockWriter()
                            .blocks(new LinesTopic(wording)
                                    .page(round, was.views(), seat.board().rounds())));
        }
        return shown;
    }
}
