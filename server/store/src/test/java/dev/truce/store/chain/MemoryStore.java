package dev.truce.store.chain;

import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.BrokenStream.Damage;
import dev.truce.store.Entry;
import dev.truce.store.EventStore;
import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.EventStore.StoreFacts;
import dev.truce.store.StoreException;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredRoom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A store in memory, with the bytes and the chain of the real one and without a database: what a simulation has for a disk. It outlives
 * {@link #close}, as a disk does.
 */
public final class MemoryStore implements EventStore {
    private static final int FORMAT = 1;

    /** What hears of each entry as it becomes durable. */
    public interface Witness {
        /** An entry of a stream is durable. */
        void durable(String stream, long seq, Entry entry);

        /** A batch is durable, all its entries told. */
        void batch(String stream);
    }

    private static final class Stream {
        private final List<EntryBytes> entries = new ArrayList<>();
        private final List<byte[]> links = new ArrayList<>();

        private byte[] link() {
            return links.isEmpty() ? Links.none() : links.get(links.size() - 1);
        }
    }

    private final Map<String, Stream> streams = new TreeMap<>();
    private final Map<String, Map<Integer, StoredMember>> members = new TreeMap<>();
    private final Map<String, NodeBeat> beats = new TreeMap<>();
    private final Map<String, String> matchOfToken = new LinkedHashMap<>();
    private final Map<String, String> streamOfCode = new TreeMap<>();
    private final Map<String, Long> opened = new TreeMap<>();
    private Witness witness = new Witness() {
        @Override
        public void durable(String stream, long seq, Entry entry) {}

        @Override
        public void batch(String stream) {}
    };
    private byte[] digest = Links.none();
    private long group;
    private boolean ill;

    /** Lets somebody hear of what becomes durable. */
    public void watch(Witness hears) {
        witness = hears;
    }

    @Override
    public StoreFacts facts() {
        return new StoreFacts(FORMAT, group, HexFormat.of().formatHex(digest), true);
    }

    @Override
    public Appended append(List<Batch> batches) {
        if (ill) {
            return new Appended.Unknown(new StoreException("the store has failed before"));
        }
        Set<Integer> fenced = new HashSet<>();
        Map<String, Long> last = new TreeMap<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            long before = last.computeIfAbsent(batch.stream(), this::last);
            if (before != batch.after()) {
                fenced.add(i);
                continue;
            }
            last.put(batch.stream(), before + batch.entries().size());
            for (Entry entry : batch.entries()) {
                String code = code(entry);
                if (code != null && (streamOfCode.containsKey(code) || !codes.add(code))) {
                    ill = true;
                    return new Appended.Unknown(new StoreException("two rooms of one code"));
                }
            }
        }
        boolean wrote = false;
        for (int i = 0; i < batches.size(); i++) {
            if (!fenced.contains(i)) {
                wrote |= write(batches.get(i));
            }
        }
        group += wrote ? 1 : 0;
        return new Appended.Done(Set.copyOf(fenced));
    }

    private static String code(Entry entry) {
        if (entry instanceof Entry.RoomOpened room) {
            return room.room().code();
        }
        return entry instanceof Entry.ClassOpened ofClass ? ofClass.opened().code() : null;
    }

    private boolean write(Batch batch) {
        batch.members()
                .forEach(member -> members.computeIfAbsent(batch.stream(), unused -> new TreeMap<>())
                        .put(member.member(), member));
        if (batch.entries().isEmpty()) {
            return !batch.members().isEmpty();
        }
        Stream stream = streams.computeIfAbsent(batch.stream(), unused -> new Stream());
        for (Entry entry : batch.entries()) {
            EntryBytes bytes = EntryBytes.of(entry);
            byte[] link = Links.next(stream.link(), batch.stream(), stream.entries.size() + 1L, bytes);
            stream.entries.add(bytes);
            stream.links.add(link);
            digest = Links.sum(digest, link);
            derive(batch.stream(), entry);
            witness.durable(batch.stream(), stream.entries.size(), entry);
        }
        witness.batch(batch.stream());
        return true;
    }

    private void derive(String stream, Entry entry) {
        String code = code(entry);
        if (code != null) {
            streamOfCode.put(code, stream);
        }
        if (entry instanceof Entry.RoomOpened || entry instanceof Entry.ClassOpened) {
            opened.put(stream, opened.size() + 1L);
        } else if (entry instanceof Entry.RoomClosed || entry instanceof Entry.ClassClosed) {
            streamOfCode.values().removeIf(stream::equals);
        } else if (entry instanceof Entry.TokenIssued issued) {
            issued.revokedHashes().forEach(hash -> matchOfToken.remove(hash, stream));
            matchOfToken.putIfAbsent(issued.token().hash(), stream);
        } else if (entry instanceof Entry.TokensRevoked revoked) {
            revoked.hashes().forEach(hash -> matchOfToken.remove(hash, stream));
        }
    }

    /** Changes one byte of an entry, as a bad disk does. */
    public void damage(String stream, int seq) {
        Stream found = streams.get(stream);
        EntryBytes entry = found.entries.get(seq - 1);
        byte[] payload = entry.payload().clone();
        if (payload.length == 0) {
            payload = new byte[] {1};
        } else {
            payload[payload.length - 1] ^= 1;
        }
        found.entries.set(seq - 1, new EntryBytes(entry.kind(), payload));
    }

    @Override
    public void reopen() {
        ill = false;
    }

    @Override
    public void beat(NodeBeat beat) {
        beats.put(beat.incarnation(), beat);
    }

    @Override
    public Optional<NodeBeat> lastBeat(String incarnation) {
        return Optional.ofNullable(beats.get(incarnation));
    }

    private List<String> inAge() {
        List<String> all = new ArrayList<>(opened.keySet());
        all.sort((one, other) -> Long.compare(opened.get(one), opened.get(other)));
        return all;
    }

    private boolean isClass(String stream) {
        Stream found = streams.get(stream);
        return found != null && found.entries.get(0).kind().equals(EntryBytes.CLASS);
    }

    @Override
    public List<StoredRoom> openRooms() {
        List<StoredRoom> rooms = new ArrayList<>();
        for (String stream : inAge()) {
            if (!isClass(stream) && streamOfCode.containsValue(stream)) {
                rooms.add(match(stream).orElseThrow().room());
            }
        }
        return rooms;
    }

    @Override
    public List<String> openStreams() {
        List<String> found = new ArrayList<>();
        for (String stream : streams.keySet()) {
            boolean needed = streamOfCode.containsValue(stream);
            if (!needed && !isClass(stream)) {
                String classId = match(stream).orElseThrow().room().classId();
                needed = classId != null && streamOfCode.containsValue(classId);
            }
            if (needed) {
                found.add(stream);
            }
        }
        return found;
    }

    @Override
    public List<String> allStreams() {
        return List.copyOf(streams.keySet());
    }

    @Override
    public long last(String stream) {
        Stream found = streams.get(stream);
        return found == null ? 0 : found.entries.size();
    }

    private <T> Optional<T> folded(String stream, StreamFold<T> fold) {
        Stream found = streams.get(stream);
        if (found == null) {
            return Optional.empty();
        }
        byte[] before = Links.none();
        for (int i = 0; i < found.entries.size(); i++) {
            EntryBytes entry = found.entries.get(i);
            before = Links.next(before, stream, i + 1L, entry);
            if (!Arrays.equals(before, found.links.get(i))) {
                throw new BrokenStreamException(new BrokenStream(stream, i + 1L, Damage.CHANGED));
            }
            fold.add(entry.entry(stream));
        }
        return Optional.of(fold.result());
    }

    @Override
    public Optional<StoredMatch> match(String stream) {
        return isClass(stream) ? Optional.empty() : folded(stream, new MatchFold());
    }

    @Override
    public Optional<BrokenStream> check(String stream) {
        try {
            if (isClass(stream)) {
                Optional<StoredClass> unused = folded(stream, new ClassFold());
            } else {
                Optional<StoredMatch> unused = folded(stream, new MatchFold());
            }
            return Optional.empty();
        } catch (BrokenStreamException e) {
            return Optional.of(e.broken());
        }
    }

    /** Returns the entries of a stream, without looking at its chain. */
    public List<Entry> entries(String stream) {
        Stream found = streams.get(stream);
        return found == null
                ? List.of()
                : found.entries.stream().map(entry -> entry.entry(stream)).toList();
    }

    @Override
    public List<String> openClasses() {
        return inAge().stream()
                .filter(stream -> isClass(stream) && streamOfCode.containsValue(stream))
                .toList();
    }

    @Override
    public List<StoredClass> classesOpened(String code) {
        return inAge().stream()
                .filter(this::isClass)
                .map(stream -> ((Entry.ClassOpened) entries(stream).get(0)).opened())
                .filter(opened -> code.equals(opened.code()))
                .toList();
    }

    @Override
    public List<StoredClass> newestClosed(int most) {
        List<StoredClass> closed = new ArrayList<>(inAge().stream()
                .filter(stream -> isClass(stream) && !streamOfCode.containsValue(stream))
                .map(stream -> ((Entry.ClassOpened) entries(stream).get(0)).opened())
                .toList());
        Collections.reverse(closed);
        return closed.stream().limit(most).toList();
    }

    @Override
    public List<StoredClass> closedLast() {
        return inAge().stream()
                .filter(this::isClass)
                .filter(stream -> entries(stream).get(entries(stream).size() - 1) instanceof Entry.ClassClosed)
                .map(stream -> ((Entry.ClassOpened) entries(stream).get(0)).opened())
                .toList();
    }

    @Override
    public Optional<StoredClass> classOf(String stream) {
        return isClass(stream) ? folded(stream, new ClassFold()) : Optional.empty();
    }

    @Override
    public List<StoredMember> members(String classId) {
        return List.copyOf(members.getOrDefault(classId, Map.of()).values());
    }

    @Override
    public Optional<String> matchOfToken(String tokenHash) {
        return Optional.ofNullable(matchOfToken.get(tokenHash));
    }

    @Override
    public void close() {}
}
