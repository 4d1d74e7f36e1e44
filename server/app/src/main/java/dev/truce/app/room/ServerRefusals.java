package dev.truce.app.room;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.store.BrokenStream;
import java.util.List;
import java.util.Set;

/** The refusals of a server that is busy, cannot save, or does not know what it is asked for. */
public final class ServerRefusals {
    /** Says that students pick their names in a class. */
    public static final String BY_LIST = "list";

    /** Refusals that somebody gets who guesses. */
    private static final Set<Refusal.Code> WRONG = Set.of(
            ConnectionCode.UNKNOWN_CODE,
            ConnectionCode.BAD_TOKEN,
            ConnectionCode.NOT_INSTRUCTOR,
            ConnectionCode.WRONG_KEY);

    /** How soon who stands before closed doors asks again: a class of sixty asks twenty times a second then. */
    private static final long DOORS_MILLIS = 3_000;

    private ServerRefusals() {}

    /** Returns whether somebody gets this who guesses: its answer has to be slow. */
    public static boolean isWrong(Refusal refusal) {
        return WRONG.contains(refusal.code());
    }

    /** Asks to try again: the server is too busy, and nothing was done. */
    public static Refusal retry() {
        return Refusal.of(ConnectionCode.RETRY, "").after(250);
    }

    /** Asks to try again once the journal is open: whether the request was saved is not known before. */
    public static Refusal later() {
        return Refusal.of(ConnectionCode.RETRY, "")
                .because("refused.retry.journal")
                .after(1_000);
    }

    /** Says that this match takes nothing until the server is repaired. */
    public static Refusal unavailable() {
        return Refusal.of(ConnectionCode.STORE_UNAVAILABLE, "");
    }

    /** Says that what was saved of a match is not as it was written, and that nobody goes on from it. */
    public static Refusal broken(BrokenStream broken) {
        return Refusal.of(ConnectionCode.JOURNAL_BROKEN, "").naming(broken.stream(), broken.seq(), broken.damage());
    }

    /** Refuses a token that opens nothing; the same whether it never did or does no more. */
    public static Refusal badToken() {
        return Refusal.of(ConnectionCode.BAD_TOKEN, "token");
    }

    /** Refuses a code that opens nothing. */
    public static Refusal unknownCode() {
        return Refusal.of(ConnectionCode.UNKNOWN_CODE, "room_code");
    }

    /** Refuses something for a match that is not the one of this place, in the same words whether it exists or not. */
    public static Refusal anotherMatch(String own) {
        return Refusal.of(RefusalCode.UNKNOWN_MATCH, "match_id")
                .because("refused.unknown_match.other")
                .legal(own);
    }

    /** A desk key, ticket or token opens no desk. */
    public static Refusal noDesk() {
        return Refusal.of(ConnectionCode.NOT_INSTRUCTOR, "secret");
    }

    /** Only instructors open rooms here. */
    public static Refusal roomsByKey() {
        return Refusal.of(ConnectionCode.NOT_INSTRUCTOR, "desk_key").because("refused.not_instructor.room");
    }

    /** The code of a class does not open a room. */
    public static Refusal isAClass() {
        return Refusal.of(ConnectionCode.IS_A_CLASS, "room_code");
    }

    /** The code of a class does not open a room; there a student picks his name from the list. */
    public static Refusal isAClassByList() {
        return isAClass().because("refused.is_a_class.list").legal(BY_LIST);
    }

    /** Where students pick their names, there is no such name. */
    public static Refusal unknownName(List<String> names) {
        return Refusal.of(ConnectionCode.UNKNOWN_MEMBER, "student")
                .because("refused.unknown_member.name")
                .legal(String.join("; ", names));
    }

    /** A desk has refused this device. */
    public static Refusal notAdmitted() {
        return Refusal.of(ConnectionCode.SEAT_HELD, "student");
    }

    /** Too many devices wait. */
    public static Refusal tooManyWait(int most) {
        return Refusal.of(ConnectionCode.SEAT_HELD, "student").because("refused.seat_held.full", most);
    }

    /** No device with this number waits. */
    public static Refusal noDevice(int device) {
        return Refusal.of(ConnectionCode.UNKNOWN_MEMBER, "device").because("refused.unknown_member.device", device);
    }

    /** A student and his key do not belong together; the same whether there is such a student or not. */
    public static Refusal wrongKey() {
        return Refusal.of(ConnectionCode.WRONG_KEY, "student_key");
    }

    /** A desk has taken this student out of the class. */
    public static Refusal takenOut() {
        return Refusal.of(ConnectionCode.UNKNOWN_MEMBER, "student").because("refused.unknown_member.removed");
    }

    /** The doors of a class are closed, and will be opened: who waits may ask again. */
    public static Refusal doorsClosed() {
        return Refusal.of(ConnectionCode.CLASS_NOT_OPEN, "class_code").after(DOORS_MILLIS);
    }

    /** A class is finished, and nobody plays or watches there any more. */
    public static Refusal classEnded() {
        return Refusal.of(ConnectionCode.CLASS_NOT_OPEN, "class_code").because("refused.class_not_open.ended");
    }

    public static Refusal classClosed() {
        return Refusal.of(ConnectionCode.CLASS_NOT_OPEN, "class_code").because("refused.class_not_open.closed");
    }

    /** A class is not for those who only watch. */
    public static Refusal nobodyWatches() {
        return Refusal.of(ConnectionCode.NOT_ALLOWED, "class_code").because("refused.not_allowed.watch");
    }

    /** So many watch all tables of a class already. */
    public static Refusal fullOfWatchers(int most) {
        return Refusal.of(ConnectionCode.ROOM_FULL, "class_code").because("refused.room_full.board", most);
    }

    /** A class has had as many acts as it keeps. */
    public static Refusal classFull(int most) {
        return Refusal.of(ConnectionCode.NOT_ALLOWED, "act").because("refused.class-acts", most);
    }

    /** A class has no such table. */
    public static Refusal unknownTable(int table) {
        return Refusal.of(ConnectionCode.UNKNOWN_TABLE, "tables").naming(table);
    }

    /** Something is wanted at more tables than one can look at before. */
    public static Refusal tooManyAtOnce(int most, int tables) {
        return Refusal.of(ConnectionCode.TOO_MANY_AT_ONCE, "tables")
                .naming(most, tables)
                .legal("1.." + most);
    }

    /** What a desk did has worked, or nothing takes it back; 0 if it did nothing. */
    public static Refusal notUndoable(long act) {
        Refusal refusal = Refusal.of(ConnectionCode.NOT_UNDOABLE, "act");
        return act == 0 ? refusal.because("refused.not_undoable.none") : refusal.naming(act);
    }

    /** What would take an act back is refused. */
    public static Refusal notUndoable(Refusal why) {
        return new Refusal(ConnectionCode.NOT_UNDOABLE, "act", why.key(), why.arguments(), why.legal(), 0, "");
    }

    /** A class has no such member. */
    public static Refusal unknownMember(int member) {
        return Refusal.of(ConnectionCode.UNKNOWN_MEMBER, "member").naming(member);
    }
}
