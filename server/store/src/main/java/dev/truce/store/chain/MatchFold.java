package dev.truce.store.chain;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.store.Entry;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMatch.StoredInput;
import dev.truce.store.StoredMatch.StoredRound;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a match has become after the entries of its stream. */
public final class MatchFold implements StreamFold<StoredMatch> {
    private @Nullable StoredRoom room;
    private final Map<Seat, StoredSeat> seats = new LinkedHashMap<>();
    private final Map<String, StoredToken> tokens = new LinkedHashMap<>();
    private @Nullable StoredClock clock;
    private final List<StoredInput> inputs = new ArrayList<>();
    private final List<StoredRound> rounds = new ArrayList<>();
    private final Adding adding = new Adding();
    private boolean lossAccepted;
    private long last;

    @Override
    public void add(Entry entry) {
        last++;
        MatchFold unused = entry.in(adding);
    }

    private final class Adding implements Entry.Cases<MatchFold> {
        @Override
        public MatchFold roomOpened(Entry.RoomOpened entry) {
            if (last != 1) {
                throw new IllegalArgumentException("the room is opened twice");
            }
            room = entry.room();
            return MatchFold.this;
        }

        @Override
        public MatchFold seatTaken(Entry.SeatTaken entry) {
            seats.put(entry.seat().seat(), entry.seat());
            return MatchFold.this;
        }

        @Override
        public MatchFold tokenIssued(Entry.TokenIssued entry) {
            entry.revokedHashes().forEach(tokens::remove);
            tokens.put(entry.token().hash(), entry.token());
            return MatchFold.this;
        }

        @Override
        public MatchFold tokensRevoked(Entry.TokensRevoked entry) {
            entry.hashes().forEach(tokens::remove);
            return MatchFold.this;
        }

        @Override
        public MatchFold inputAccepted(Entry.InputAccepted entry) {
            inputs.add(new StoredInput(last, entry.payload()));
            return MatchFold.this;
        }

        @Override
        public MatchFold clockSet(Entry.ClockSet entry) {
            clock = entry.clock();
            return MatchFold.this;
        }

        @Override
        public MatchFold roundClosed(Entry.RoundClosed entry) {
            rounds.add(new StoredRound(last, entry.round(), entry.link()));
            return MatchFold.this;
        }

        @Override
        public MatchFold matchEnded(Entry.MatchEnded entry) {
            room = room().changed(room().code(), entry.endedUnixMillis());
            return MatchFold.this;
        }

        @Override
        public MatchFold roomClosed(Entry.RoomClosed entry) {
            room = room().changed(null, room().endedUnixMillis());
            return MatchFold.this;
        }

        @Override
        public MatchFold lossAccepted(Entry.LossAccepted entry) {
            lossAccepted = true;
            return MatchFold.this;
        }

        @Override
        public MatchFold classOpened(Entry.ClassOpened entry) {
            throw ofClass();
        }

        @Override
        public MatchFold classActed(Entry.ClassActed entry) {
            throw ofClass();
        }

        @Override
        public MatchFold classClosed(Entry.ClassClosed entry) {
            throw ofClass();
        }

        private IllegalArgumentException ofClass() {
            return new IllegalArgumentException("an entry of a class in the stream of a match");
        }
    }

    private StoredRoom room() {
        StoredRoom opened = room;
        if (opened == null) {
            throw new IllegalArgumentException("no room is opened");
        }
        return opened;
    }

    @Override
    public StoredMatch result() {
        StoredRoom opened = room();
        return new StoredMatch(
                inputs.isEmpty() ? opened : opened.begun(),
                seats.values().stream().sorted(bySeat()).toList(),
                tokens.values().stream().sorted(byAge()).toList(),
                clock,
                inputs,
                rounds,
                lossAccepted,
                last);
    }

    public static Comparator<StoredSeat> bySeat() {
        return Comparator.comparing((StoredSeat seat) -> seat.seat().side(), Comparator.comparing(Side::name))
                .thenComparing(seat -> seat.seat().number());
    }

    public static Comparator<StoredToken> byAge() {
        return Comparator.comparingLong(StoredToken::ordinal).thenComparing(StoredToken::hash);
    }
}
