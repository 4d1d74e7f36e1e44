package dev.truce.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews.HelpCall;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassNews.TableSeat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OpenRounds openRounds = new OpenRounds();
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    };
    private final ClassMeters meters = new ClassMeters(registry, clock, openRounds);
    private long now = 1_000_000;

    @Test
    void tablesAreCountedByWhereTheyStand() {
        meters.changed("c", table(1, TablePhase.OPEN, false, 1));
        meters.changed("c", table(2, TablePhase.OPEN, true, 1));
        meters.changed("d", table(1, TablePhase.OVER, true, 8));
        assertThat(tables("open")).isEqualTo(1);
        assertThat(tables("paused")).isEqualTo(1);
        assertThat(tables("over")).isEqualTo(1);

        meters.changed("c", table(1, TablePhase.SHUT, false, 1));
        assertThat(tables("open")).isZero();
        assertThat(tables("shut")).isEqualTo(1);
    }

    @Test
    void aClosedClassIsCountedNoMore() {
        meters.changed("c", table(1, TablePhase.OPEN, false, 1));
        meters.changed("d", table(1, TablePhase.OPEN, false, 1));
        meters.closed("c");
        assertThat(tables("open")).isEqualTo(1);
    }

    @Test
    void seatsAreCountedByWhoIsHere() {
        meters.changed(
                "c",
                table(
                        1,
                        TablePhase.OPEN,
                        false,
                        1,
                        seat(7, true, "", true, true),
                        seat(8, true, "", true, false),
                        seat(9, true, "", false, false),
                        seat(10, false, "", false, false),
                        seat(11, false, "dove", false, false),
                        seat(0, false, "", false, false)));
        assertThat(value("truce.class.seats", "here")).isEqualTo(3);
        for (String state : List.of("away", "bot", "vacant")) {
            assertThat(value("truce.class.seats", state)).as(state).isEqualTo(1);
        }
    }

    @Test
    void whoIsMissedIsCountedWhileHisTablePlaysReadyOrNot() {
        for (TablePhase phase : TablePhase.values()) {
            boolean plays = phase != TablePhase.LOBBY && phase != TablePhase.OVER && phase != TablePhase.FAULT;
            meters.changed(
                    "c",
                    table(
                            1,
                            phase,
                            false,
                            1,
                            seat(7, false, "", false, false),
                            seat(8, false, "", true, true),
                            seat(9, true, "", true, true),
                            seat(10, false, "dove", false, false),
                            seat(0, false, "", false, false)));
            assertThat(value("truce.class.seats", "away")).as(phase.name()).isEqualTo(plays ? 2 : 0);
            assertThat(value("truce.class.seats", "here")).as(phase.name()).isEqualTo(plays ? 1 : 0);
        }
    }

    @Test
    void theRoundThatIsOpenLongestCountsFromItsOpening() {
        meters.changed("c", table(1, TablePhase.OPEN, false, 1));
        now += 5_000;
        meters.changed("c", table(2, TablePhase.OPEN, false, 1));
        meters.changed("c", table(1, TablePhase.OVERTIME, false, 1));
        now += 2_000;
        assertThat(openRound()).isEqualTo(7);

        meters.changed("c", table(1, TablePhase.OPEN, false, 2));
        assertThat(openRound()).as("the other table's").isEqualTo(2);

        meters.changed("c", table(2, TablePhase.OPEN, true, 1));
        now += 1_000;
        assertThat(openRound()).as("a pause does not count").isEqualTo(1);
    }

    @Test
    void aDeadlineThatHasPassedIsOverdue() {
        meters.changed("c", withDeadline(now + 3_000));
        assertThat(registry.get("truce.class.overdue").gauge().value()).isZero();
        now += 10_000;
        assertThat(registry.get("truce.class.overdue").gauge().value()).isEqualTo(7);
    }

    @Test
    void theOldestCallForHelpIsMeasured() {
        assertThat(registry.get("truce.oldest.help.call").gauge().value()).isZero();
        meters.calls("c", List.of(new HelpCall(3, "Do we lose A2?", now - 4_000), new HelpCall(4, "And we?", now)));
        meters.calls("d", List.of(new HelpCall(1, "Hello?", now - 1_000)));
        now += 1_000;
        assertThat(registry.get("truce.oldest.help.call").gauge().value()).isEqualTo(5);
        meters.calls("c", List.of());
        assertThat(registry.get("truce.oldest.help.call").gauge().value()).isEqualTo(2);
        meters.closed("d");
        assertThat(registry.get("truce.oldest.help.call").gauge().value()).isZero();
    }

    @Test
    void aCallInAnOpenRoundIsMeasuredWhenTheRoundIsClosed() {
        meters.calls("c", List.of());
        meters.changed("c", table(1, TablePhase.OPEN, false, 1));
        openRounds.begin("m");
        long first = now;
        calls(3);
        now += 1_000;
        assertThat(oldestCall()).isZero();
        assertThat(registry.get("truce.help.calls").counter().count()).isZero();

        openRounds.closed("m");
        assertThat(oldestCall()).isEqualTo(1);
        assertThat(registry.get("truce.help.calls").counter().count()).isEqualTo(1);

        // Another call of the same student hides nothing: the student waits since the first.
        calls(3);
        now += 1_000;
        assertThat(oldestCall()).isEqualTo((now - first) / 1e3);

        meters.calls("c", List.of());
        openRounds.closed("m");
        assertThat(oldestCall())
                .as("a call that was answered before its round was closed")
                .isZero();
        assertThat(registry.get("truce.help.calls").counter().count()).isEqualTo(2);
    }

    @Test
    void aCallOfATableThatHasNotToldOfItselfWaitsForItsOwnMatch() {
        meters.calls("c", List.of());
        openRounds.begin("m");
        openRounds.begin("other");
        calls(3);
        now += 1_000;
        openRounds.closed("other");
        assertThat(helpCalls()).as("a round of another match is closed").isZero();
        assertThat(oldestCall()).isZero();

        meters.changed("c", table(2, TablePhase.OPEN, false, 1));
        openRounds.closed("m");
        assertThat(helpCalls()).as("another table has told of itself").isZero();

        meters.changed("c", table(1, TablePhase.OPEN, false, 1));
        openRounds.closed("other");
        openRounds.end("other");
        assertThat(helpCalls()).as("the round of the call is open").isZero();
        assertThat(oldestCall()).isZero();

        openRounds.closed("m");
        assertThat(helpCalls()).isEqualTo(1);
        assertThat(oldestCall()).isEqualTo(1);

        meters.changed("c", table(1, TablePhase.OPEN, false, 2));
        openRounds.closed("m");
        assertThat(helpCalls()).as("it is counted once").isEqualTo(1);
    }

    @Test
    void aCallOfATableThatNeverToldOfItselfIsCountedWhenTheClassIsClosed() {
        calls(3);
        assertThat(helpCalls()).as("whether its round is open is not known").isZero();
        meters.closed("c");
        assertThat(helpCalls()).isEqualTo(1);
        assertThat(oldestCall()).isZero();
        meters.changed("c", table(1, TablePhase.OPEN, false, 1));
        assertThat(helpCalls()).isEqualTo(1);
    }

    private void calls(int member) {
        HelpCall call = new HelpCall(member, "Do we lose A2 at " + now + "?", now);
        meters.calls("c", List.of(call));
        meters.called("c", 1, call);
    }

    private double helpCalls() {
        return registry.get("truce.help.calls").counter().count();
    }

    private double oldestCall() {
        return registry.get("truce.oldest.help.call").gauge().value();
    }

    private double openRound() {
        return registry.get("truce.class.open.round").gauge().value();
    }

    private double tables(String state) {
        return value("truce.class.tables", state);
    }

    private double value(String name, String state) {
        return registry.get(name).tag("state", state).gauge().value();
    }

    private static TableSeat seat(int member, boolean here, String bot, boolean submitted, boolean ready) {
        return new TableSeat(Seat.US_HEAD, "Otter", member, here, bot, submitted, ready, 0, null, false);
    }

    private static TableChanged table(int number, TablePhase phase, boolean paused, int round, TableSeat... seats) {
        return new TableChanged(number, "m", phase, paused, round, 0, 0, List.of(seats), 0, List.of());
    }

    private static TableChanged withDeadline(long deadline) {
        return new TableChanged(1, "m", TablePhase.OPEN, false, 1, deadline, 0, List.of(), 0, List.of());
    }
}
