package dev.truce.cli.classroom;

import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.EventStore;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMatch.StoredInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What students have sent and what was acknowledged, with how long that took; and whether the journal has all of it. Thread-safe. */
public final class Acks {
    /** A client's key of a request is longer than that of any bot of the server. */
    private static final int CLIENT_KEY = 22;

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Map<Move, Integer> sent = new ConcurrentHashMap<>();
    private final Map<Move, Integer> kept = new ConcurrentHashMap<>();

    private final Queue<Disturbance> disturbances = new ConcurrentLinkedQueue<>();

    private record Move(String matchId, Seat seat, int round, Deed deed) {}

    private record Disturbance(long from, long to) {}

    private record Answer(long atNanos, long tookNanos) {}

    /** Sends a deed and notes what comes of it. */
    CompletableFuture<Reply<Saved>> measure(
            String matchId, Seat seat, int round, Deed deed, Supplier<CompletableFuture<Reply<Saved>>> sending) {
        Move move = new Move(matchId, seat, round, deed);
        sent.merge(move, 1, Integer::sum);
        long begun = System.nanoTime();
        return sending.get().thenApply(answer -> {
            if (answer instanceof Reply.Done) {
                long now = System.nanoTime();
                kept.merge(move, 1, Integer::sum);
                answers.add(new Answer(now, now - begun));
            }
            return answer;
        });
    }

    /** Returns how many deeds were acknowledged. */
    public int count() {
        return answers.size();
    }

    /** Returns how many were acknowledged after a moment. */
    public long after(long nanos) {
        return answers.stream().filter(answer -> answer.atNanos() > nanos).count();
    }

    /** Returns when the first was acknowledged after a moment. */
    public long firstAfter(long nanos) {
        return answers.stream()
                .mapToLong(Answer::atNanos)
                .filter(at -> at > nanos)
                .min()
                .orElseThrow();
    }

    /** Says that the server was away between two moments: what waited for it says nothing about how fast it is. */
    public void disturbed(long from, long to) {
        disturbances.add(new Disturbance(from, to));
    }

    private boolean isUndisturbed(Answer answer) {
        return disturbances.stream()
                .noneMatch(
                        away -> away.from() <= answer.atNanos() && away.to() >= answer.atNanos() - answer.tookNanos());
    }

    /**
     * Returns the time in nanoseconds within which so many hundredths were answered, without what waited for a server.
     *
     * @param percent above 0, at most 100
     */
    public long percentile(double percent) {
        List<Long> took = answers.stream()
                .filter(this::isUndisturbed)
                .map(Answer::tookNanos)
                .sorted()
                .toList();
        return took.get((int) Math.ceil(percent / 100 * took.size()) - 1);
    }

    /** Returns what was acknowledged and is not in the journal, and what is there more often than it was sent. */
    public List<String> compare(EventStore store) {
        Map<Move, Integer> stored = matches(store)
                .flatMap(match -> match.inputs().stream()
                        .flatMap(input -> move(match.room().matchId(), InputCodec.of(input.payload())).stream()))
                .collect(Collectors.toMap(Function.identity(), move -> 1, Integer::sum));
        List<String> wrong = new ArrayList<>();
        kept.forEach((move, times) -> {
            int there = stored.getOrDefault(move, 0);
            if (there < times) {
                wrong.add("lost: " + move + ", acknowledged " + times + " times and stored " + there);
            }
        });
        stored.forEach((move, times) -> {
            int asked = sent.getOrDefault(move, 0);
            if (asked < times) {
                wrong.add("twice: " + move + ", sent " + asked + " times and stored " + times);
            }
        });
        return wrong;
    }

    /** Returns the matches of a journal; there are streams of classes beside them. */
    public static Stream<StoredMatch> matches(EventStore store) {
        return store.allStreams().stream()
                .filter(stream -> store.classOf(stream).isEmpty())
                .map(stream -> store.match(stream).orElseThrow());
    }

    /** Returns what was done on seats by others than those who had them: by a bot that stood in for nobody, or by a person in its place. */
    public static List<String> outOfTurn(EventStore store) {
        return matches(store).flatMap(match -> outOfTurn(match).stream()).toList();
    }

    private static List<String> outOfTurn(StoredMatch match) {
        List<String> wrong = new ArrayList<>();
        Map<Seat, SeatHolder> holders = new HashMap<>();
        for (StoredInput stored : match.inputs()) {
            Input input = InputCodec.of(stored.payload());
            if (input instanceof Input.Does does) {
                SeatHolder holder = holders.getOrDefault(does.seat(), new SeatHolder.Person());
                boolean byPerson = does.key().length() == CLIENT_KEY;
                if (byPerson ? !(holder instanceof SeatHolder.Person) : !(holder instanceof SeatHolder.Bot)) {
                    wrong.add(match.room().matchId() + ": " + does + " while " + holder);
                }
                continue;
            }
            Takeover takeover = Takeover.of(((Input.Hosts) input).act());
            if (takeover != null) {
                holders.put(new Seat(takeover.side(), takeover.seat()), takeover.holder());
            }
        }
        return wrong;
    }

    private static List<Move> move(String matchId, Input input) {
        return input instanceof Input.Does does && does.key().length() == CLIENT_KEY
                ? List.of(new Move(matchId, does.seat(), does.round(), does.deed()))
                : List.of();
    }
}
