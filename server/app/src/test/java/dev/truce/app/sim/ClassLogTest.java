package dev.truce.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.SeatSetup;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.classroom.Template;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.engine.board.Side;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each invariant of classes is shown a history in which it is broken, and has to see it. */
class ClassLogTest {
    private static final String TEMPLATE = "title: Seminar\nscenario: busan-2025\n";
    private static final HostAct.OpenRound OPENS = new HostAct.OpenRound(1, HostAct.OpenRound.USUAL);

    private final Agenda agenda = new Agenda(1);
    private final ClassSetup setup = new ClassSetup(
            TEMPLATE,
            Template.read(TEMPLATE, "template"),
            List.of(
                    new TableSetup(
                            1,
                            "m-1",
                            List.of(new SeatSetup(Seat.US_HEAD, "Otter", 1), new SeatSetup(Seat.CN_HEAD, "Puma", 2))),
                    new TableSetup(2, "m-2", List.of(new SeatSetup(Seat.US_HEAD, "Heron", 0)))),
            2,
            "key");
    private final ClassLog log =
            new ClassLog(new StoredClass("c-1", "ABCDEFGH", ClassEncoding.toBytes(setup), 1), agenda);
    private long seq = 1;
    private int keys;

    private long event(ClassEvent event) {
        log.add(++seq, new Entry.ClassActed(ClassEncoding.toBytes(event)));
        return seq;
    }

    private long act(String key, ClassAct act, ClassEvent.Wish... wanted) {
        return event(new ClassEvent.Acted(1, 1, key, act, "", List.of(wanted)));
    }

    private long act(ClassAct act, ClassEvent.Wish... wanted) {
        return act("k" + ++keys, act, wanted);
    }

    private void enters(int member, int table, Seat seat) {
        event(new ClassEvent.Entered(1, member, table, seat, "", List.of()));
    }

    private static ClassAct.AtTables at(HostAct act) {
        return new ClassAct.AtTables(List.of(), act);
    }

    private void isBroken(int invariant) {
        assertThat(Objects.requireNonNull(agenda.breach()).invariant()).isEqualTo(invariant);
    }

    private static ClassNews.Changed changed(long act) {
        return new ClassNews.Changed(true, false, false, 2, 0, List.of(), act, List.of(), "", List.of(), Set.of());
    }

    private static ClassNews.ListRead list(ClassNews.LogLine... log) {
        return new ClassNews.ListRead(List.of(), List.of(log));
    }

    /** A history that is in order, so that what the others find is what was broken in it. */
    @Test
    void aHistoryInOrderBreaksNothing() {
        enters(1, 1, Seat.US_HEAD);
        long doors = act("k", new ClassAct.Doors(true));
        log.acknowledged("k", new ClassAct.Doors(true), doors);
        ClassAct moves = new ClassAct.Move(1, 2, Side.US, 0);
        long move = act(moves);
        enters(1, 2, Seat.US_HEAD);
        act(new ClassAct.Swap(1, 2));
        enters(2, 2, Seat.US_HEAD);
        long opens = act(at(OPENS), new ClassEvent.Hosts(1, OPENS), new ClassEvent.Hosts(2, OPENS));
        log.did(2, new Input.Hosts(new By.Desk(1), opens * 32, OPENS));
        event(new ClassEvent.Finished(1, opens, List.of()));
        log.told(changed(opens));
        log.read(
                list(
                        new ClassNews.LogLine(doors, 1, 1, "DOORS OPEN"),
                        new ClassNews.LogLine(move, 1, 1, ClassActNotation.of(moves))),
                move);
        act(new ClassAct.Finish());
        log.add(++seq, new Entry.ClassClosed());
        assertThat(agenda.breach()).isNull();
    }

    @Test
    void anActThatIsAcknowledgedIsInTheJournal() {
        long doors = act("k", new ClassAct.Doors(true));
        log.acknowledged("k", new ClassAct.Doors(false), doors);
        isBroken(31);
    }

    @Test
    void theLogLeavesNothingOut() {
        long doors = act(new ClassAct.Doors(true));
        log.read(list(), doors);
        isBroken(31);
    }

    @Test
    void theLogHasNothingThatWasNotDone() {
        long doors = act(new ClassAct.Doors(true));
        log.read(list(new ClassNews.LogLine(doors, 1, 1, "DOORS CLOSED")), doors);
        isBroken(31);
    }

    @Test
    void aKeyOfAnActCountsOnce() {
        act("k", new ClassAct.Doors(true));
        act("k", new ClassAct.Doors(true));
        isBroken(2);
    }

    @Test
    void anActComesToItsEndOnce() {
        long doors = act(new ClassAct.Doors(true));
        event(new ClassEvent.Finished(1, doors, List.of()));
        event(new ClassEvent.Finished(1, doors, List.of()));
        isBroken(2);
    }

    @Test
    void nobodyLosesHisSeat() {
        enters(1, 2, Seat.US_HEAD);
        isBroken(32);
    }

    @Test
    void nobodyWhoHasASeatComesInWithout() {
        event(new ClassEvent.Entered(1, 1, 0, null, "", List.of()));
        isBroken(32);
    }

    @Test
    void aSeatHasOneMember() {
        act(new ClassAct.Move(1, 1, Side.CN, 0));
        isBroken(32);
    }

    @Test
    void theListHasEverybodyWhereTheJournalHasHim() {
        ClassNews.Member member = new ClassNews.Member(1, "Ann", "s1", 2, Seat.US_HEAD, "Heron", true, false);
        log.seats(new ClassNews.ListRead(List.of(member), List.of()));
        isBroken(32);
    }

    @Test
    void whoWasTakenOutDoesNotComeIn() {
        act(new ClassAct.Erase(1));
        enters(1, 1, Seat.US_HEAD);
        isBroken(33);
    }

    /** With the number of another table's act, of another act and of none. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 64, 65})
    void aTableOpensNoRoundThatItsClassHasNotWrittenDown(long number) {
        act(at(OPENS), new ClassEvent.Hosts(1, OPENS));
        log.did(2, new Input.Hosts(new By.Desk(1), number, OPENS));
        isBroken(34);
    }

    @Test
    void aFinishedClassStaysFinished() {
        log.add(++seq, new Entry.ClassClosed());
        act(new ClassAct.Doors(true));
        isBroken(35);
    }

    @Test
    void aDeskIsToldNothingThatIsNotOnDisk() {
        log.told(changed(seq + 1));
        isBroken(36);
    }

    @Test
    void aDeskIsToldNoLineOfTheLogThatIsNotOnDisk() {
        log.told(list(new ClassNews.LogLine(seq + 1, 1, 1, "DOORS OPEN")));
        isBroken(36);
    }

    @Test
    void aDeskIsToldNoSeatThatIsNotOnDisk() {
        ClassNews.TableSeat seat =
                new ClassNews.TableSeat(Seat.US_HEAD, "Heron", 1, true, "", false, false, 0, null, false);
        log.told(new ClassNews.TableChanged(
                2, "m-2", ClassNews.TablePhase.LOBBY, false, 1, 0, 0, List.of(seat), 0, List.of()));
        isBroken(36);
    }

    @Test
    void aDeskThatIsOpenIsOnDisk() {
        log.told(new ClassNews.DeskEntered("c-1", "ABCDEFGH", "Seminar", 1, "token", 2));
        isBroken(36);
    }
}
