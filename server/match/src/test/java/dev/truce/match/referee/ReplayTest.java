package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal is the match. */
class ReplayTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_260_101})
    void replayingTheJournalGivesTheLiveMatchAfterEveryInput(long seed) {
        Table table = Table.of(6, seed);
        SplitMix64 random = new SplitMix64(seed);
        table.start();
        same(table);
        while (!table.referee.isOver()) {
            table.seat("US").submits("PORT=80");
            same(table);
            table.seat("US").undoes();
            same(table);
            table.playAtRandom(random);
            same(table);
        }
    }

    private static void same(Table table) {
        Referee live = table.referee;
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.state()).isEqualTo(live.state());
        assertThat(again.stateHash()).isEqualTo(live.stateHash());
        assertThat(again.chain()).isEqualTo(live.chain());
        assertThat(again.openRound()).isEqualTo(live.openRound());
        for (Seat seat : List.of(Seat.US_HEAD, Seat.CN_HEAD)) {
            assertThat(again.sealed(seat)).isEqualTo(live.sealed(seat));
            assertThat(again.isReady(seat)).isEqualTo(live.isReady(seat));
        }
        for (Viewer viewer : Viewer.values()) {
            assertThat(again.history(viewer)).isEqualTo(live.history(viewer));
        }
    }

    @Test
    void theTableOfMoveIdsIsPartOfTheReplay() {
        Table table = Table.open(3);
        Ruling first = table.seat("US").sends("a", 1, "PORT=80");
        table.everybodyIsReady();
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        Ruling resent = again.handle(new Input.Does(
                Seat.US_HEAD, 1, "a", new Deed.Submit(Table.requested("PORT=80", dev.truce.engine.board.Side.US))));
        assertThat(resent.verdict()).isEqualTo(first.verdict());
        assertThat(resent.effects()).isEmpty();
    }

    @Test
    void refusedAndRepeatedInputsAreNotInTheJournal() {
        Table table = Table.open(3);
        table.seat("US").sends("a", 1, "PORT=80");
        int written = table.journal.size();
        table.seat("US").sends("a", 1, "PORT=80");
        table.seat("US").submits("CHIP=open");
        table.seat("US").sends("b", 9, "HOLD");
        assertThat(table.journal).hasSize(written);
    }

    @Test
    void aJournalOfAnotherMatchIsRefusedLoudly() {
        Table table = Table.open(3);
        table.everybodyIsReady();
        List<Input> inputs = table.journal.subList(1, table.journal.size());
        assertThatThrownBy(() -> Referee.replay(Table.RULES, table.setup, table.terms, inputs))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("input 0 of the journal is refused: WRONG_PHASE");
    }
}
