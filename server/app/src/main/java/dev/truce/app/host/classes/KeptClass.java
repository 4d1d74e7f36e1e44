package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.Student;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Referees;
import dev.truce.app.room.RoomCode;
import dev.truce.app.room.ServerRefusals;
import dev.truce.app.signature.RecordSigner;
import dev.truce.bots.ParMatches;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.Input;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.EventStore;
import dev.truce.store.StoreException;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMatch.StoredInput;
import dev.truce.store.StoredMember;
import dev.truce.store.sqlite.SqliteStore;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class as a journal keeps it, whose matches are over.
 *
 * @param tables its tables
 * @param students those who have a seat and were not erased
 */
public record KeptClass(ClassTables tables, List<Student> students) {
    public KeptClass {
        students = List.copyOf(students);
    }

    /**
     * Reads a class.
     *
     * @param signer vouches for the records of its tables
     * @param typed its code
     * @return refused if there was no class of this code, or its tables cannot be compared yet
     * @throws StoreException if this version cannot play its matches
     */
    public static Reply<KeptClass> read(SqliteStore store, Catalogue catalogue, RecordSigner signer, String typed) {
        return RoomCode.parse(typed)
                .flatMap(code -> find(store, code.text()))
                .map(kept -> of(store, catalogue, signer, kept, true))
                .orElseGet(() -> Reply.refused(ServerRefusals.unknownCode()));
    }

    /** A code is free again once its class is closed; so there may be several, and the open one is meant, or else the newest. */
    static Optional<StoredClass> find(EventStore store, String code) {
        List<String> open = store.openClasses();
        return store.classesOpened(code).stream()
                .map(StoredClass::classId)
                .reduce((older, newer) -> open.contains(older) ? older : newer)
                .flatMap(store::classOf);
    }

    /** Finds the finished class that had a code last, with that code. */
    static Optional<StoredClass> finished(EventStore store, String code) {
        List<String> open = store.openClasses();
        return store.classesOpened(code).stream()
                .map(StoredClass::classId)
                .filter(id -> !open.contains(id))
                .reduce((older, newer) -> newer)
                .flatMap(store::classOf)
                .map(kept -> new StoredClass(
                        kept.classId(), code, kept.setup(), kept.openedUnixMillis(), kept.events(), kept.last()));
    }

    /**
     * Reads a class that was found.
     *
     * @param withPar whether it is wanted what the hands are worth, which takes 64 matches of bots a table
     * @return refused if its tables cannot be compared yet
     * @throws StoreException if this version cannot play its matches
     */
    static Reply<KeptClass> of(
            EventStore store, Catalogue catalogue, RecordSigner signer, StoredClass kept, boolean withPar) {
        ClassSetup setup = ClassEncoding.setup(kept.setup());
        ClassState state = new ClassState(setup);
        kept.events().forEach(event -> state.apply(event.seq(), ClassEncoding.event(event.payload())));
        // All tables were opened together, by the rules that the id had then.
        Rules rules = Referees.rules(
                catalogue,
                store.match(setup.tables().get(0).matchId()).orElseThrow().room());
        List<ClassTables.Recorded> records = new ArrayList<>();
        Map<Integer, StoredMatch> matches = new HashMap<>();
        for (ClassSetup.TableSetup table : setup.tables()) {
            StoredMatch stored = store.match(table.matchId()).orElseThrow();
            if (state.isClosed() && stored.rounds().isEmpty()) {
                // Nothing was played; what the others did is told without it.
                continue;
            }
            matches.put(table.number(), stored);
            MatchRecord match = signer.signed(
                    state.isClosed() ? Referees.ended(catalogue, stored) : Referees.record(catalogue, stored),
                    rules.scenario());
            RecordTitle title = match.recordTitle();
            records.add(new ClassTables.Recorded(
                    table.number(),
                    "",
                    RecordReplay.of(
                            match.with(new RecordTitle(
                                    setup.template().title(), title.date(), title.usName(), title.cnName())),
                            rules)));
        }
        if (records.isEmpty()) {
            return Reply.refused(Refusal.of(RefusalCode.WRONG_PHASE, "").because("refused.no-table-ended"));
        }
        return ClassTables.of(rules, records, withPar ? played -> ParMatches.of(rules, played) : null)
                .then(tables ->
                        Reply.done(new KeptClass(tables, students(store.members(kept.classId()), state, matches))));
    }

    private static List<Student> students(
            List<StoredMember> members, ClassState state, Map<Integer, StoredMatch> matches) {
        List<Student> students = new ArrayList<>();
        for (StoredMember member : members) {
            Optional<ClassSetup.TableSeat> seat = state.seatOf(member.member());
            if (seat.isPresent()
                    && matches.containsKey(seat.get().table())
                    && !member.name().isEmpty()) {
                students.add(new Student(
                        member.member(),
                        member.name(),
                        member.student(),
                        member.login(),
                        member.canvasId(),
                        member.section(),
                        seat.get().table(),
                        seat.get().seat(),
                        fromRound(state, member.member(), seat.get(), matches),
                        Language.find(member.language()).orElse(null)));
            }
        }
        return students;
    }

    /** Returns the first round that is a member's, 0 if all are. */
    private static int fromRound(
            ClassState state, int member, ClassSetup.TableSeat seat, Map<Integer, StoredMatch> matches) {
        StoredMatch match = Objects.requireNonNull(matches.get(seat.table()));
        return Stream.of(state.handedOn(seat, event -> round(match, event)), state.lateSince(member))
                .flatMap(Optional::stream)
                .mapToInt(event -> round(match, event))
                .max()
                .orElse(0);
    }

    /** Returns the round that a match was in when an event of the class came to it, or the next event that did. */
    private static int round(StoredMatch match, long event) {
        for (StoredInput input : match.inputs()) {
            if (InputCodec.of(input.payload()) instanceof Input.Hosts hosts
                    && hosts.number() / TableActs.ACTS_A_TABLE >= event) {
                return 1
                        + (int) match.rounds().stream()
                                .filter(round -> round.seq() < input.seq())
                                .count();
            }
        }
        return 1 + match.rounds().size();
    }
}
