package dev.truce.app.metrics;

import dev.truce.app.host.service.ClassListener;
import dev.truce.protocol.message.ClassNews.HelpCall;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassNews.TableSeat;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Meters of the classes of a server together: how many tables are where, how many seats are ready or away, and what waits longest. No
 * label names a class, a table or a person, so there are as many series with sixty students as with none.
 */
public final class ClassMeters implements ClassListener {
    private final Clock clock;
    private final Map<Key, Seen> tables = new ConcurrentHashMap<>();
    private final Counter acts;
    private final Counter helpCalls;
    private final OpenRounds openRounds;
    /** Students whose call for help no desk has answered, by class. */
    private final Map<String, Set<Integer>> callers = new ConcurrentHashMap<>();
    /** When those of them called whose call is measured: it was not made in a round that is open. */
    private final Map<Caller, Long> told = new ConcurrentHashMap<>();

    /**
     * Calls of tables that have not told of themselves, so that nobody knows whose open round they were made in. A student can make only so many in a
     * class, and they go when the table tells of itself or the class is closed.
     */
    private final Map<Key, List<Runnable>> early = new ConcurrentHashMap<>();

    private record Key(String classId, int table) {}

    private record Caller(String classId, int member) {}

    /**
     * What a table told last.
     *
     * @param since when the round opened that is open
     */
    private record Seen(TableChanged table, long since) {
        /** Whether its match has begun and goes on: before that nobody is late, and after it nobody is missed. */
        boolean plays() {
            return switch (table.phase()) {
                case BETWEEN, OPEN, OVERTIME, EXTRA, SHUT -> true;
                case LOBBY, OVER, FAULT -> false;
            };
        }

        boolean isOpen() {
            return switch (table.phase()) {
                case OPEN, OVERTIME, EXTRA -> !table.paused();
                case LOBBY, BETWEEN, SHUT, OVER, FAULT -> false;
            };
        }
    }

    /** Where a table stands, as a label. */
    enum State {
        LOBBY,
        BETWEEN,
        OPEN,
        OVERTIME,
        EXTRA,
        SHUT,
        OVER,
        FAULT,
        PAUSED;

        static State of(TableChanged table) {
            boolean ended = table.phase() == TablePhase.OVER || table.phase() == TablePhase.FAULT;
            return table.paused() && !ended ? PAUSED : valueOf(table.phase().name());
        }
    }

    /** Who sits on a seat, as a label; what the person does in an open round is not told. Who is ready and has gone is missed all the same. */
    enum Seated {
        HERE,
        AWAY,
        BOT,
        VACANT;

        static Seated of(TableSeat seat) {
            if (!seat.bot().isEmpty()) {
                return BOT;
            } else if (seat.vacant() || seat.member() == 0) {
                return VACANT;
            }
            return seat.isGone() ? AWAY : HERE;
        }
    }

    /**
     * Registers the meters.
     *
     * @param openRounds holds back what seats do
     */
    public ClassMeters(MeterRegistry registry, Clock clock, OpenRounds openRounds) {
        this.clock = clock;
        this.openRounds = openRounds;
        for (State state : State.values()) {
            Gauge.builder("truce.class.tables", this, meters -> meters.count(state))
                    .description("Tables of open classes by where they stand")
                    .tag("state", Labelled.word(state))
                    .register(registry);
        }
        for (Seated how : Seated.values()) {
            Gauge.builder("truce.class.seats", this, meters -> meters.count(how))
                    .description("Seats of tables that play: of persons who are here or away, of bots, and vacant ones")
                    .tag("state", Labelled.word(how))
                    .register(registry);
        }
        longest(
                registry,
                "truce.class.open.round",
                "How long the round has been open that is open longest",
                seen -> seen.since);
        longest(
                registry,
                "truce.class.overdue",
                "How long the deadline of an open round has passed, where it has passed longest",
                seen -> seen.table.deadlineUnixMillis());
        Gauge.builder("truce.oldest.help.call", this, ClassMeters::oldestCall)
                .baseUnit("seconds")
                .description("How long the oldest call for help waits for a desk")
                .register(registry);
        this.helpCalls = Counter.builder("truce.help.calls")
                .description("Calls for help of students")
                .register(registry);
        this.acts = Counter.builder("truce.desk.acts")
                .description("What desks have done with classes")
                .register(registry);
    }

    /** Shows how long ago the earliest of some moments was, at tables whose round is open; a moment of 0 is none. */
    private void longest(MeterRegistry registry, String name, String help, ToLongFunction<Seen> moment) {
        Gauge.builder(name, this, meters -> meters.seconds(moment))
                .baseUnit("seconds")
                .description(help)
                .register(registry);
    }

    private double oldestCall() {
        long now = clock.millis();
        return told.values().stream().mapToLong(at -> now - at).max().orElse(0) / 1e3;
    }

    private double count(State state) {
        return tables.values().stream()
                .filter(seen -> State.of(seen.table) == state)
                .count();
    }

    private double count(Seated how) {
        return tables.values().stream()
                .filter(Seen::plays)
                .flatMap(seen -> seen.table.seats().stream())
                .filter(seat -> Seated.of(seat) == how)
                .count();
    }

    private double seconds(ToLongFunction<Seen> moment) {
        long now = clock.millis();
        return tables.values().stream()
                        .filter(Seen::isOpen)
                        .mapToLong(moment)
                        .filter(at -> at > 0 && at < now)
                        .map(at -> now - at)
                        .max()
                        .orElse(0)
                / 1e3;
    }

    @Override
    public void changed(String classId, TableChanged table) {
        tables.compute(new Key(classId, table.table()), (key, before) -> {
            boolean goesOn = before != null && before.table.round() == table.round();
            return new Seen(table, goesOn ? before.since : clock.millis());
        });
        early.computeIfPresent(new Key(classId, table.table()), (key, waiting) -> {
            waiting.forEach(counted -> openRounds.measure(table.matchId(), counted));
            return null;
        });
    }

    @Override
    public void acted() {
        acts.increment();
    }

    @Override
    public void called(String classId, int table, HelpCall call) {
        Runnable counted = () -> {
            helpCalls.increment();
            if (callers.getOrDefault(classId, Set.of()).contains(call.member())) {
                told.putIfAbsent(new Caller(classId, call.member()), call.unixMillis());
            }
        };
        Key key = new Key(classId, table);
        early.compute(key, (same, waiting) -> {
            Seen seen = tables.get(key);
            if (seen == null) {
                List<Runnable> more = waiting == null ? new ArrayList<>() : waiting;
                more.add(counted);
                return more;
            }
            openRounds.measure(seen.table.matchId(), counted);
            return waiting;
        });
    }

    @Override
    public void calls(String classId, List<HelpCall> open) {
        Set<Integer> members = open.stream().map(HelpCall::member).collect(Collectors.toUnmodifiableSet());
        if (callers.put(classId, members) == null) {
            // They were made before the server was started.
            open.forEach(call -> told.put(new Caller(classId, call.member()), call.unixMillis()));
        }
        told.keySet().removeIf(caller -> caller.classId.equals(classId) && !members.contains(caller.member));
    }

    @Override
    public void closed(String classId) {
        callers.remove(classId);
        told.keySet().removeIf(caller -> caller.classId.equals(classId));
        tables.keySet().removeIf(key -> key.classId.equals(classId));
        for (Key key : early.keySet()) {
            if (key.classId.equals(classId)) {
                early.computeIfPresent(key, (same, waiting) -> {
                    waiting.forEach(openRounds::measure);
                    return null;
                });
            }
        }
    }
}
