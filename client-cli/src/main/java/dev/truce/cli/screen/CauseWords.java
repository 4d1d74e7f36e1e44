package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Cause;
import dev.truce.engine.explain.Share;
import dev.truce.engine.round.LevelChange;
import org.jspecify.annotations.Nullable;

/** How the causes of a side's score are called. What belongs to the other side has that side's name before it. */
final class CauseWords {
    private final Wording wording;
    private final Side side;

    /**
     * @param wording the words of the scenario
     * @param side whose score is explained
     */
    CauseWords(Wording wording, Side side) {
        this.wording = wording;
        this.side = side;
    }

    /** Returns a cause in one or two words, for example {@code CN PORT}. */
    String name(Cause cause) {
        if (cause instanceof Cause.OfInstrument of) {
            return before(of.instrument().holder()) + of.instrument().word();
        } else if (cause instanceof Cause.OfEvent of) {
            return Texts.of("cause.event." + of.event().name());
        } else {
            Cause.OfCircumstance of = (Cause.OfCircumstance) cause;
            return before(of.side()) + Texts.of("cause." + of.circumstance().name());
        }
    }

    /** Returns a cause with what happened, for example {@code CN PORT 0->400}. */
    String title(Share share) {
        if (!(share.cause() instanceof Cause.OfInstrument of)) {
            return name(share.cause());
        }
        Instrument instrument = of.instrument();
        String holder = before(instrument.holder());
        if (share.estimated()) {
            return Texts.of("cause.estimated", holder + instrument.word());
        }
        String moved = of.from() == of.to() || of.to() == Levels.UNSEEN || of.from() == Levels.UNSEEN
                ? instrument.word() + " " + wording.level(instrument, of.to())
                : wording.bareChange(new LevelChange(instrument, of.from(), of.to()));
        return of.fellIn() > 0 ? Texts.of("cause.fell", holder + moved, of.fellIn()) : holder + moved;
    }

    private String before(@Nullable Side whose) {
        return whose == null || whose == side ? "" : whose + " ";
    }
}
