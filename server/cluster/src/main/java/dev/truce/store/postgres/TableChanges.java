package dev.truce.store.postgres;

import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the entries of a group change in the tables for look-ups, as texts for the one call that appends it. */
final class TableChanges {
    /** Texts of a change: what it is, its stream, and its values. */
    private static final int TEXTS = 10;

    private final List<@Nullable String> texts = new ArrayList<>();

    /** Adds what an entry changes. */
    void add(String stream, Entry entry) {
        TableChanges unused = entry.in(new ChangesOf(stream));
    }

    /** Adds a line of a class list. */
    void add(String stream, StoredMember member) {
        put(
                "member",
                stream,
                Integer.toString(member.member()),
                member.name(),
                member.student(),
                member.login(),
                member.canvasId(),
                member.section(),
                member.language(),
                member.keyHash());
    }

    private void put(@Nullable String... change) {
        Collections.addAll(texts, change);
        texts.addAll(Collections.nCopies(TEXTS - change.length, null));
    }

    @Nullable
    String[] texts() {
        return texts.toArray(new String[0]);
    }

    private final class ChangesOf implements Entry.Cases<TableChanges> {
        private final String stream;

        ChangesOf(String stream) {
            this.stream = stream;
        }

        private TableChanges changed(@Nullable String... change) {
            put(change);
            return TableChanges.this;
        }

        @Override
        public TableChanges roomOpened(Entry.RoomOpened entry) {
            StoredRoom room = entry.room();
            return changed(
                    "room",
                    stream,
                    room.code(),
                    room.ruleset(),
                    room.scenarioId(),
                    room.scenarioHash(),
                    HexFormat.of().formatHex(room.setup()),
                    Long.toString(room.createdUnixMillis()),
                    room.classId(),
                    Integer.toString(room.table()));
        }

        @Override
        public TableChanges seatTaken(Entry.SeatTaken entry) {
            StoredSeat seat = entry.seat();
            return changed(
                    "seat",
                    stream,
                    seat.seat().side().name(),
                    Integer.toString(seat.seat().number()),
                    seat.name(),
                    seat.kind().name(),
                    seat.creator() ? "1" : "0");
        }

        @Override
        public TableChanges tokenIssued(Entry.TokenIssued entry) {
            StoredToken token = entry.token();
            revoke(entry.revokedHashes());
            return changed(
                    "token", stream, token.hash(), token.place(), token.parent(), Long.toString(token.ordinal()));
        }

        @Override
        public TableChanges tokensRevoked(Entry.TokensRevoked entry) {
            revoke(entry.hashes());
            return TableChanges.this;
        }

        private void revoke(List<String> hashes) {
            hashes.forEach(hash -> put("revoked", stream, hash));
        }

        @Override
        public TableChanges inputAccepted(Entry.InputAccepted entry) {
            return TableChanges.this;
        }

        @Override
        public TableChanges clockSet(Entry.ClockSet entry) {
            return TableChanges.this;
        }

        @Override
        public TableChanges roundClosed(Entry.RoundClosed entry) {
            return TableChanges.this;
        }

        @Override
        public TableChanges matchEnded(Entry.MatchEnded entry) {
            return changed("ended", stream, Long.toString(entry.endedUnixMillis()));
        }

        @Override
        public TableChanges roomClosed(Entry.RoomClosed entry) {
            return changed("closed", stream);
        }

        @Override
        public TableChanges lossAccepted(Entry.LossAccepted entry) {
            return TableChanges.this;
        }

        @Override
        public TableChanges classOpened(Entry.ClassOpened entry) {
            StoredClass opened = entry.opened();
            return changed(
                    "class",
                    stream,
                    opened.code(),
                    HexFormat.of().formatHex(opened.setup()),
                    Long.toString(opened.openedUnixMillis()));
        }

        @Override
        public TableChanges classActed(Entry.ClassActed entry) {
            return TableChanges.this;
        }

        @Override
        public TableChanges classClosed(Entry.ClassClosed entry) {
            return changed("class-closed", stream);
        }
    }
}
