package dev.truce.web.bridge;

import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.message.Role;
import dev.truce.story.words.Phrases;
import dev.truce.web.desk.BoardView;
import dev.truce.web.desk.DeskDoor;
import dev.truce.web.desk.DeskView;
import dev.truce.web.screen.PageView;
import dev.truce.web.seat.Link;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Open what an instructor needs of a class. */
final class ClassOpeners {
    private final Link browser;
    private final IntSupplier random;
    private final LongSupplier clock;
    private final Supplier<Phrases> language;

    /**
     * Openers over one link.
     *
     * @param browser connects to the server
     * @param random gives 32 bits that nobody can guess
     * @param clock now, in milliseconds since 1970
     * @param language the texts of the page now
     */
    ClassOpeners(Link browser, IntSupplier random, LongSupplier clock, Supplier<Phrases> language) {
        this.browser = browser;
        this.random = random;
        this.clock = clock;
        this.language = language;
    }

    /** All openers by the word of their request. */
    Map<String, Opener> byWord() {
        return Map.of(
                "door",
                DeskDoor::new,
                "desk",
                rest -> desk(rest.split(" ", 3)),
                "board",
                rest -> board(rest.split(" ", 2)));
    }

    /** Opens a desk: what the time is ahead of Greenwich, the code of the class, a secret. */
    private PageView desk(String[] words) {
        return new DeskView(
                browser,
                speaker(Role.INSTRUCTOR),
                this::key,
                clock,
                language,
                Integer.parseInt(words[0]),
                words[1],
                words[2]);
    }

    /** Opens a board: the code of the class, the origin of the page. */
    private PageView board(String[] words) {
        return new BoardView(browser, speaker(Role.OBSERVER), this::key, clock, words[0], words[1]);
    }

    private Conversation.Speaker speaker(Role role) {
        return new Conversation.Speaker(
                role, "page", "2", new SplittableRandom(random.getAsInt()), Conversation.Waits.USUAL);
    }

    private String key() {
        return RequestKey.drawn(random);
    }
}
