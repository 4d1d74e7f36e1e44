package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.truce.app.classroom.ClassGrades;
import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.Gradebook;
import dev.truce.app.classroom.Student;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.ClassBundle;
import dev.truce.app.host.classes.KeptClass;
import dev.truce.app.signature.RecordSigner;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch.StoredInput;
import dev.truce.store.StoredMember;
import dev.truce.store.sqlite.JournalCopy;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class from its opening to its end, over the wire and over restarts: two tables of two seats, three students, one desk. */
class ClassOverWireTest extends HeldClass {
    private static final String TEMPLATE = """
        title: Seminar 3
        scenario: busan-2025
        rounds: 3
        minutes: 5
        bot: hold
        seed: 7f3a91c2d84be650a1f79c3d5e82b064
        """;

    private static final String LIST = """
        Name,Student number,Table
        Annabelle Archer,s2210443,1
        Bohumil Baker,s2210444,1
        Cyprian Cole,s2210445,2
        """;

    private final HandTimers timers = new HandTimers();

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(timers));
    }

    private RawClient open(TruceServer server) throws IOException {
        RawClient desk = openClass(server, data, TEMPLATE, LIST);
        assertThat(keys.values()).hasSize(3).allMatch(key -> key.length() == 8);
        return desk;
    }

    private static ClassNews.TableChanged table(RawClient desk, Predicate<ClassNews.TableChanged> fits)
            throws IOException {
        while (true) {
            ServerMessage.OfClass news = desk.awaitMessage(ServerMessage.OfClass.class);
            if (news.news() instanceof ClassNews.TableChanged table && fits.test(table)) {
                return table;
            }
        }
    }

    private static void opened(RawClient client, int round) throws IOException {
        client.await(Notice.RoundOpened.class, open -> open.observation().openRound() == round);
    }

    @Test
    void aClassFromItsOpeningToItsEnd() throws Exception {
        String match;
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cy = RawClient.greeted(server.port(), Role.PLAYER)) {
            assertThat(ann.refused(enter("s2210443")).code()).isEqualTo(ConnectionCode.CLASS_NOT_OPEN);
            does(desk, "doors open");
            ServerMessage.Seated annSeat = sits(ann, "S2210443 ");
            match = annSeat.matchId();
            ServerMessage.Seated boSeat = sits(bo, "s2210444");
            assertThat(boSeat.matchId()).isEqualTo(match);
            assertThat(boSeat.roomCode()).isEqualTo(code);

            does(desk, "start");
            opened(ann, 1);
            opened(bo, 1);
            does(desk, "pause");
            assertThat(ann.refused(new ClientMessage.Do(match, 1, RawClient.key(), new Deed.Undo()))
                            .code())
                    .isEqualTo(RefusalCode.WRONG_PHASE);
            does(desk, "all: resume");
            does(desk, "1: extend r1 1:00");
            assertThat(ann.await(
                                    Notice.ClockChanged.class,
                                    clock -> clock.cause() == Notice.ClockChanged.Cause.EXTENDED)
                            .leftMillis())
                    .isEqualTo(360_000);

            does(desk, "fill-gaps hold");
            sits(cy, "s2210445");
            opened(cy, 1);
            cy.await(Notice.SeatChanged.class, changed -> changed.bot().equals("hold"));
            cy.await(Notice.SeatChanged.class, changed -> changed.bot().isEmpty());
        }
        try (TruceServer server = start();
                RawClient desk = enterDesk(server, deskToken);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
            assertThat(sits(ann, "s2210443").matchId()).isEqualTo(match);
            opened(ann, 1);
            sits(other, "s2210443");
            ann.awaitMessage(ServerMessage.TakenOver.class);
            opened(other, 1);

            ClassAct advance = act("advance r1");
            assertThat(desk.refused(of(new ClassRequest.Act(RawClient.key(), advance, "0123")))
                            .code())
                    .isEqualTo(RefusalCode.STALE_PREVIEW);
            ClassNews.Previewed previewed = ask(desk, new ClassRequest.Preview(advance), ClassNews.Previewed.class);
            assertThat(previewed.tables())
                    .extracting(ClassNews.TablePreview::table)
                    .containsExactly(1, 2);
            ClassRequest.Act done = new ClassRequest.Act(RawClient.key(), advance, previewed.expected());
            ClassNews.Done first = ask(desk, done, ClassNews.Done.class);
            assertThat(first.refusals()).isEmpty();
            assertThat(ask(desk, done, ClassNews.Done.class).act()).isEqualTo(first.act());
            other.await(Notice.RoundResolved.class, any -> true);
            opened(other, 2);
            table(desk, table -> table.table() == 2 && table.phase() == TablePhase.OPEN && table.round() == 2);

            does(desk, "close");
            // Who has played finds the match, but not without the key.
            sits(RawClient.greeted(server.port(), Role.PLAYER), "s2210443");
            assertThat(RawClient.greeted(server.port(), Role.PLAYER)
                            .refused(of(new ClassRequest.Enter(RawClient.key(), code, "s2210443", "222222")))
                            .code())
                    .isEqualTo(ConnectionCode.WRONG_KEY);
        }
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.allStreams())
                    .allSatisfy(stream -> assertThat(store.check(stream)).isEmpty());
            assertThat(store.openClasses()).isEmpty();
        }
    }

    @Test
    void whatASecretDoesNotOpenIsRefusedInTheSameWords() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient joker = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient stranger = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            does(desk, "doors open");
            assertThat(joker.refused(enter("s9999999")))
                    .isEqualTo(joker.refused(of(new ClassRequest.Enter(RawClient.key(), code, "s2210443", "222222"))));
            assertThat(joker.refused(new ClientMessage.JoinRoom(RawClient.key(), code, null, "Joker", false))
                            .code())
                    .isEqualTo(ConnectionCode.IS_A_CLASS);
            assertThat(stranger.refused(of(new ClassRequest.EnterDesk(code, "x".repeat(43))))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_INSTRUCTOR);
            String ticket = does(desk, "new-ticket").secret();
            enterDesk(stranger, ticket);
            try (RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
                assertThat(again.refused(of(new ClassRequest.EnterDesk(code, ticket)))
                                .code())
                        .isEqualTo(ConnectionCode.NOT_INSTRUCTOR);
            }
        }
    }

    private void assertNoFileHas(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains(text))
                        .as(file + " has " + text)
                        .isFalse();
            }
        }
    }

    @Test
    void aSeatThatADeskTakesAwayIsItsStudentsAgainByTheCodeOfTheClassOnly() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient stolen = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            ServerMessage.Seated before = sits(ann, "s2210443");
            does(desk, "start");
            opened(ann, 1);
            does(desk, "1: revoke US");
            does(desk, "1: revoke CN");
            isSentAway(ann, ClosingCause.PLACE_REVOKED);
            assertThat(ask(desk, wish("1: revoke US.3"), ClassNews.Done.class).refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.why().refusal())
                            .extracting(Refusal::key, why -> why.arguments().get(0))
                            .containsExactly("refused.not_allowed.revoke", "US.3"));
            assertThat(stolen.refused(new ClientMessage.Resume(before.token(), 0))
                            .code())
                    .isEqualTo(ConnectionCode.BAD_TOKEN);
            assertThat(sits(again, "s2210443").seat()).isEqualTo(before.seat());
        }
    }

    @Test
    void membersAreMovedRenamedRemovedAndForgotten() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            does(desk, "rename 1 \"Grey Heron\"");
            ServerMessage.Seated before = sits(ann, "s2210443");
            does(desk, "move 1 2.CN");
            isSentAway(ann, ClosingCause.SEAT_GIVEN_ON);
            try (RawClient moved = RawClient.greeted(server.port(), Role.PLAYER)) {
                assertThat(sits(moved, "s2210443").matchId()).isNotEqualTo(before.matchId());
                assertThat(desk.refused(of(wish("move 2 2.US"))).code()).isEqualTo(ConnectionCode.SEAT_TAKEN);
                keys.put("s2210443", does(desk, "new-key 1").secret());
                isSentAway(moved, ClosingCause.PLACE_REVOKED);
            }
            try (RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
                sits(again, "s2210443");
            }
            does(desk, "remove 2");
            does(desk, "erase 3");
            assertNoFileHas("Cyprian");
            assertNoFileHas("s2210445");
            try (RawClient gone = RawClient.greeted(server.port(), Role.PLAYER)) {
                assertThat(gone.refused(enter("s2210444")).code()).isEqualTo(ConnectionCode.UNKNOWN_MEMBER);
            }
            ClassNews.ListRead read = ask(desk, new ClassRequest.Read(), ClassNews.ListRead.class);
            assertThat(read.members())
                    .extracting(ClassNews.Member::name)
                    .containsExactly("Annabelle Archer", "Bohumil Baker", "");
            assertThat(read.members()).extracting(ClassNews.Member::removed).containsExactly(false, true, false);
            try (RawClient lists = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
                assertThat(ask(lists, new ClassRequest.ListAll(deskKey(), false), ClassNews.Listed.class)
                                .classes())
                        .extracting(ClassNews.OpenedClass::members)
                        .as("who was removed is not counted")
                        .containsExactly(2);
            }
            assertThat(read.log().stream().map(ClassNews.LogLine::text).collect(Collectors.joining("; ")))
                    .isEqualTo("DOORS OPEN; RENAME 1 \"Grey Heron\"; MOVE 1 2.CN; NEW-KEY 1; REMOVE 2; ERASE 3");
        }
    }

    private void playsToTheEnd(RawClient desk, RawClient ann) throws IOException {
        does(desk, "doors open");
        String match = sits(ann, "s2210443").matchId();
        does(desk, "start");
        does(desk, "fill-gaps hold");
        for (int round = 1; round <= 3; round++) {
            opened(ann, round);
            assertThat(desk.refused(of(debrief(ClassRequest.Naming.OFF))).code())
                    .isEqualTo(RefusalCode.WRONG_PHASE);
            ann.ready(match, Side.US, round);
        }
        ann.await(Notice.MatchOver.class, any -> true);
        allOver(desk);
    }

    /** Waits until both tables are over, in the order in which they say so. */
    private static void allOver(RawClient desk) throws IOException {
        Set<Integer> over = new HashSet<>();
        while (over.size() < 2) {
            over.add(table(desk, table -> table.phase() == TablePhase.OVER).table());
        }
    }

    private static ClassRequest.ReadText debrief(ClassRequest.Naming naming) {
        return debrief(naming, 0);
    }

    private static ClassRequest.ReadText debrief(ClassRequest.Naming naming, int table) {
        return new ClassRequest.ReadText(ClassRequest.ClassDocument.DEBRIEF_TEXT, "en", naming, 1, "", "", table);
    }

    @Test
    void aDeskReadsDebriefAndGradesOnceAllIsOver() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            playsToTheEnd(desk, ann);
            assertThat(ann.refused(of(debrief(ClassRequest.Naming.REAL))).code())
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
        }
        try (TruceServer server = start();
                RawClient desk = enterDesk(server, deskToken)) {
            allOver(desk);
            ClassNews.TextRead read = ask(desk, debrief(ClassRequest.Naming.PSEUDONYM), ClassNews.TextRead.class);
            assertThat(read.text()).contains("Seminar 3").doesNotContain("Archer");
            assertThat(ask(desk, debrief(ClassRequest.Naming.REAL), ClassNews.TextRead.class)
                            .text())
                    .contains("Annabelle Archer");
            for (ClassRequest.ClassDocument document : ClassRequest.ClassDocument.values()) {
                for (String language : List.of("en", "zh")) {
                    ClassRequest.ReadText wanted =
                            new ClassRequest.ReadText(document, language, ClassRequest.Naming.OFF, 1, "", "", 0);
                    ClassNews.TextRead first = ask(desk, wanted, ClassNews.TextRead.class);
                    assertThat(first.parts()).isEqualTo(1);
                    assertThat(first.text().contains("Annabelle Archer"))
                            .isEqualTo(document == ClassRequest.ClassDocument.GRADES);
                }
            }
            assertThat(ask(desk, debrief(ClassRequest.Naming.OFF, 2), ClassNews.TextRead.class)
                            .text())
                    .contains("Table 2 alone", "of 2 by the distance to par");
            assertThat(desk.refused(of(debrief(ClassRequest.Naming.OFF, 3))).code())
                    .isEqualTo(ConnectionCode.UNKNOWN_TABLE);
            assertThat(desk.refused(of(debrief(ClassRequest.Naming.OFF).withPart(2)))
                            .code())
                    .isEqualTo(ConnectionCode.OUT_OF_RANGE);
            does(desk, "erase 1");
            assertThat(ask(desk, debrief(ClassRequest.Naming.REAL), ClassNews.TextRead.class)
                            .text())
                    .doesNotContain("Archer");
        }
    }

    @Test
    void aMessageToOneSeatCountsAsDeliveredOnceItsClientHasHeardIt() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            sits(ann, "s2210443");
            sits(bo, "s2210444");
            does(desk, "start");
            opened(ann, 1);
            opened(bo, 1);
            does(desk, "1: message US Look at the news");
            assertThat(message(desk, false)).isEqualTo(1);
            assertThat(ann.await(Notice.HostActed.class, acted -> true).act())
                    .isEqualTo(new HostAct.Message(Side.US, 0, "Look at the news"));
            ann.acknowledge();
            assertThat(message(desk, true)).isEqualTo(1);
            does(desk, "1: announce That is all");
            assertThat(bo.await(Notice.HostActed.class, acted -> true).act())
                    .isEqualTo(new HostAct.Announce(0, "That is all"));
        }
    }

    private static boolean isHere(ClassNews.TableChanged table, Seat seat) {
        return table.seats().stream().anyMatch(each -> each.seat().equals(seat) && each.here());
    }

    @Test
    void whoLeavesATableThatSleepsIsMissedAndABotFillsTheGap() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            sits(ann, "s2210443");
            sits(bo, "s2210444");
            does(desk, "start");
            opened(ann, 1);
            opened(bo, 1);
            does(desk, "pause");
            table(desk, table -> table.table() == 1 && table.paused() && isHere(table, Seat.CN_HEAD));
            timers.pass(60_000);
            bo.close();
            table(desk, table -> table.table() == 1 && !isHere(table, Seat.CN_HEAD));
            does(desk, "fill-gaps hold");
            assertThat(ann.await(Notice.SeatChanged.class, any -> true).seat()).isEqualTo(Seat.CN_HEAD);
        }
    }

    @Test
    void aCallForHelpIsOnEveryDeskUntilOneOfThemAnswersTheSeat() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            sits(ann, "s2210443");
            does(desk, "start");
            opened(ann, 1);
            does(desk, "pause");
            ann.ask(of(new ClassRequest.CallForHelp("Do we lose A1?")), ServerMessage.Saved.class);
            ann.ask(of(new ClassRequest.CallForHelp("Do we lose A1?")), ServerMessage.Saved.class);
            assertThat(calls(desk, 1)).containsExactly("1 Do we lose A1?");
            assertThat(ann.refused(of(new ClassRequest.CallForHelp(" "))).code())
                    .isEqualTo(RefusalCode.BAD_TEXT);
            assertThat(server.registry().scrape())
                    .as("a call in an open round is counted when the round is closed")
                    .contains("truce_help_calls_total 0.0", "truce_oldest_help_call_seconds 0.0");
            for (int call = 2; call <= 50; call++) {
                ann.ask(of(new ClassRequest.CallForHelp("And " + call + "?")), ServerMessage.Saved.class);
            }
            assertThat(ann.refused(of(new ClassRequest.CallForHelp("And 51?"))).code())
                    .isEqualTo(ConnectionCode.RATE_LIMITED);
        }
        try (TruceServer server = start();
                RawClient desk = enterDesk(server, deskToken);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            assertThat(calls(desk, 1)).containsExactly("1 And 50?");
            sits(ann, "s2210443");
            does(desk, "1: message US No, if you hold");
            assertThat(calls(desk, 0)).isEmpty();
        }
    }

    @Test
    void whoSitsInNoClassHasNobodyToCall() throws Exception {
        try (TruceServer server = start();
                RawClient host = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient guest = RawClient.greeted(server.port(), Role.PLAYER)) {
            guest.join(host.createRoom(3, 0, null, null).roomCode(), "Ann");
            assertThat(guest.refused(of(new ClassRequest.CallForHelp("Anybody?")))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
        }
    }

    private static List<String> calls(RawClient desk, int open) throws IOException {
        while (true) {
            ServerMessage.OfClass news = desk.awaitMessage(ServerMessage.OfClass.class);
            if (news.news() instanceof ClassNews.Changed changed
                    && changed.calls().size() == open) {
                return changed.calls().stream()
                        .map(call -> call.member() + " " + call.text())
                        .toList();
            }
        }
    }

    /** Waits until the desk hears that a message is on its way, or has arrived; returns at which table. */
    private static int message(RawClient desk, boolean delivered) throws IOException {
        return table(
                        desk,
                        table -> table.seats().stream()
                                .map(ClassNews.TableSeat::message)
                                .anyMatch(message -> message != null && message.delivered() == delivered))
                .table();
    }

    @Test
    void aClassThatIsOverIsReadWithoutAServer() throws Exception {
        Catalogue catalogue = Catalogue.of(List.of(Scenarios.busan2025()));
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            playsToTheEnd(desk, ann);
            // There is no table left that has to stand still, and one that is over refuses nothing.
            assertThat(ask(desk, wish("close"), ClassNews.Done.class).refusals())
                    .isEmpty();
        }
        Reply<KeptClass> read =
                JournalCopy.read(data, store -> KeptClass.read(store, catalogue, RecordSigner.NONE, code));
        KeptClass kept = ((Reply.Done<KeptClass>) read).value();
        assertThat(kept.tables().tables()).hasSize(2);
        assertThat(kept.tables().rounds()).isEqualTo(3);
        assertThat(kept.students())
                .extracting(Student::name)
                .containsExactly("Annabelle Archer", "Bohumil Baker", "Cyprian Cole");
        assertThat(kept.students().get(0).sitsAt(1, Seat.US_HEAD)).isTrue();
        List<Gradebook.Entry> entries =
                ((Reply.Done<List<Gradebook.Entry>>) ClassGrades.of(kept.tables(), kept.students())).value();
        // Ann was ready in each round; a bot held the seats of the others.
        assertThat(entries.get(0).participation()).hasValue(1);
        assertThat(entries.get(1).participation()).isEmpty();
        Reply<KeptClass> other =
                JournalCopy.read(data, store -> KeptClass.read(store, catalogue, RecordSigner.NONE, "2222-2222"));
        assertThat(other).isInstanceOf(Reply.Refused.class);
    }

    /** The lesson is over before the match: what was played is told, and everybody reads that the class has ended. */
    @Test
    void aClassThatIsFinishedEarlyTellsWhatWasPlayed() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient late = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            String match = sits(ann, "s2210443").matchId();
            does(desk, "start");
            does(desk, "fill-gaps hold");
            for (int round = 1; round <= 2; round++) {
                opened(ann, round);
                ann.ready(match, Side.US, round);
            }
            opened(ann, 3);
            assertThat(ask(desk, wish("finish"), ClassNews.Done.class).refusals())
                    .isEmpty();
            assertThat(ann.await(Notice.HostActed.class, any -> true).act()).isEqualTo(new HostAct.Abandon(""));
            assertThat(ann.await(Notice.MatchOver.class, any -> true).rounds()).isEqualTo(2);
            assertThat(late.refused(enter("s2210444")).key()).isEqualTo("refused.class_not_open.ended");
            assertThat(late.refused(new ClientMessage.JoinRoom(RawClient.key(), code, null, "Late", false))
                            .key())
                    .isEqualTo("refused.class_not_open.ended");
            tellsWhatWasPlayed(desk);
        }
        try (TruceServer server = start()) {
            RawClient lists = RawClient.greeted(server.port(), Role.INSTRUCTOR);
            assertThat(ask(lists, new ClassRequest.ListAll(deskKey(), false), ClassNews.Listed.class)
                            .classes())
                    .isEmpty();
            assertThat(ask(lists, new ClassRequest.ListAll(deskKey(), true), ClassNews.Listed.class)
                            .classes())
                    .extracting(
                            ClassNews.OpenedClass::classCode,
                            ClassNews.OpenedClass::title,
                            ClassNews.OpenedClass::members,
                            ClassNews.OpenedClass::finished)
                    .containsExactly(tuple(code, "Seminar 3", 3, true));
            try (RawClient desk = enterDesk(server, deskKey())) {
                tellsWhatWasPlayed(desk);
            }
            lists.close();
        }
    }

    private static void tellsWhatWasPlayed(RawClient desk) throws IOException {
        assertThat(ask(desk, debrief(ClassRequest.Naming.REAL), ClassNews.TextRead.class)
                        .text())
                .contains("Annabelle Archer", "Unfinished", "tables 1, 2: 2");
        ClassRequest.ReadText grades = new ClassRequest.ReadText(
                ClassRequest.ClassDocument.GRADES, "en", ClassRequest.Naming.REAL, 1, "", "", 0);
        assertThat(ask(desk, grades, ClassNews.TextRead.class).text())
                .contains("Annabelle Archer,,s2210443,,,,100.0,", "Cyprian Cole,,s2210445,,,,,");
    }

    @Test
    void aClassInWhichNoRoundWasPlayedHasNothingToTell() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            sits(ann, "s2210443");
            does(desk, "start");
            opened(ann, 1);
            ask(desk, wish("finish"), ClassNews.Done.class);
            assertThat(ann.await(Notice.MatchOver.class, any -> true).rounds()).isZero();
            assertThat(desk.refused(of(debrief(ClassRequest.Naming.OFF))).key()).isEqualTo("refused.no-table-ended");
        }
    }

    @Test
    void whoTakesASeatOverIsNotGradedForTheRoundsBefore() throws Exception {
        Catalogue catalogue = Catalogue.of(List.of(Scenarios.busan2025()));
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cy = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            String match = sits(ann, "s2210443").matchId();
            does(desk, "start");
            does(desk, "fill-gaps hold");
            opened(ann, 1);
            ann.ready(match, Side.US, 1);
            opened(ann, 2);
            // Bots alone would play on at once.
            does(desk, "1: pause");
            does(desk, "remove 1");
            ask(desk, wish("move 3 1.US"), ClassNews.Done.class);
            does(desk, "1: resume");
            assertThat(sits(cy, "s2210445").matchId()).isEqualTo(match);
            opened(cy, 2);
            cy.ready(match, Side.US, 2);
            opened(cy, 3);
            cy.ready(match, Side.US, 3);
            cy.await(Notice.MatchOver.class, any -> true);
            allOver(desk);
        }
        Reply<KeptClass> read =
                JournalCopy.read(data, store -> KeptClass.read(store, catalogue, RecordSigner.NONE, code));
        KeptClass kept = ((Reply.Done<KeptClass>) read).value();
        Reply<ClassList> list = ClassListReader.read(
                ClassBundle.of(kept.tables(), kept.students()).list().getBytes(StandardCharsets.UTF_8));
        for (List<Student> students :
                List.of(kept.students(), ((Reply.Done<ClassList>) list).value().students())) {
            List<Gradebook.Entry> entries =
                    ((Reply.Done<List<Gradebook.Entry>>) ClassGrades.of(kept.tables(), students)).value();
            assertThat(entries)
                    .extracting(
                            each -> each.student().name(),
                            entry -> entry.part().held(),
                            entry -> entry.part().took())
                    .containsExactly(tuple("Bohumil Baker", 0, 0), tuple("Cyprian Cole", 2, 2));
        }
    }

    @Test
    void whoIsAddedWhileTheClassRunsPlaysAndIsGradedFromThenOnAlsoOverARestart() throws Exception {
        Catalogue catalogue = Catalogue.of(List.of(Scenarios.busan2025()));
        ClassRequest.Act add = wish("add \"Dunja Dietrich\" \"s2210499\" 2.US");
        String match;
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "move 3 2.CN");
            does(desk, "doors open");
            match = sits(ann, "s2210443").matchId();
            does(desk, "start");
            does(desk, "fill-gaps hold");
            opened(ann, 1);
            ann.ready(match, Side.US, 1);
            opened(ann, 2);
            for (String wrong : List.of("add \"\"", "add 12 2.US")) {
                assertThat(desk.refused(of(wish(wrong))).code()).as(wrong).isEqualTo(ConnectionCode.BAD_NAME);
            }
            assertThat(desk.refused(of(wish("add \"Dunja\" \"S2210443\""))).key())
                    .isEqualTo("refused.name_taken.student");
            assertThat(desk.refused(of(wish("add \"Ernst\" \"" + "7".repeat(80) + "\"")))
                            .key())
                    .isEqualTo("refused.bad_id");
            ClassNews.Done done = ask(desk, add, ClassNews.Done.class);
            keys.put("s2210499", done.secret());
            assertThat(done.secret()).hasSize(8);
            ClassNews.Done again = ask(desk, add, ClassNews.Done.class);
            assertThat(again.act()).isEqualTo(done.act());
            assertThat(again.secret()).isEmpty();
            for (String other : List.of("add \"Ernst\"", "add \"Dunja Dietrich\" \"s2210499\" 1.US")) {
                assertThat(desk.refused(of(new ClassRequest.Act(add.key(), act(other), "")))
                                .code())
                        .isEqualTo(RefusalCode.MOVE_ID_REUSED);
            }
        }
        try (TruceServer server = start();
                RawClient desk = enterDesk(server, deskToken);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient late = RawClient.greeted(server.port(), Role.PLAYER)) {
            ClassNews.ListRead read = ask(desk, new ClassRequest.Read(), ClassNews.ListRead.class);
            assertThat(read.members())
                    .last()
                    .extracting(ClassNews.Member::member, ClassNews.Member::name, ClassNews.Member::table)
                    .containsExactly(4, "Dunja Dietrich", 2);
            assertThat(read.log()).last().extracting(ClassNews.LogLine::text).isEqualTo("ADD 4 2.US");
            sits(ann, "s2210443");
            opened(ann, 2);
            String other = sits(late, "S2210499").matchId();
            assertThat(other).isNotEqualTo(match);
            for (int round = 2; round <= 3; round++) {
                opened(late, round);
                late.ready(other, Side.US, round);
                ann.ready(match, Side.US, round);
            }
            late.await(Notice.MatchOver.class, any -> true);
            allOver(desk);
            for (String wrong : List.of("swap 4 2", "move 2 2.US", "add \"Ernst\" 1.CN")) {
                assertThat(desk.refused(of(wish(wrong))).key()).as(wrong).isEqualTo("refused.table-over");
            }
            assertThat(ask(desk, debrief(ClassRequest.Naming.REAL), ClassNews.TextRead.class)
                            .text())
                    .contains("Dunja Dietrich (table 2, US.head, from round 2)");
            assertThat(ask(desk, debrief(ClassRequest.Naming.PSEUDONYM), ClassNews.TextRead.class)
                            .text())
                    .contains("(table 2, US.head, from round 2)")
                    .doesNotContain("Dietrich");
        }
        Reply<KeptClass> read =
                JournalCopy.read(data, store -> KeptClass.read(store, catalogue, RecordSigner.NONE, code));
        KeptClass kept = ((Reply.Done<KeptClass>) read).value();
        assertThat(((Reply.Done<List<Gradebook.Entry>>) ClassGrades.of(kept.tables(), kept.students())).value())
                .last()
                .extracting(
                        each -> each.student().name(),
                        entry -> entry.part().rounds(),
                        entry -> entry.part().held(),
                        entry -> entry.part().took())
                .containsExactly("Dunja Dietrich", 3, 2, 2);
        try (SqliteStore store = SqliteStore.open(data)) {
            for (String stream : store.allStreams()) {
                assertThat(store.check(stream)).isEmpty();
            }
            StoredClass stored = store.classOf(store.openClasses().get(0)).orElseThrow();
            assertThat(stored.events())
                    .allSatisfy(event -> assertThat(new String(event.payload(), StandardCharsets.UTF_8))
                            .doesNotContain("Dunja", "s2210499"));
        }
    }

    @Test
    void namesAreInTheListOnly() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            sits(ann, "s2210443");
            does(desk, "start");
            opened(ann, 1);
            for (byte[] told : ann.bytes()) {
                assertThat(new String(told, StandardCharsets.ISO_8859_1)).doesNotContain("Archer", "s2210444");
            }
            assertThat(server.registry().scrape()).doesNotContain("Archer");
        }
        try (SqliteStore store = SqliteStore.open(data)) {
            StoredClass stored = store.classOf(store.openClasses().get(0)).orElseThrow();
            assertThat(store.members(stored.classId()))
                    .extracting(StoredMember::name)
                    .contains("Annabelle Archer");
            for (String stream : store.allStreams()) {
                List<StoredInput> kept = stream.equals(stored.classId())
                        ? stored.events()
                        : store.match(stream).orElseThrow().inputs();
                assertThat(kept)
                        .allSatisfy(input -> assertThat(new String(input.payload(), StandardCharsets.ISO_8859_1))
                                .doesNotContain("Archer", "Baker", "s22104"));
            }
            assertThat(new String(stored.setup(), StandardCharsets.ISO_8859_1)).doesNotContain("Archer", "s22104");
        }
    }
}
