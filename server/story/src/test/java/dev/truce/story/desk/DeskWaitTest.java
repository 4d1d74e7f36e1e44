package dev.truce.story.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.view.PublicRound;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskWaitTest {
    private static final PublicRound ROUND = new PublicRound(
            1, 30, List.of(), false, false, 0, 0, PublicRound.Ended.NOTHING, false, List.of(), List.of(), List.of());

    /** A table; in a class that opens rounds together it tells the next round as soon as one is resolved. */
    private static TableChanged table(TablePhase phase, int round, int resolved) {
        return new TableChanged(1, "m", phase, false, round, 0, 0, List.of(), 8, Collections.nCopies(resolved, ROUND));
    }

    private static DeskWait wait(String line) {
        return DeskWait.read(line, List.of()).orElseThrow();
    }

    @Test
    void aTableThatHasComeFurtherHasCome() {
        DeskWait open = wait("wait open r3");
        assertThat(open.hasCome(table(TablePhase.LOBBY, 1, 0))).isFalse();
        assertThat(open.hasCome(table(TablePhase.SHUT, 2, 1))).isFalse();
        assertThat(open.hasCome(table(TablePhase.BETWEEN, 3, 2))).isFalse();
        assertThat(open.hasCome(table(TablePhase.OPEN, 3, 2))).isTrue();
        assertThat(open.hasCome(table(TablePhase.OVERTIME, 3, 2))).isTrue();
        assertThat(open.hasCome(table(TablePhase.SHUT, 3, 2))).isTrue();
        assertThat(open.hasCome(table(TablePhase.BETWEEN, 4, 3))).isTrue();
        assertThat(wait("wait between r3").hasCome(table(TablePhase.BETWEEN, 3, 2)))
                .isTrue();
        assertThat(wait("wait shut r3").hasCome(table(TablePhase.OPEN, 3, 2))).isFalse();
    }

    @Test
    void aTableThatGoesNoFurtherHasComeOrNeverDoes() {
        assertThat(wait("wait open r2").hasCome(table(TablePhase.OVER, 3, 2))).isTrue();
        assertThat(wait("wait open r3").hasCome(table(TablePhase.OVER, 3, 2))).isFalse();
        assertThat(wait("wait open r3").isHopeless(table(TablePhase.OVER, 3, 2)))
                .as("the match was over with round 2")
                .isTrue();
        assertThat(wait("wait open r3").isHopeless(table(TablePhase.OPEN, 2, 1)))
                .isFalse();
        assertThat(wait("wait over").hasCome(table(TablePhase.OVER, 3, 2))).isTrue();
        assertThat(wait("wait over").isHopeless(table(TablePhase.FAULT, 3, 2))).isTrue();
        assertThat(wait("wait open r1").isHopeless(table(TablePhase.FAULT, 3, 2)))
                .isTrue();
        assertThat(wait("wait fault").hasCome(table(TablePhase.FAULT, 3, 2))).isTrue();
    }

    @Test
    void aLineWithoutARoundMeansThatOfTheTables() {
        List<TableChanged> open = List.of(table(TablePhase.SHUT, 2, 1), table(TablePhase.OVER, 2, 1));
        assertThat(DeskWait.read("wait shut", open)).map(DeskWait::round).contains(2);
        assertThat(DeskWait.read("wait between", open)).map(DeskWait::round).contains(3);
        List<TableChanged> between = List.of(table(TablePhase.BETWEEN, 3, 2));
        assertThat(DeskWait.read("WAIT Between", between)).map(DeskWait::round).contains(3);
        assertThat(DeskWait.read("wait open", List.of())).map(DeskWait::round).contains(1);
    }

    @Test
    void aWaitIsAsLongAsItSaysAndAnHourAtMost() {
        assertThat(wait("wait open r2").mostMillis()).isEqualTo(DeskWait.LONGEST_MILLIS);
        assertThat(wait("wait open r2 5:30").mostMillis()).isEqualTo(330_000);
        assertThat(wait("wait over 0:10").mostMillis()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "wait r2", "wait opened", "wait open r2 60:01", "wait open r2 soon", "wait open 5"})
    void whatIsNoPhaseOrTimeIsNoWait(String line) {
        assertThat(DeskWait.isMeant(line)).isTrue();
        assertThat(DeskWait.read(line, List.of())).isEmpty();
    }
}
