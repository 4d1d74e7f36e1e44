package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.Grouping.SeatedTable;
import dev.truce.app.room.SeatPlan;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Grouping OF_SIX = new Grouping(SeatPlan.usual(DelegationMode.HEAD, 3, 3));

    @Property(tries = 300)
    void everybodySitsOnceAndOnlyLastSeatsAreLeft(
            @ForAll @IntRange(min = 1, max = 300) int count, @ForAll boolean lot, @ForAll long seed) {
        List<Student> students = students(count, null);
        List<SeatedTable> tables = done(lot ? OF_SIX.byLot(students, seed) : OF_SIX.inOrder(students));

        assertThat(tables).hasSize((count + 5) / 6);
        assertThat(tables.stream().flatMap(table -> table.members().values().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, count).boxed().toList());
        int fewest =
                tables.stream().mapToInt(table -> table.members().size()).min().orElseThrow();
        int most =
                tables.stream().mapToInt(table -> table.members().size()).max().orElseThrow();
        assertThat(most - fewest).isLessThanOrEqualTo(1);
        // From two students on, a table has a person as head of each side.
        assertThat(tables)
                .allSatisfy(table -> assertThat(table.members().keySet())
                        .containsAll(
                                table.members().size() == 1
                                        ? List.of(Seat.US_HEAD)
                                        : List.of(Seat.US_HEAD, Seat.CN_HEAD)));
    }

    @Test
    void neighboursInTheListSitAtOtherTables() {
        List<SeatedTable> tables = done(OF_SIX.inOrder(students(12, null)));

        assertThat(tables.get(0).members().values()).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(tables.get(0).members().keySet())
                .containsExactly(
                        Seat.US_HEAD,
                        Seat.CN_HEAD,
                        new Seat(Side.US, 1),
                        new Seat(Side.CN, 1),
                        new Seat(Side.US, 2),
                        new Seat(Side.CN, 2));
    }

    @Test
    void theSameSeedGivesTheSameTables() {
        List<Student> students = students(40, null);

        assertThat(done(OF_SIX.byLot(students, 7))).isEqualTo(done(OF_SIX.byLot(students, 7)));
        assertThat(done(OF_SIX.byLot(students, 7))).isNotEqualTo(done(OF_SIX.byLot(students, 8)));
    }

    @Test
    void aTableThatTheListNamesIsKept() {
        List<Student> students = new ArrayList<>(students(8, null));
        students.addAll(students(3, 5));

        List<SeatedTable> tables = done(OF_SIX.byLot(students, 1));

        SeatedTable five =
                tables.stream().filter(table -> table.number() == 5).findFirst().orElseThrow();
        assertThat(five.members().values()).contains(8, 9, 10);
    }

    @Test
    void aTableHasNoMoreSeatsThanItHas() {
        Reply<List<SeatedTable>> reply = OF_SIX.inOrder(students(7, 2));

        assertThat(((Reply.Refused<List<SeatedTable>>) reply).refusal().code()).isEqualTo(ClassFault.TABLE_FULL);
    }

    private static List<Student> students(int count, @Nullable Integer table) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Student(i + 2, "Student " + i, "s" + i, "", "", "", table, null, 0, null))
                .toList();
    }

    private static List<SeatedTable> done(Reply<List<SeatedTable>> reply) {
        return ((Reply.Done<List<SeatedTable>>) reply).value();
    }
}
