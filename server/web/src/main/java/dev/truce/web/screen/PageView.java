package dev.truce.web.screen;

import dev.truce.protocol.client.LinkState;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.web.seat.Link.LinkListener;
import dev.truce.web.seat.RoomLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page shows, one at a time: a match, a record, a room. */
@FunctionalInterface
public interface PageView {
    /** Returns the whole screen; the script draws it by its {@code kind}. */
    Map<String, Object> screen(Phrases phrases);

    /**
     * Does what a request asks.
     *
     * @return what answers it, or null if the whole screen does
     * @throws IllegalArgumentException if this view has no such request
     */
    default @Nullable Map<String, Object> answer(String word, String rest, Phrases phrases) {
        throw new IllegalArgumentException("no request " + word);
    }

    /** Who hears what the server says, or null if the view needs no server. */
    default @Nullable LinkListener line() {
        return null;
    }

    /** The page shows something else from now on; a place at the server stays. */
    default void leave() {}

    /** What the page shows with the help of its server, over a line of its own. */
    interface Served extends PageView {
        /** The line, which ends when something else is shown. */
        @Override
        RoomLine line();

        @Override
        default void leave() {
            line().end();
        }

        /** Returns what is wrong with a link, or an empty text. */
        static String wrong(@Nullable LinkState link, Phrases phrases) {
            if (link instanceof LinkState.Lost lost) {
                return phrases.of(lost.planned() ? "web.room.stopped" : "web.room.lost");
            } else if (link instanceof LinkState.TakenOver) {
                return phrases.of("web.room.taken-over");
            }
            return link instanceof LinkState.Closed closed ? RefusalWords.of(phrases, closed.refusal()) : "";
        }
    }
}
