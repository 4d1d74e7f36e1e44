package dev.truce.bench.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one class.
 *
 * @param openedMillis from the wish for the class to its keys
 * @param page from the first request of a browser to the last byte of the page, or null if no page was loaded
 * @param pageBytes bytes of the files of a page as they are sent, 0 if none was loaded
 * @param join from the connection to the seat
 * @param doorMillis from the moment at which all came to the moment at which the last sat
 * @param ageSeconds how long the server had run when its first round was opened
 * @param bells one after the other
 * @param serverCpuMillis processor time of the server from the opening to the last bell
 */
record ClassFigures(
        double openedMillis,
        @Nullable Spread page,
        long pageBytes,
        Spread join,
        double doorMillis,
        double ageSeconds,
        List<BellFigures> bells,
        double serverCpuMillis) {
    ClassFigures {
        bells = List.copyOf(bells);
    }

    /**
     * A round.
     *
     * @param heard from the desk's wish to open it to the seat that hears of it
     * @param saved from the bell, at which all seats are done, to the answer that it is saved
     * @param told from the bell to the seat that hears how the round ended, which needs all tables
     */
    record BellFigures(Spread heard, Spread saved, Spread told) {}
}
