package dev.truce.story.words;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Cause;
import dev.truce.engine.explain.Share;
import dev.truce.engine.report.LevelChange;
import org.jspecify.annotations.Nullable;

/** How the causes of a side's score are called. What belongs to the other side has that side's name before it. */
public final class CauseWords {
    private final Wording wording;
    private final Side side;

    /**
     * @param wording the words of the scenario
     * @param side whose score is explained
     */
    public CauseWords(Wording wording, Side side) {
        this.wording = wording;
        this.side = side;
    }

    /** Returns a cause in one or two words, for example {@code CN PORT}. */
    public String name(Cause cause) {
        if (cause instanceof Cause.OfInstrument of) {
            return before(of.instrument().holder()) + of.instrument().word();
        } else if (cause instanceof Cause.OfEvent of) {
            return wording.text("cause.event." + of.event().name());
        } else if (cause instanceof Cause.OfRedLine of) {
            return before(of.line().holder())
                    + wording.text("cause.red-line", of.line().word());
        } else {
            Cause.OfCircumstance of = (Cause.OfCircumstance) cause;
            return before(of.side()) + wording.text("cause." + of.circumstance().name());
        }
    }

    /** Returns a cause with what happened, for example {@code CN PORT 0->400}. */
    public String title(Share share) {
        if (!(share.cause() instanceof Cause.OfInstrument of)) {
            return name(share.cause());
        }
        Instrument instrument = of.instrument();
        String holder = before(instrument.holder());
        if (share.estimated()) {
            return wording.text("cause.estimated", holder + instrument.word());
        }
        String moved = of.from() == of.to() || of.to() == Levels.UNSEEN || of.from() == Levels.UNSEEN
                ? instrument.word() + " " + wording.level(instrument, of.to())
                : wording.bareChange(new LevelChange(instrument, of.from(), of.to()));
        return of.fellIn() > 0 ? wording.text("cause.fell", holder + moved, of.fellIn()) : holder + moved;
    }

    private String before(@Nullable Side whose) {
        return whose == null || whose == side ? "" : whose + " ";
    }
}
