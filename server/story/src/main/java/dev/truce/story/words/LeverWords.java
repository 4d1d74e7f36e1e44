package dev.truce.story.words;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import java.util.Locale;

/** Levers and their moves in sentences, without the notation in which they are typed. */
public final class LeverWords {
    /** How a lever moved: its key of a sentence. */
    public enum Move {
        /** A tariff or a fee is higher. */
        RAISED,
        /** A tariff or a fee is lower. */
        CUT,
        /** A side does less of what the other wants of it. */
        LOWERED,
        /** A side does more of what the other wants of it. */
        LIFTED,
        /** Another lever is harder. */
        TIGHTENED,
        /** Another lever is softer. */
        EASED;

        /** Returns how a lever moved. */
        public static Move of(LevelChange change) {
            Instrument instrument = change.instrument();
            boolean harder = Wording.isHarder(instrument, change.from(), change.to());
            if (instrument == Instrument.CN_SOY_PURCHASES || instrument == Instrument.CN_FENTANYL_ENFORCEMENT) {
                return harder ? LOWERED : LIFTED;
            }
            boolean isAmount = instrument.namedLevels() == 0;
            return harder ? isAmount ? RAISED : TIGHTENED : isAmount ? CUT : EASED;
        }
    }

    private final Wording wording;

    /**
     * @param wording the words of the scenario
     */
    public LeverWords(Wording wording) {
        this.wording = wording;
    }

    /** Returns the name of a lever within a sentence. */
    public String name(Instrument instrument) {
        return wording.running(instrument);
    }

    /** Returns what a side did with a lever, for example {@code China raised its counter-tariff from 0% to 10%.} */
    public String moved(Side side, LevelChange change) {
        return sentence("headline." + Move.of(change).name(), wording.side(side), change, name(change.instrument()));
    }

    /** Returns what a lever of a side that is named did without an order, by the key of its sentence. */
    public String byItself(String key, LevelChange change) {
        return sentence(key, "", change, name(change.instrument()));
    }

    /** Returns the same where its sentence stands alone, so that it is called by its full title. */
    public String alone(String key, LevelChange change) {
        return sentence(key, "", change, wording.title(change.instrument()));
    }

    private String sentence(String key, String who, LevelChange change, String lever) {
        Instrument instrument = change.instrument();
        return sentence(wording.text(
                key,
                who,
                lever,
                wording.levelTitle(instrument, change.from()),
                wording.levelTitle(instrument, change.to())));
    }

    /** Returns a text as the beginning of a sentence. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
