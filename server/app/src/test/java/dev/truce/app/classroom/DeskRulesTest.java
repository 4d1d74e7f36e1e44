package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassEvent.Hosts;
import dev.truce.app.classroom.ClassEvent.Release;
import dev.truce.app.classroom.ClassEvent.Wish;
import dev.truce.app.classroom.ClassSetup.SeatSetup;
import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ConnectionCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a desk may do with a class, and what tables have to do for it: two tables of two seats, three members. */
class DeskRulesTest {
    private static final String TEMPLATE = "title: Seminar\nscenario: class-8\nbot: hawk\n";
    private static final TableSeat GAP = new TableSeat(2, Seat.CN_HEAD);

    private final ClassState state = new ClassState(new ClassSetup(
            TEMPLATE,
            Template.read(TEMPLATE, "template"),
            List.of(table(1, "m-1", 1, 2), table(2, "m-2", 3, 0)),
            3,
            ""));
    private final Set<Integer> over = new HashSet<>();
    private long events;

    private static TableSetup table(int number, String match, int us, int cn) {
        return new TableSetup(
                number,
                match,
                List.of(
                        new SeatSetup(Seat.US_HEAD, "Otter" + number, us),
                        new SeatSetup(Seat.CN_HEAD, "Puma" + number, cn)));
    }

    private static ClassAct act(String text) {
        return ClassActNotation.read(text, 1).orElseThrow();
    }

    private Reply<List<Wish>> judge(String text, Integer... here) {
        return new DeskRules(state, Set.of(here), over).judge(act(text));
    }

    private List<Wish> does(String text, Integer... here) {
        List<Wish> wanted = ((Reply.Done<List<Wish>>) judge(text, here)).value();
        state.apply(++events, new ClassEvent.Acted(1_000, 1, "k" + events, act(text), "", wanted));
        return wanted;
    }

    private Refusal.Code refused(String text) {
        return ((Reply.Refused<List<Wish>>) judge(text)).refusal().code();
    }

    private void enters(int member, TableSeat at) {
        state.apply(++events, new ClassEvent.Entered(1_000, member, at.table(), at.seat(), "", List.of()));
    }

    private static Wish hosts(int table, HostAct act) {
        return new Hosts(table, act);
    }

    private static Wish standIn(TableSeat at) {
        return hosts(at.table(), new HostAct.StandIn(at.seat().side(), at.seat().number(), "hawk"));
    }

    @Test
    void anActAtTablesIsDoneAtThoseThatAreNamedOrAtAll() {
        assertThat(does("pause")).containsExactly(hosts(1, new HostAct.Pause()), hosts(2, new HostAct.Pause()));
        assertThat(does("2: pause")).containsExactly(hosts(2, new HostAct.Pause()));
        assertThat(refused("2,9: pause")).isEqualTo(ConnectionCode.UNKNOWN_TABLE);
    }

    private List<String> calls() {
        return state.calls().all().stream()
                .map(call -> call.member() + " " + call.text())
                .toList();
    }

    private void calls(int member, String text) {
        state.apply(++events, new ClassEvent.Called(1_000, member, text));
    }

    @Test
    void aSeatIsHandedOnWhereAnotherComesToItInTheSameMatch() {
        TableSeat us = new TableSeat(1, Seat.US_HEAD);
        does("move 1 2.CN");
        does("move 2 1.US");
        assertThat(handedOn(us)).as("nothing was played").isEmpty();
        does("start");
        does("move 2 1.CN");
        does("move 2 1.US");
        assertThat(handedOn(us)).as("it is his").isEmpty();
        does("move 2 1.CN");
        assertThat(handedOn(new TableSeat(1, Seat.CN_HEAD))).as("a bot had it").isEmpty();
        does("move 3 1.US");
        assertThat(handedOn(us)).hasValue(events);
        does("remove 3");
        enters(1, us);
        assertThat(handedOn(us)).hasValue(events);
    }

    @Test
    void aCallForHelpStandsUntilItsSeatIsToldSomethingOrItsStudentIsGone() {
        calls(2, "Where?");
        calls(1, "How?");
        calls(2, "When?");
        calls(3, "Who?");
        assertThat(calls()).containsExactly("1 How?", "2 When?", "3 Who?");
        does("2: message CN You are alone");
        does("2: announce All of you");
        assertThat(calls()).hasSize(3);
        does("1: message US Like this");
        assertThat(calls()).containsExactly("2 When?", "3 Who?");
        does("remove 2");
        assertThat(calls()).containsExactly("3 Who?");
        does("erase 3");
        assertThat(calls()).isEmpty();
        assertThat(state.calls().made(2)).isEqualTo(2);
    }

    @Test
    void noDeskDoesWhatOnlyTheServerMay() {
        assertThat(refused("time-up r1 1")).isEqualTo(ConnectionCode.NOT_ALLOWED);
        assertThat(refused("abandon \"enough\"")).isEqualTo(ConnectionCode.NOT_ALLOWED);
    }

    @Test
    void everyActOfARoomSaysAtHowManyTablesItIsDone() {
        assertThat(ActKinds.types())
                .contains(HostAct.OfOwner.class.getPermittedSubclasses())
                .contains(ClassAct.FillGaps.class, ClassAct.Doors.class, ClassAct.Move.class)
                .contains(ClassAct.Swap.class, ClassAct.Rename.class)
                .hasSize(HostAct.OfOwner.class.getPermittedSubclasses().length + 5);
    }

    @Test
    void whatDecidesForThoseWhoSitThereIsDoneAtTwentyTablesAtOnce() {
        List<TableSetup> many = new ArrayList<>();
        for (int table = 1; table <= 21; table++) {
            many.add(table(table, "m-" + table, 0, 0));
        }
        ClassState large = new ClassState(new ClassSetup(TEMPLATE, Template.read(TEMPLATE, "template"), many, 0, ""));
        DeskRules rules = new DeskRules(large, Set.of(), Set.of());
        String twenty = "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20: ";
        for (String free : List.of("start", "pause", "resume", "open r1", "reveal r1", "announce \"Two minutes\"")) {
            assertThat(rules.judge(act(free))).as(free).isInstanceOf(Reply.Done.class);
        }
        for (String bound :
                List.of("advance r1", "extend r1 1:00", "stand-in US hold", "fill-gaps hold", "end-with r5")) {
            assertThat(((Reply.Refused<List<Wish>>) rules.judge(act(bound))).refusal())
                    .as(bound)
                    .isEqualTo(Refusal.of(ConnectionCode.TOO_MANY_AT_ONCE, "tables")
                            .naming(20, 21)
                            .legal("1..20"));
            assertThat(rules.judge(act(twenty + bound))).as(bound).isInstanceOf(Reply.Done.class);
        }
    }

    private Optional<ClassAct> undoing(String text) {
        does(text);
        return state.undoing(events);
    }

    @Test
    void whatTakesAnActBackFollowsFromWhatWasBefore() {
        assertThat(undoing("doors open")).contains(act("doors closed"));
        assertThat(undoing("doors open")).isEmpty();
        assertThat(undoing("rename 1 Heron")).contains(act("rename 1 Otter1"));
        assertThat(undoing("move 3 2.CN")).contains(act("move 3 2.US"));
        assertThat(undoing("move 3 2.US")).contains(act("move 3 2.CN"));
        does("start");
        assertThat(undoing("1: stand-in CN tft")).contains(act("1: hand-back CN"));
        assertThat(undoing("1: stand-in CN hold")).contains(act("1: stand-in CN tft"));
        assertThat(undoing("1: hand-back CN")).contains(act("1: stand-in CN hold"));
        assertThat(undoing("1: hand-back CN")).isEmpty();
        // At the tables the seat has had different bots, so one act does not lead back.
        does("1: stand-in US tft");
        assertThat(undoing("stand-in US hawk")).isEmpty();
        assertThat(undoing("extend r1 -1:00")).contains(act("extend r1 1:00"));
        assertThat(undoing("announce Hello")).isEmpty();
    }

    @Test
    void anActIsTakenBackWhereItWasDoneAndOnlyAsLongAsItIsAsItWasLeft() {
        does("pause");
        state.apply(
                ++events, new ClassEvent.Finished(1_000, 1, List.of(new ClassEvent.TableRefusal(2, "WRONG_PHASE", 0))));
        assertThat(state.undoing(1)).contains(act("1: resume"));
        does("move 3 2.CN");
        long moved = events;
        does("move 3 2.US");
        assertThat(state.undoing(moved)).isEmpty();
        does("doors open");
        assertThat(state.acts().lastOf(1)).isEqualTo(events);
        state.apply(++events, new ClassEvent.Acted(1_000, 1, "u", act("doors closed"), "", events - 1, List.of()));
        assertThat(state.undoing(events - 1)).isEmpty();
        assertThat(state.acts().lastOf(1)).isEqualTo(moved + 1);
        assertThat(state.acts().lastOf(2)).isZero();
    }

    /** Tables answer an act, one of them so after it has done some of what it had to do. */
    private void refuses(long act, int table, int done) {
        state.apply(
                ++events,
                new ClassEvent.Finished(1_000, act, List.of(new ClassEvent.TableRefusal(table, "WRONG_PHASE", done))));
    }

    private void refusedAt(int table, int done, String text, Integer... here) {
        does(text, here);
        refuses(events, table, done);
    }

    @Test
    void whatATableHasRefusedIsAsItWasBefore() {
        TableSeat us = new TableSeat(2, Seat.US_HEAD);
        refusedAt(2, 0, "fill-gaps hawk", 1, 2);
        refusedAt(1, 0, "1: vacate US");
        assertThat(state.isGap(us)).isFalse();
        assertThat(state.filled(List.of())).isEmpty();
        does("start");
        does("2: stand-in CN tft");
        refusedAt(2, 0, "start");
        assertThat(state.holder(GAP)).isEqualTo(new SeatHolder.Bot("tft"));
        assertThat(does("fill-gaps hawk", 1, 2)).containsExactly(standIn(us));
        assertThat(state.filled(List.of())).containsOnlyKeys(us);
        refusedAt(2, 0, "fill-gaps off", 1, 2);
        assertThat(state.filled(List.of())).containsOnlyKeys(us);
        assertThat(state.isGap(us)).isTrue();
    }

    @Test
    void whatATableDidBeforeItRefusedStays() {
        // The match begins, the bot sits down, and the round cannot be opened.
        refusedAt(2, 2, "start");
        assertThat(state.isGap(GAP)).isTrue();
        assertThat(state.holder(GAP)).isEqualTo(new SeatHolder.Bot("hawk"));
        assertThat(does("move 1 2.CN")).startsWith(hosts(2, new HostAct.HandBack(Side.CN, 0)));
        refuses(events, 2, 0);
        assertThat(state.isGap(GAP)).isTrue();
        assertThat(state.memberOf(GAP)).isEqualTo(1);
    }

    @Test
    void whatHasBeenDoneSinceIsNotPutBack() {
        TableSeat cn = new TableSeat(1, Seat.CN_HEAD);
        does("start");
        does("fill-gaps hawk", 1, 3);
        long filled = events;
        state.apply(
                ++events,
                new ClassEvent.Entered(
                        1_000, 2, cn.table(), cn.seat(), "", List.of(hosts(1, new HostAct.HandBack(Side.CN, 0)))));
        long back = events;
        refuses(filled, 1, 0);
        assertThat(state.isGap(cn)).isFalse();
        // Nobody stands in there, as the table says.
        refuses(back, 1, 0);
        assertThat(state.isGap(cn)).isFalse();
        assertThat(state.holder(cn)).isEqualTo(new SeatHolder.Person());
    }

    @Test
    void aTakeoverIsTakenBackAtTheTablesThatDidIt() {
        does("start");
        refusedAt(2, 0, "stand-in US tft");
        assertThat(state.undoing(events - 1)).contains(act("1: hand-back US"));
        does("1: stand-in US hold");
        assertThat(state.undoing(events - 2)).isEmpty();
    }

    @Test
    void theNewestHundredActsCanBeTakenBack() {
        for (int i = 0; i <= ActLog.UNDOABLE; i++) {
            does("pause");
        }
        assertThat(state.undoing(1)).isEmpty();
        assertThat(state.undoing(2)).contains(act("resume"));
    }

    @Test
    void whoBeginsHasBotsOnSeatsWithoutMembers() {
        assertThat(does("start"))
                .containsExactly(
                        hosts(1, new HostAct.Start()),
                        hosts(1, new HostAct.OpenRound(1, HostAct.OpenRound.USUAL)),
                        hosts(2, new HostAct.Start()),
                        standIn(GAP),
                        hosts(2, new HostAct.OpenRound(1, HostAct.OpenRound.USUAL)));
        assertThat(state.isGap(GAP)).isTrue();
        assertThat(state.freeSeat(over)).contains(GAP);
    }

    @Test
    void gapsAreTheSeatsOfThoseWhoAreNotHereToo() {
        does("start");
        assertThat(does("fill-gaps hawk", 1, 3)).containsExactly(standIn(new TableSeat(1, Seat.CN_HEAD)));
        assertThat(state.isGap(new TableSeat(1, Seat.CN_HEAD))).isTrue();
        assertThat(does("fill-gaps hawk", 1, 3)).isEmpty();
        enters(2, new TableSeat(1, Seat.CN_HEAD));
        assertThat(state.isGap(new TableSeat(1, Seat.CN_HEAD))).isFalse();
    }

    @Test
    void whoMovesLeavesHisSeatToABotAndTakesOneFromABot() {
        does("start");
        assertThat(does("move 1 2.CN"))
                .containsExactly(
                        hosts(2, new HostAct.HandBack(Side.CN, 0)),
                        new Release(1, Seat.US_HEAD),
                        standIn(new TableSeat(1, Seat.US_HEAD)));
        assertThat(state.seatOf(1)).contains(GAP);
        assertThat(state.isGap(new TableSeat(1, Seat.US_HEAD))).isTrue();
        assertThat(refused("move 2 2.CN")).isEqualTo(ConnectionCode.SEAT_TAKEN);
        assertThat(refused("move 2 2.CN.4")).isEqualTo(ConnectionCode.NO_SUCH_SEAT);
        assertThat(refused("move 2 7.CN")).isEqualTo(ConnectionCode.UNKNOWN_TABLE);
        assertThat(refused("move 8 1.US")).isEqualTo(ConnectionCode.UNKNOWN_MEMBER);
    }

    private ClassAct.Add adds(String name) {
        ClassAct.Add seated = state.seated((ClassAct.Add) act("add " + name), over);
        state.apply(++events, new ClassEvent.Acted(1_000, 1, "k" + events, seated, "", List.of()));
        return seated;
    }

    @Test
    void whoIsAddedGetsASeatOfABotThatGoesOnUntilHeComes() {
        does("start");
        assertThat(judge("add Ana Ruiz")).isEqualTo(Reply.done(List.of()));
        assertThat(adds("Ana Ruiz")).isEqualTo(new ClassAct.Add("", "", 4, 2, Side.CN, 0));
        assertThat(state.members()).isEqualTo(4);
        assertThat(state.seatOf(4)).contains(GAP);
        assertThat(state.isGap(GAP)).isTrue();
        assertThat(state.lateSince(4)).hasValue(events);
        assertThat(state.lateSince(3)).isEmpty();
        state.apply(
                ++events,
                new ClassEvent.Entered(
                        1_000, 4, 2, Seat.CN_HEAD, "", List.of(hosts(2, new HostAct.HandBack(Side.CN, 0)))));
        assertThat(state.isGap(GAP)).isFalse();
        assertThat(state.lateSince(4)).hasValue(events);
        enters(4, GAP);
        assertThat(state.lateSince(4)).as("he came before").hasValue(events - 1);
        assertThat(refused("add Bo 1.US")).isEqualTo(ConnectionCode.SEAT_TAKEN);
        assertThat(refused("add Bo 1.US.4")).isEqualTo(ConnectionCode.NO_SUCH_SEAT);
        assertThat(refused("add Bo 9.US")).isEqualTo(ConnectionCode.UNKNOWN_TABLE);
    }

    @Test
    void inAFullClassWhoIsAddedWaitsAndIsExchangedForOneWhoDoesNotCome() {
        adds("Ana");
        assertThat(state.lateSince(4)).as("nothing was played").isEmpty();
        does("start");
        assertThat(adds("Bo")).isEqualTo(new ClassAct.Add("", "", 5, 0, Side.US, 0));
        assertThat(state.seatOf(5)).isEmpty();
        TableSeat us = new TableSeat(2, Seat.US_HEAD);
        does("fill-gaps hawk", 1, 2, 4);
        assertThat(does("swap 5 3", 1, 2, 4)).containsExactly(new Release(2, Seat.US_HEAD));
        assertThat(state.seatOf(5)).contains(us);
        assertThat(state.seatOf(3)).isEmpty();
        assertThat(state.isGap(us)).as("the bot goes on until he comes").isTrue();
        assertThat(handedOn(us)).hasValue(events);
        assertThat(does("swap 3 5", 3))
                .containsExactly(hosts(2, new HostAct.HandBack(Side.US, 0)), new Release(2, Seat.US_HEAD));
        assertThat(state.isGap(us)).isFalse();
        assertThat(refused("swap 5 5")).isEqualTo(ConnectionCode.NO_SUCH_SEAT);
        assertThat(refused("swap 5 9")).isEqualTo(ConnectionCode.UNKNOWN_MEMBER);
    }

    @Test
    void twoMembersExchangeTheirSeats() {
        assertThat(does("swap 1 3", 1, 2, 3))
                .containsExactly(new Release(1, Seat.US_HEAD), new Release(2, Seat.US_HEAD));
        assertThat(state.seatOf(1)).contains(new TableSeat(2, Seat.US_HEAD));
        assertThat(state.seatOf(3)).contains(new TableSeat(1, Seat.US_HEAD));
        assertThat(state.isGap(new TableSeat(1, Seat.US_HEAD))).isFalse();
        assertThat(((Reply.Refused<List<Wish>>) judge("move 1 1.US")).refusal().legal())
                .isEqualTo("SWAP 1 3");
    }

    @Test
    void whoSitsThereAlreadyIsNotToldToExchangeSeatsWithHimself() {
        Refusal refusal = ((Reply.Refused<List<Wish>>) judge("move 1 1.US")).refusal();
        assertThat(refusal.key()).isEqualTo("refused.seat_taken.own");
        assertThat(refusal.legal()).isEmpty();
    }

    @Test
    void aStandInGoesWhereTwoExchangeTheirSeatsOrWaitsForWhoHasStillToCome() {
        TableSeat us = new TableSeat(2, Seat.US_HEAD);
        does("start");
        does("2: stand-in US tft");
        assertThat(does("swap 1 3", 1, 3))
                .containsExactly(
                        hosts(2, new HostAct.HandBack(Side.US, 0)),
                        new Release(1, Seat.US_HEAD),
                        new Release(2, Seat.US_HEAD));
        assertThat(state.holder(us)).isEqualTo(new SeatHolder.Person());
        does("2: stand-in US tft");
        does("swap 2 1", 1);
        assertThat(state.seatOf(2)).contains(us);
        assertThat(state.isGap(us)).as("the bot goes on until he comes").isTrue();
    }

    /** Returns when a seat was handed on, where each event is in a round of its own. */
    private Optional<Long> handedOn(TableSeat seat) {
        return state.handedOn(seat, event -> event);
    }

    @Test
    void whoSwapsBackInTheSameRoundHasHadHisSeatAllTheTime() {
        TableSeat first = new TableSeat(1, Seat.US_HEAD);
        TableSeat second = new TableSeat(2, Seat.US_HEAD);
        does("start");
        does("swap 1 3", 1, 2, 3);
        long swapped = events;
        assertThat(state.handedOn(first, event -> 2)).hasValue(swapped);
        does("swap 3 1", 1, 2, 3);
        for (TableSeat seat : List.of(first, second)) {
            assertThat(state.handedOn(seat, event -> 2)).isEmpty();
            assertThat(state.handedOn(seat, event -> event == swapped ? 2 : 3))
                    .as("a round was the other's")
                    .hasValue(events);
        }
        does("swap 1 2", 1, 2, 3);
        does("swap 1 2", 1, 2, 3);
        assertThat(state.handedOn(first, event -> 2)).isEmpty();
        assertThat(state.handedOn(first, event -> event <= swapped ? 2 : 3))
                .as("since the round in which he came back")
                .hasValue(swapped + 1);
    }

    @Test
    void aSwapIsUndoneAsLongAsBothKeepTheirSeats() {
        does("start");
        assertThat(undoing("swap 1 3")).contains(act("swap 1 3"));
        does("swap 1 2");
        assertThat(state.undoing(events - 1)).isEmpty();
        does("swap 2 1");
        assertThat(state.undoing(events - 2))
                .as("they came back, but by other acts")
                .isEmpty();
        does("fill-gaps hawk", 1, 3);
        assertThat(undoing("swap 1 2")).as("a bot acted for him").isEmpty();
    }

    @Test
    void nobodyComesToATableWhoseMatchIsOverAndNobodyLeavesIt() {
        does("start");
        over.add(2);
        for (String act : List.of("swap 1 3", "swap 3 1", "move 3 2.CN", "move 1 2.CN", "add Bo 2.CN")) {
            Refusal refusal = ((Reply.Refused<List<Wish>>) judge(act)).refusal();
            assertThat(refusal.code()).as(act).isEqualTo(RefusalCode.WRONG_PHASE);
            assertThat(refusal.key()).as(act).isEqualTo("refused.table-over");
        }
        assertThat(judge("swap 1 2")).isInstanceOf(Reply.Done.class);
        assertThat(adds("Bo").table()).as("no seat that goes on is free").isZero();
        does("remove 1");
        assertThat(adds("Cy").table()).isEqualTo(1);
    }

    @Test
    void aClassHasAtMostSoManyStudents() {
        for (int member = state.members(); member < ClassList.MAX_STUDENTS; member++) {
            adds("Ana");
        }
        assertThat(refused("add Bo")).isEqualTo(ConnectionCode.ROOM_FULL);
    }

    @Test
    void beforeTheMatchBeginsNobodyNeedsABot() {
        assertThat(does("move 1 2.CN")).containsExactly(new Release(1, Seat.US_HEAD));
    }

    @Test
    void pseudonymsAreFitAndDifferAtATable() {
        assertThat(does("rename 1 \"Grey Heron\""))
                .containsExactly(new ClassEvent.Renames(1, Seat.US_HEAD, "Grey Heron"));
        assertThat(state.pseudonym(new TableSeat(1, Seat.US_HEAD))).isEqualTo("Grey Heron");
        assertThat(refused("rename 2 \"grey heron\"")).isEqualTo(ConnectionCode.NAME_TAKEN);
        assertThat(refused("rename 2 \"a  b\"")).isEqualTo(ConnectionCode.BAD_NAME);
        does("start");
        assertThat(refused("rename 2 Stoat")).isEqualTo(ConnectionCode.ROOM_STARTED);
    }

    @Test
    void whoIsRemovedIsNoMemberAndHisSeatIsFree() {
        does("start");
        assertThat(does("remove 1"))
                .containsExactly(new Release(1, Seat.US_HEAD), standIn(new TableSeat(1, Seat.US_HEAD)));
        assertThat(state.isMember(1)).isFalse();
        assertThat(refused("new-key 1")).isEqualTo(ConnectionCode.UNKNOWN_MEMBER);
        assertThat(state.freeSeat(over)).contains(new TableSeat(1, Seat.US_HEAD));
    }

    @Test
    void aClassThatIsClosedTakesNothing() {
        does("start");
        assertThat(does("finish"))
                .containsExactly(hosts(1, new HostAct.Abandon("")), hosts(2, new HostAct.Abandon("")));
        assertThat(refused("doors open")).isEqualTo(ConnectionCode.CLASS_NOT_OPEN);
    }

    @Test
    void anActIsOpenUntilEveryTableHasAnswered() {
        does("pause");
        assertThat(state.acts().open()).containsOnlyKeys(1L);
        state.apply(
                ++events,
                new ClassEvent.Finished(
                        1_000, 1, List.of(new ClassEvent.TableRefusal(2, RefusalCode.WRONG_PHASE.name(), 0))));
        assertThat(state.acts().open()).isEmpty();
        assertThat(state.acts().refusals(1))
                .hasValueSatisfying(refusals -> assertThat(refusals).hasSize(1));
        assertThat(state.acts().find("k1")).contains(1L);
        does("doors open");
        assertThat(state.acts().open()).isEmpty();
    }

    @Test
    void ticketsAreUsedOnce() {
        state.apply(++events, new ClassEvent.Acted(1_000, 1, "k", new ClassAct.NewTicket(), "hash", List.of()));
        assertThat(state.ticket("hash")).contains(1_000L);
        state.apply(++events, new ClassEvent.DeskOpened(1_000, 1, "token", "hash"));
        assertThat(state.ticket("hash")).isEmpty();
        assertThat(state.desk("token")).contains(1);
        assertThat(state.nextDesk()).isEqualTo(2);
    }

    @Test
    void aClassThatHasHadEnoughActsCanOnlyBeClosed() {
        for (int i = 0; i < ActLog.MAX; i++) {
            assertThat(does("doors open")).isEmpty();
        }
        assertThat(refused("doors closed")).isEqualTo(ConnectionCode.NOT_ALLOWED);
        assertThat(refused("pause")).isEqualTo(ConnectionCode.NOT_ALLOWED);
        // What the class does by itself goes on, and so does what was done before.
        state.apply(++events, new ClassEvent.Acted(1_000, 0, "", act("open r1"), "", List.of()));
        assertThat(state.acts().find("k0")).isEmpty();
        assertThat(state.acts().find("k1")).contains(1L);
        assertThat(does("finish")).isEmpty();
    }

    @Test
    void whatTablesHaveDoneIsNotKept() {
        assertThat(does("start")).isNotEmpty();
        state.apply(++events, new ClassEvent.Finished(1_000, 1, List.of()));
        assertThat(state.acts().acted(1).orElseThrow().wanted()).isEmpty();
        assertThat(state.acts().newest()).containsOnlyKeys(1L);
    }

    @Test
    void theNewestDesksAreKnownAgain() {
        for (int desk = 1; desk <= ClassState.MAX_DESKS + 1; desk++) {
            state.apply(++events, new ClassEvent.DeskOpened(1_000, desk, "token-" + desk, ""));
        }
        assertThat(state.desk("token-1")).isEmpty();
        assertThat(state.desk("token-2")).contains(2);
        assertThat(state.nextDesk()).isEqualTo(ClassState.MAX_DESKS + 2);
    }
}
