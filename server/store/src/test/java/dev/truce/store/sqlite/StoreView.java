package dev.truce.store.sqlite;

import static dev.truce.store.StoredThings.opened;

import dev.truce.store.Batch.Appended;
import dev.truce.store.StoreException;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a store holds, as far as somebody who reads it can tell.
 *
 * @param group number of its last group
 * @param digest digest of all links; two stores with one digest have the same entries
 * @param streams what is said of each stream, in words
 */
record StoreView(long group, String digest, Map<String, String> streams) {
    private static final Logger LOG = LoggerFactory.getLogger(StoreView.class);

    /** Reads a store that is whole. */
    static StoreView of(SqliteStore store) {
        return of(store, Set.of());
    }

    /** Reads a store but for its broken streams. */
    static StoreView of(SqliteStore store, Set<String> broken) {
        Map<String, String> streams = new TreeMap<>();
        Map<String, String> codes = new TreeMap<>();
        for (StoredRoom room : store.openRooms()) {
            codes.put(room.matchId(), String.valueOf(room.code()));
        }
        Set<String> open = new HashSet<>(store.openStreams());
        Set<String> classes = new HashSet<>(store.openClasses());
        for (String stream : store.allStreams()) {
            if (!broken.contains(stream)) {
                streams.put(
                        stream,
                        store.last(stream) + " " + codes.get(stream) + " " + open.contains(stream) + " "
                                + classes.contains(stream) + " "
                                + store.members(stream).stream()
                                        .map(member -> member.member()
                                                + member.name()
                                                + member.student()
                                                + member.login()
                                                + member.canvasId()
                                                + member.section()
                                                + member.language()
                                                + member.keyHash())
                                        .toList()
                                + (classes.contains(stream) ? "" : tokens(store, stream)));
            }
        }
        return new StoreView(store.facts().group(), store.facts().digest(), streams);
    }

    private static String tokens(SqliteStore store, String stream) {
        StringBuilder tokens = new StringBuilder();
        store.match(stream)
                .map(StoredMatch::tokens)
                .ifPresent(all -> all.forEach(token -> tokens.append(' ')
                        .append(token.hash(), 0, 8)
                        .append(store.matchOfToken(token.hash())
                                .map(stream::equals)
                                .orElse(false))));
        return tokens.toString();
    }

    /** Returns the streams of which a store says something else than this one. */
    Set<String> differences(StoreView other) {
        Set<String> all = new TreeSet<>(streams.keySet());
        all.addAll(other.streams.keySet());
        all.removeIf(stream -> Objects.equals(streams.get(stream), other.streams.get(stream)));
        return all;
    }

    /** Returns the streams that a store calls broken. */
    static Set<String> brokenIn(SqliteStore store) {
        Set<String> all = new TreeSet<>(store.allStreams());
        all.removeIf(stream -> store.check(stream).isEmpty());
        return all;
    }

    /**
     * Starts on a disk and returns what is said of it: {@code whole}, by which name something is refused, or {@code silent} and what is
     * different.
     *
     * @param allowed what may be there; what was acknowledged is in all of them
     */
    static String said(Path folder, List<StoreView> allowed) {
        try (SqliteStore store = SqliteStore.open(folder)) {
            Set<String> broken = brokenIn(store);
            StoreView now = of(store, broken);
            StoreView expected = allowed.stream()
                    .filter(one -> one.group() == now.group())
                    .findFirst()
                    .orElse(allowed.get(0));
            Set<String> different = expected.differences(now);
            different.removeAll(broken);
            if (!different.isEmpty()) {
                return "silent: " + different;
            }
            if (!broken.isEmpty()) {
                return "broken match";
            }
            if (!expected.digest().equals(now.digest()) || expected.group() != now.group()) {
                return "silent: group " + now.group() + " instead of " + expected.group();
            }
            if (store.append(List.of(opened("m-next", "NEXTNEXT"))) instanceof Appended.Unknown) {
                return "cannot be written";
            }
            return store.check("m-next").isEmpty() ? "whole" : "silent: what was written is broken";
        } catch (StoreException e) {
            return e.code() == StoreException.Code.UNAVAILABLE
                    ? "unreadable"
                    : e.code().name();
        } catch (RuntimeException e) {
            LOG.warn("no named fault", e);
            return "silent: " + e;
        }
    }
}
