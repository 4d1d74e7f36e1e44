package dev.truce.store.sql;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.store.Entry;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredInput;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredRound;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a match has become after the entries of its stream. */
final class MatchFold {
    private @Nullable StoredRoom room;
    private final Map<Seat, StoredSeat> seats = new LinkedHashMap<>();
    private final Map<String, StoredToken> tokens = new LinkedHashMap<>();
    private @Nullable StoredClock clock;
    private final List<StoredInput> inputs = new ArrayList<>();
    private final List<StoredRound> rounds = new ArrayList<>();
    private boolean lossAccepted;
    private long last;

    /**
     * Takes the next entry.
     *
     * @throws IllegalArgumentException if it cannot follow the ones before
     */
    void add(Entry entry) {
        last++;
        if (entry instanceof Entry.RoomOpened opened) {
            if (last != 1) {
                throw new IllegalArgumentException("the room is opened twice");
            }
            room = opened.room();
        } else if (entry instanceof Entry.SeatTaken taken) {
            seats.put(taken.seat().seat(), taken.seat());
        } else if (entry instanceof Entry.TokenIssued issued) {
            issued.revokedHashes().forEach(tokens::remove);
            tokens.put(issued.token().hash(), issued.token());
        } else if (entry instanceof Entry.TokensRevoked revoked) {
            revoked.hashes().forEach(tokens::remove);
        } else if (entry instanceof Entry.InputAccepted input) {
            inputs.add(new StoredInput(last, input.payload()));
        } else if (entry instanceof Entry.ClockSet set) {
            clock = set.clock();
        } else if (entry instanceof Entry.RoundClosed closed) {
            rounds.add(new StoredRound(last, closed.round(), closed.link()));
        } else if (entry instanceof Entry.MatchEnded ended) {
            room = room().changed(room().code(), ended.endedUnixMillis());
        } else if (entry instanceof Entry.RoomClosed) {
            room = room().changed(null, room().endedUnixMillis());
        } else if (entry instanceof Entry.LossAccepted) {
            lossAccepted = true;
        }
    }

    private StoredRoom room() {
        StoredRoom opened = room;
        if (opened == null) {
            throw new IllegalArgumentException("no room is opened");
        }
        return opened;
    }

    StoredMatch match() {
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

    static Comparator<StoredSeat> bySeat() {
        return Comparator.comparing((StoredSeat seat) -> seat.seat().side(), Comparator.comparing(Side::name))
                .thenComparing(seat -> seat.seat().number());
    }

    static Comparator<StoredToken> byAge() {
        return Comparator.comparingLong(StoredToken::ordinal).thenComparing(StoredToken::hash);
    }
}
