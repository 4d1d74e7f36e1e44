package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F2 over whole matches: two that differ only in what one side has sealed sound the same to everybody until the round closes. */
class SealedAtAnyTimeTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsToldBeforeTheCloseDoesNotDependOnWhatIsSealed(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        Side sealing = seed % 2 == 0 ? Side.US : Side.CN;
        Table one = Table.of(8, seed);
        Table two = Table.of(8, seed);
        List<Table> both = List.of(one, two);
        both.forEach(Table::start);
        for (int round = random.nextInt(7); round > 0; round--) {
            long play = random.nextInt(1000);
            both.forEach(table -> table.playAtRandom(new SplitMix64(play)));
        }
        for (int change = 0; change < 4; change++) {
            Orders some = one.atRandom(sealing, random);
            Orders others = change == 0 ? Orders.HOLD : two.atRandom(sealing, random);
            assertThat(seal(one, sealing, some)).isTrue();
            assertThat(seal(two, sealing, others)).isTrue();
        }
        List<Object> answers = new ArrayList<>();
        for (Table table : both) {
            table.seat(sealing.name()).isReady();
            answers.add(table.seat(sealing.other().name()).submits("HOLD"));
            answers.add(table.seat(sealing.other().name()).undoes());
        }
        assertThat(answers.subList(0, 2)).isEqualTo(answers.subList(2, 4));
        for (Viewer viewer : Viewer.values()) {
            assertThat(one.told(viewer)).isEqualTo(two.told(viewer));
            assertThat(one.referee.history(viewer)).isEqualTo(two.referee.history(viewer));
        }
        assertThat(one.referee.sealed(Seat.head(sealing))).isNotEqualTo(two.referee.sealed(Seat.head(sealing)));
    }

    /** The same of decisions on an accusation, which only their own side may know of before the close; after it everybody does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsToldBeforeTheCloseDoesNotDependOnHowAnAccusationIsDecided(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        Side judging = seed % 2 == 0 ? Side.US : Side.CN;
        Table one = Table.accused(8, seed, judging.other());
        Table two = Table.accused(8, seed, judging.other());
        Instrument accused =
                Objects.requireNonNull(one.referee.state().side(judging.other()).accusedOn());
        List<AccusationChoice> choices = new ArrayList<>(List.of(AccusationChoice.values()));
        AccusationChoice last = choices.remove(random.nextInt(choices.size()));
        for (int change = random.nextInt(4); change > 0; change--) {
            judges(one, judging, accused, AccusationChoice.values()[random.nextInt(3)]);
        }
        judges(one, judging, accused, last);
        for (AccusationChoice other : choices) {
            judges(two, judging, accused, other);
        }
        List<Object> answers = new ArrayList<>();
        for (Table table : List.of(one, two)) {
            Table.At other = table.seat(judging.other().name());
            table.seat(judging.name()).isReady();
            answers.add(other.judges(accused, last).toString());
            answers.add(other.submits("HOLD").toString());
            answers.add(other.offers("renewal 2").toString());
        }
        assertThat(answers.subList(0, 3)).isEqualTo(answers.subList(3, 6));
        List<Viewer> others = List.of(Viewer.of(judging.other()), Viewer.PUBLIC, Viewer.OMNISCIENT);
        for (Viewer viewer : others) {
            assertThat(one.told(viewer)).isEqualTo(two.told(viewer));
            assertThat(one.referee.history(viewer)).isEqualTo(two.referee.history(viewer));
        }
        one.everybodyIsReady();
        two.everybodyIsReady();
        for (Viewer viewer : others) {
            assertThat(one.told(viewer)).as("%s", viewer).isNotEqualTo(two.told(viewer));
        }
    }

    private static void judges(Table table, Side side, Instrument accused, AccusationChoice choice) {
        assertThat(table.seat(side.name()).judges(accused, choice).isAccepted()).isTrue();
    }

    private static boolean seal(Table table, Side side, Orders orders) {
        return table.hand(new Input.Does(
                        Seat.head(side),
                        table.referee.openRound(),
                        table.nextMoveId(),
                        new Deed.Submit(
                                orders.list().stream().map(RequestedOrder::of).toList())))
                .verdict()
                .isAccepted();
    }
}
