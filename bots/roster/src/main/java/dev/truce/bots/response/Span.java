package dev.truce.bots.response;

import dev.truce.engine.board.Instrument;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a seat does in some rounds, whatever it would do else.
 *
 * @param from first of the rounds
 * @param to last of the rounds
 * @param kind what is done
 * @param instrument what is ordered, or null if nothing is
 * @param level its level from 0; ordered where that is legal
 */
public record Span(int from, int to, Kind kind, @Nullable Instrument instrument, int level) {
    /** What may be done in place of something else. */
    public enum Kind {
        /** An instrument is set to a level. */
        ORDER,
        /** No offer is made. */
        OFFER_NOTHING,
        /** No offer is accepted. */
        ACCEPT_NOTHING,
        /** Every offer is accepted. */
        ACCEPT_EVERYTHING;

        /** Returns its words in a file. */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Sets an instrument to a level. */
    public static Span order(int from, int to, Instrument instrument, int level) {
        return new Span(from, to, Kind.ORDER, instrument, level);
    }

    /** Does what is no order. */
    public static Span talk(int from, int to, Kind kind) {
        return new Span(from, to, kind, null, 0);
    }

    /** Returns whether a search may order it: whether a 301 tariff is legal depends on the investigation in the same round. */
    public static boolean isFree(Instrument instrument) {
        return instrument != Instrument.US_SECTION301_INVESTIGATION && instrument != Instrument.US_SECTION301_TARIFF;
    }

    boolean covers(int round) {
        return round >= from && round <= to;
    }

    /** Returns its text in a file. */
    String text() {
        String rounds = "from " + from + " to " + to + " ";
        return instrument == null
                ? rounds + kind.words()
                : rounds + kind.words() + " " + instrument.qualifiedWord() + " " + level;
    }
}
