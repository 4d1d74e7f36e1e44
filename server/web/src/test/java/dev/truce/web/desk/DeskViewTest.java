package dev.truce.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.Role;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk whose instructor is faster than the answers of the server. */
class DeskViewTest {
    private static final Phrases ENGLISH = Bundles.of(Language.EN);

    private final DeskServer server = new DeskServer();
    private final DeskView desk = new DeskView(
            server,
            new Conversation.Speaker(Role.PLAYER, "page", "2", new SplittableRandom(1), Conversation.Waits.USUAL),
            () -> "key-of-16-letters",
            () -> 0,
            () -> ENGLISH,
            0,
            "CODE",
            "secret");

    @BeforeEach
    void connects() {
        server.connects(desk.line());
    }

    private void answers(ClassNews news) {
        server.answers(desk.line(), news);
    }

    private String shown(String name) {
        return String.valueOf(desk.screen(ENGLISH).get(name));
    }

    @Test
    void aDocumentThatIsChosenMeanwhileIsNotMixedWithTheFirst() {
        desk.answer("document", "DEBRIEF_TEXT PSEUDONYM", ENGLISH);
        answers(new ClassNews.TextRead(1, 2, "aa", "first half, "));
        desk.answer("document", "GRADES REAL", ENGLISH);
        answers(new ClassNews.TextRead(2, 2, "aa", "second half"));
        assertThat(shown("file")).isEmpty();
        while (server.waiting() > 0) {
            answers(new ClassNews.TextRead(1, 1, "bb", "grades"));
        }
        assertThat(shown("file")).isEqualTo("GRADES");
        assertThat(desk.answer("text", "", ENGLISH)).containsEntry("text", "grades");
    }

    @Test
    void eachActIsToldOfItsOwnAnswer() {
        desk.answer("type", "PAUSE", ENGLISH);
        desk.answer("type", "EXTEND 1:00", ENGLISH);
        answers(new ClassNews.Done(1, List.of(), ""));
        assertThat(shown("said")).contains("PAUSE").doesNotContain("EXTEND");
        answers(new ClassNews.Done(2, List.of(), ""));
        assertThat(shown("said")).contains("EXTEND").doesNotContain("PAUSE");
        assertThat(server.waiting()).isZero();
    }
}
