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
    /** Whether levers are named as people call them, and not as they are typed. */
    private final boolean plain;

    /**
     * @param wording the words of the scenario
     * @param side whose score is explained
     */
    public CauseWords(Wording wording, Side side) {
        this(wording, side, false);
    }

    private CauseWords(Wording wording, Side side, boolean plain) {
        this.wording = wording;
        this.side = side;
        this.plain = plain;
    }

    /** Returns the words without what is typed. */
    public static CauseWords plain(Wording wording, Side side) {
        return new CauseWords(wording, side, true);
    }

    /** Returns a cause in one or two words, for example {@code CN PORT}. */
    public String name(Cause cause) {
        if (cause instanceof Cause.OfInstrument of) {
            return before(of.instrument().holder()) + word(of.instrument());
        } else if (cause instanceof Cause.OfEvent of) {
            return wording.text("cause.event." + of.event().name());
        } else if (cause instanceof Cause.OfRedLine of) {
            return before(of.line().holder()) + wording.text("cause.red-line", word(of.line()));
        } else {
            Cause.OfCircumstance of = (Cause.OfCircumstance) cause;
            boolean wanting = plain && of.circumstance() == Cause.Circumstance.OWN_TEXT;
            return before(of.side())
                    + wording.text(
                            wanting
                                    ? "cause.plain.OWN_TEXT"
                                    : "cause." + of.circumstance().name());
        }
    }

    private String word(Instrument instrument) {
        return plain ? wording.shortTitle(instrument) : instrument.word();
    }

    /** Returns a cause with what happened, for example {@code CN PORT 0->400}. */
    public String title(Share share) {
        if (!(share.cause() instanceof Cause.OfInstrument of)) {
            return name(share.cause());
        }
        Instrument instrument = of.instrument();
        String holder = before(instrument.holder());
        if (share.estimated()) {
            return wording.text("cause.estimated", holder + (plain ? wording.running(instrument) : instrument.word()));
        }
        boolean still = of.from() == of.to() || of.to() == Levels.UNSEEN || of.from() == Levels.UNSEEN;
        String moved = plain
                ? moved(of, still)
                : still
                        ? instrument.word() + " " + wording.level(instrument, of.to())
                        : wording.bareChange(new LevelChange(instrument, of.from(), of.to()));
        return of.fellIn() > 0 ? wording.text("cause.fell", holder + moved, of.fellIn()) : holder + moved;
    }

    private String moved(Cause.OfInstrument of, boolean still) {
        Instrument instrument = of.instrument();
        String name = wording.running(instrument);
        if (of.to() == Levels.UNSEEN) {
            return name;
        }
        String to = wording.levelTitle(instrument, of.to());
        return still
                ? wording.text("cause.plain.at", name, to)
                : wording.text("cause.plain.moved", name, wording.levelTitle(instrument, of.from()), to);
    }

    private String before(@Nullable Side whose) {
        if (whose == null || whose == side) {
            return "";
        }
        return plain ? wording.text("cause.plain.of", LeverWords.sentence(wording.side(whose))) : whose + " ";
    }
}
