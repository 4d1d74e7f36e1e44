package dev.truce.web.screen;

import dev.truce.story.words.Wording;
import java.util.Map;

/** What a match that others hold adds to the screen of a seat. The program of a first visit has none. */
@FunctionalInterface
interface SeatPart {
    /**
     * Puts it on the screen.
     *
     * @param inaction what happens if the seat does nothing
     */
    void put(Map<String, Object> screen, Wording wording, String inaction);
}
