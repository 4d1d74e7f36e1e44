package dev.truce.store.postgres;

import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredMember;
import dev.truce.store.chain.EntryBytes;
import dev.truce.store.chain.Head;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Links;
import dev.truce.store.sql.ClassLists;
import dev.truce.store.sql.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group as the one call has it that appends it, made for the heads that its streams have as far as their writer knows. */
final class Group {
    private final Map<String, Head> expected = new LinkedHashMap<>();
    private final Map<String, Head> moved = new HashMap<>();
    private final Set<Integer> fenced = new HashSet<>();
    private final List<String> eventStreams = new ArrayList<>();
    private final List<Long> seqs = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<byte[]> payloads = new ArrayList<>();
    private final List<byte[]> links = new ArrayList<>();
    private final TableChanges changes = new TableChanges();
    private final Map<String, ListSums> lists = new LinkedHashMap<>();

    private record ListSums(byte[] before, byte[] after) {}

    /**
     * Makes the call.
     *
     * @param batches what is appended
     * @param heads heads of all their streams
     * @param reading reads the lines of class lists that are replaced
     */
    Group(List<Batch> batches, Map<String, Head> heads, Statements reading) {
        Map<String, byte[]> lines = new HashMap<>();
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            String stream = batch.stream();
            Head known = heads.getOrDefault(stream, Head.NONE);
            Head head = moved.getOrDefault(stream, known);
            if (head.seq() != batch.after()) {
                fenced.add(i);
                continue;
            }
            expected.put(stream, known);
            for (Entry entry : batch.entries()) {
                head = add(stream, head, entry);
            }
            moved.put(stream, head);
            for (StoredMember member : batch.members()) {
                changes.add(stream, member);
                replace(reading, lines, stream, member);
            }
        }
    }

    private Head add(String stream, Head before, Entry entry) {
        EntryBytes bytes = EntryBytes.of(entry);
        Head head = before.next(stream, bytes);
        eventStreams.add(stream);
        seqs.add(head.seq());
        kinds.add(bytes.kind());
        payloads.add(bytes.payload());
        links.add(head.link());
        changes.add(stream, entry);
        return head;
    }

    private void replace(Statements reading, Map<String, byte[]> lines, String classId, StoredMember member) {
        String line = classId + " " + member.member();
        byte[] before = lines.computeIfAbsent(
                line,
                unused -> ClassLists.line(reading, classId, member.member())
                        .map(found -> ClassLists.hash(classId, found))
                        .orElseGet(Links::none));
        byte[] after = ClassLists.hash(classId, member);
        lines.put(line, after);
        ListSums sums = lists.computeIfAbsent(classId, unused -> {
            byte[] kept = ClassLists.kept(reading, classId);
            return new ListSums(kept, kept);
        });
        lists.put(classId, new ListSums(sums.before, Links.sum(Links.difference(sums.after, before), after)));
    }

    Set<Integer> fenced() {
        return Set.copyOf(fenced);
    }

    Map<String, Head> moved() {
        return moved;
    }

    /** Returns whether there is nothing to say to the database, not even a question. */
    boolean isEmpty() {
        return expected.isEmpty();
    }

    /** Returns whether something is written; a group of checks is none. */
    boolean writes() {
        return !eventStreams.isEmpty() || !lists.isEmpty();
    }

    /** Returns how far its writer has come afterwards. */
    JournalHead after(JournalHead before) {
        byte[] digest = before.digest();
        for (byte[] link : links) {
            digest = Links.sum(digest, link);
        }
        return new JournalHead(before.group() + 1, digest);
    }

    /** Returns what its writer has changed of class lists afterwards. */
    byte[] listsAfter(byte[] before) {
        byte[] sum = before;
        for (ListSums each : lists.values()) {
            sum = Links.sum(Links.difference(sum, each.before), each.after);
        }
        return sum;
    }

    /** Returns the columns of the call after those of its writer. */
    Object[] columns() {
        List<Head> before = List.copyOf(expected.values());
        List<Head> after = expected.keySet().stream().map(moved::get).toList();
        List<ListSums> sums = List.copyOf(lists.values());
        return new Object[] {
            expected.keySet().toArray(new String[0]),
            before.stream().map(Head::seq).toArray(Long[]::new),
            before.stream().map(Head::link).toArray(byte[][]::new),
            after.stream().map(Head::seq).toArray(Long[]::new),
            after.stream().map(Head::link).toArray(byte[][]::new),
            eventStreams.toArray(new String[0]),
            seqs.toArray(new Long[0]),
            kinds.toArray(new String[0]),
            payloads.toArray(new byte[0][]),
            links.toArray(new byte[0][]),
            changes.texts(),
            lists.keySet().toArray(new String[0]),
            sums.stream().map(ListSums::before).toArray(byte[][]::new),
            sums.stream().map(ListSums::after).toArray(byte[][]::new)
        };
    }
}
