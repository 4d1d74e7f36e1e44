package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Likewise by the third ruleset: decisions on accusations, texts and layers are in the journal and in the record. */
    @ParameterizedTest
    @CsvSource({"1, US", "2, CN", "3, US", "20260101, CN"})
    void aMatchWithAccusationsIsItsJournalAndItsRecord(long seed, Side accused) {
        Table table = Table.accused(6, seed, accused);
        SplitMix64 random = new SplitMix64(seed);
        EnumSet<AccusationChoice> decided = EnumSet.noneOf(AccusationChoice.class);
        int seen = 0;
        while (!table.referee.isOver()) {
            int round = table.referee.openRound();
            for (Side side : Side.values()) {
                Table.At seat = table.seat(side.name());
                seat.offers(round % 3 == 0 ? "US.FENT=0 CN.SOY=8 for 2" : "renewal 3");
                seat.submits(random.nextInt(2) == 0 ? "HOLD" : side == Side.US ? "PACE=0" : "SOY=0; ENFORCE=0");
                Instrument on = table.referee.state().side(side.other()).accusedOn();
                for (int i = on == null ? 0 : 2; i > 0; i--) {
                    AccusationChoice choice = AccusationChoice.values()[(seen + i) % 3];
                    assertThat(seat.judges(Objects.requireNonNull(on), choice).isAccepted())
                            .isTrue();
                    decided.add(choice);
                    same(table);
                }
                seen += on == null ? 0 : 1;
            }
            table.seat("CN").accepts("US-" + table.heardBy(Side.CN));
            table.everybodyIsReady();
            same(table);
        }
        assertThat(decided).contains(AccusationChoice.INSPECT, AccusationChoice.SUSPEND);
        String text = RecordText.write(table.referee.record(), Table.THIRD.scenario());
        assertThat(text).contains(" JUDGE ");
        RecordReading reading = RecordReader.read(text, id -> Optional.of(Table.THIRD.scenario()));
        assertThat(reading).isInstanceOf(RecordReading.Read.class);
        assertThat(Verification.verify(((RecordReading.Read) reading).match(), Table.THIRD))
                .isInstanceOf(Verification.Verified.class);
    }

    private static void same(Table table) {
        Referee live = table.referee;
        Referee again = Referee.replay(table.rules, table.setup, table.terms, table.journal);
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
