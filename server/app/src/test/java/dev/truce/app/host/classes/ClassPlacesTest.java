package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many classes come of what is asked while others are being opened. */
class ClassPlacesTest {
    /** As many as a server has. */
    private static final int MOST = 32;

    private static final String TEMPLATE = "title: Seminar\nscenario: busan-2025\nrounds: 2\n";

    @TempDir
    Path data;

    private ClassesAlone alone;

    @BeforeEach
    void open() throws Exception {
        alone = new ClassesAlone(data);
    }

    @AfterEach
    void close() {
        alone.close();
    }

    private CompletableFuture<Reply<ClassNews>> opens(String key, String template) {
        CompletableFuture<Reply<ClassNews>> answer = new CompletableFuture<>();
        alone.classes()
                .open(
                        new ClassRequest.Open(key, alone.deskKey().reveal(), template, "Name,Student number\nAnn,1\n"),
                        answer::complete);
        return answer;
    }

    private CompletableFuture<Reply<ClassNews>> opens(String key) {
        return opens(key, TEMPLATE);
    }

    /** Does what makes classes until this one is answered. */
    private ClassNews.Opened opened(CompletableFuture<Reply<ClassNews>> answer) throws Exception {
        while (!answer.isDone()) {
            Objects.requireNonNull(alone.opening().poll(30, TimeUnit.SECONDS), "nothing makes the class")
                    .run();
        }
        Reply<ClassNews> reply = answer.get();
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return (ClassNews.Opened) ((Reply.Done<ClassNews>) reply).value();
    }

    private static Refusal refused(CompletableFuture<Reply<ClassNews>> answer) throws Exception {
        return ((Reply.Refused<ClassNews>) answer.get(30, TimeUnit.SECONDS)).refusal();
    }

    private int listed() throws Exception {
        CompletableFuture<Reply<ClassNews>> all = new CompletableFuture<>();
        alone.classes().list(new ClassRequest.ListAll(alone.deskKey().reveal(), false), all::complete);
        return ((ClassNews.Listed) ((Reply.Done<ClassNews>) all.get(30, TimeUnit.SECONDS)).value())
                .classes()
                .size();
    }

    @Test
    void aKeyThatIsUsedTwiceAtATimeOpensOneClass() throws Exception {
        CompletableFuture<Reply<ClassNews>> first = opens("the-key-of-a-class");
        CompletableFuture<Reply<ClassNews>> second = opens("the-key-of-a-class");

        assertThat(alone.opening()).hasSize(1);
        assertThat(refused(second).code()).isEqualTo(ConnectionCode.RETRY);
        assertThat(opened(first).students()).hasSize(1);
        assertThat(opened(opens("the-key-of-a-class")))
                .as("once it is open")
                .satisfies(again -> assertThat(again.students()).isEmpty())
                .extracting(ClassNews.Opened::classCode)
                .isEqualTo(opened(first).classCode());
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void classesThatAreBeingOpenedHaveTheirPlaces() throws Exception {
        CompletableFuture<Reply<ClassNews>> first = opens("class-0");
        for (int i = 1; i < MOST; i++) {
            assertThat(opens("class-" + i)).isNotDone();
        }

        assertThat(refused(opens("class-" + MOST)).key()).isEqualTo("refused.retry.classes");
        opened(first);
        assertThat(refused(opens("class-" + MOST)).key()).isEqualTo("refused.retry.classes");
    }

    @Test
    void whatIsRefusedKeepsNoPlaceAndNoKey() throws Exception {
        for (int i = 0; i <= MOST; i++) {
            assertThat(refused(opens("one-key", "title: Seminar\nscenario: none\n"))
                            .code())
                    .isEqualTo(ConnectionCode.UNKNOWN_SCENARIO);
        }
        assertThat(opened(opens("one-key")).students()).hasSize(1);
    }

    /** Whatever goes wrong while a class is made: its key may be used again, and its place. */
    @Test
    void aFaultKeepsNoPlaceAndNoKey() throws Exception {
        CompletableFuture<Reply<ClassNews>> wrong = opens("one-key");
        alone.keyless(true);
        Objects.requireNonNull(alone.opening().poll(30, TimeUnit.SECONDS)).run();
        assertThat(refused(wrong).code()).isEqualTo(ConnectionCode.RETRY);
        alone.keyless(false);
        assertThat(opened(opens("one-key")).students()).hasSize(1);
        assertThat(listed()).isEqualTo(1);
    }
}
