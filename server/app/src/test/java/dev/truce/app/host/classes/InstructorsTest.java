package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.room.PlaceToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstructorsTest {
    private static final long START = 1_796_000_000_000L;

    private final SecureRandom random = new SecureRandom();
    private final PlaceToken deskKey = PlaceToken.draw(random);
    private long now = START;
    private final Instructors instructors = new Instructors(deskKey, () -> Instant.ofEpochMilli(now), random);

    private String link(long madeMillis) {
        return TeachLink.draw(deskKey, madeMillis, random);
    }

    @Test
    void aLinkGivesOnePassAndNoSecond() {
        String link = link(now);

        String pass = instructors.enter(link).orElseThrow().pass().reveal();

        assertThat(instructors.know(pass)).isTrue();
        assertThat(instructors.know(link)).isFalse();
        assertThat(instructors.enter(link)).isEmpty();
        for (char last : "AEIMQUYcgkosw048BFJNRVZdhlptx159".toCharArray()) {
            String spelling = link.substring(0, link.length() - 1) + last;
            assertThat(instructors.enter(spelling)).as(spelling).isEmpty();
        }
        assertThat(instructors.enter(pass).orElseThrow().pass().reveal()).isEqualTo(pass);
    }

    @Test
    void noOtherLinkGivesAPass() {
        String good = link(now);
        char last = good.charAt(good.length() - 2);
        String forged =
                good.substring(0, good.length() - 2) + (last == 'A' ? 'B' : 'A') + good.charAt(good.length() - 1);

        assertThat(instructors.enter(forged)).as("a seal of another key").isEmpty();
        assertThat(instructors.enter(TeachLink.draw(PlaceToken.draw(random), now, random)))
                .as("made with another desk key")
                .isEmpty();
        assertThat(instructors.enter(link(START - 1)))
                .as("made before the server started")
                .isEmpty();
        assertThat(instructors.enter(link(now + TeachLink.LIFE.toMillis() + 1)))
                .as("made by a clock that is far ahead")
                .isEmpty();
        now += TeachLink.LIFE.toMillis() + 1;
        assertThat(instructors.enter(good)).as("older than an hour").isEmpty();
        assertThat(instructors.enter("")).isEmpty();
        assertThat(instructors.enter(link(now))).isPresent();
    }

    @Test
    void aPassEndsAfterALongSilenceAndPassesAreBounded() {
        String first = instructors.enter(deskKey.reveal()).orElseThrow().pass().reveal();
        now += Instructors.IDLE.toMillis();
        assertThat(instructors.isPass(first)).isTrue();
        now += Instructors.IDLE.toMillis() + 1;
        assertThat(instructors.isPass(first)).isFalse();

        String second = instructors.enter(deskKey.reveal()).orElseThrow().pass().reveal();
        for (int i = 0; i < Instructors.MAX_PASSES; i++) {
            assertThat(instructors.enter(deskKey.reveal())).isPresent();
        }
        assertThat(instructors.isPass(second)).isFalse();
        assertThat(instructors.know(deskKey.reveal())).isTrue();
    }

    @Test
    void usedLinksAreRememberedForTheirHourAndNoLonger() {
        for (int i = 0; i < Instructors.MAX_USED; i++) {
            assertThat(instructors.enter(link(now))).isPresent();
        }
        assertThat(instructors.enter(link(now))).as("one more").isEmpty();
        now += TeachLink.LIFE.plus(Duration.ofMillis(1)).toMillis();
        assertThat(instructors.enter(link(now))).isPresent();
    }

    @Test
    void whatLetABrowserInIsKnown() {
        Instructors.LetIn byKey = instructors.enter(deskKey.reveal()).orElseThrow();

        assertThat(byKey.with()).isEqualTo(Instructors.Entry.KEY);
        assertThat(instructors.enter(link(now)).orElseThrow().with()).isEqualTo(Instructors.Entry.LINK);
        assertThat(instructors.enter(byKey.pass().reveal()).orElseThrow().with())
                .isEqualTo(Instructors.Entry.PASS);
    }

    @Test
    void noSecretStandsInALog() {
        String link = link(now);
        TeachLink read = TeachLink.read(deskKey, link).orElseThrow();
        Instructors.LetIn letIn = instructors.enter(link).orElseThrow();

        assertThat(read.toString()).doesNotContain(read.chance());
        assertThat(letIn.toString()).doesNotContain(letIn.pass().reveal());
    }
}
