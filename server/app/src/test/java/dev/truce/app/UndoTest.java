package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.room.KeyFile;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a desk did is taken back, and all is as before: two tables of two seats, three students, of whom two are here. */
class UndoTest extends HeldClass {
    private static final String TEMPLATE =
            "title: Seminar\nscenario: busan-2025\nrounds: 3\nminutes: 5\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\nbot: hold\n";
    private static final String LIST = "Name,Student number,Table\nAnn,s1,1\nBo,s2,1\nCy,s3,2\n";

    /** Lines that leave no trace, each with so many undos. */
    private static final List<List<String>> UNDONE = List.of(
            List.of("doors closed", "undo"),
            List.of("pause", "undo"),
            List.of("2: pause", "undo"),
            List.of("pause", "resume", "undo", "undo"),
            List.of("extend r1 1:00", "undo"),
            List.of("1: extend r1 -1:00", "undo"),
            List.of("card r2 leak CN.SOY", "undo"),
            List.of("card r2 leak CN.SOY", "withdraw-card r2 leak CN.SOY", "undo", "undo"),
            List.of("1: stand-in CN hold", "undo"),
            List.of("1: stand-in CN hold", "1: hand-back CN", "undo", "undo"),
            List.of("move 3 2.CN", "undo"),
            List.of("pause", "doors closed", "undo", "undo"),
            // In a pause, since a table of bots alone would shut its round.
            List.of("pause", "fill-gaps hold", "undo", "undo"),
            List.of("pause", "fill-gaps hold", "undo", "fill-gaps hold", "fill-gaps off", "undo", "undo", "undo"));

    private final HandTimers timers = new HandTimers();

    private TruceServer start(Path folder) throws StartException, IOException {
        Files.createDirectories(folder);
        return TruceServer.start(ServerConfig.embedded(folder), TestParts.real().withTimers(timers));
    }

    private static void isNotUndoable(RawClient desk, String text) throws IOException {
        assertThat(desk.refused(of(wish(text))).code()).as(text).isEqualTo(ConnectionCode.NOT_UNDOABLE);
    }

    /** What a desk sees that has just come: doors and tables, seats and times. */
    private List<String> seen(TruceServer server) throws IOException {
        try (RawClient desk = enterDesk(server, deskToken)) {
            Map<Integer, TableChanged> tables = new TreeMap<>();
            boolean open = false;
            while (tables.size() < 2) {
                ClassNews news = desk.awaitMessage(ServerMessage.OfClass.class).news();
                if (news instanceof TableChanged table) {
                    tables.put(table.table(), table);
                } else if (news instanceof ClassNews.Changed state) {
                    open = state.doorsOpen();
                }
            }
            List<String> seen = new ArrayList<>(List.of("doors " + open));
            // The deadline is told by the clock on the wall, which this test does not hold.
            for (TableChanged table : tables.values()) {
                seen.add(table.table() + " " + table.phase() + " " + table.paused() + " r" + table.round());
                // Whether the bot of a gap has sealed anything yet does not follow from what a desk does.
                table.seats()
                        .forEach(seat -> seen.add(seat.seat() + " " + seat.pseudonym() + " " + seat.member() + " "
                                + seat.here() + " " + seat.bot()));
            }
            return seen;
        }
    }

    /** Plays all rounds, and returns what Ann was told of each. */
    private List<Notice> played(Path folder, boolean disturbed) throws Exception {
        try (TruceServer server = start(folder);
                RawClient desk = openClass(server, folder, TEMPLATE, LIST)) {
            does(desk, "doors open");
            try (RawClient ann = sits(server, "s1");
                    RawClient bo = sits(server, "s2")) {
                if (disturbed) {
                    leavesNoTrace(server, desk, List.of("rename 1 Somebody", "undo"));
                }
                does(desk, "start");
                ann.await(Notice.RoundOpened.class, any -> true);
                String match = table(server);
                if (disturbed) {
                    for (List<String> lines : UNDONE) {
                        leavesNoTrace(server, desk, lines);
                    }
                }
                does(desk, "fill-gaps hold");
                List<Notice> told = new ArrayList<>();
                for (int round = 1; round <= 3; round++) {
                    for (RawClient student : List.of(ann, bo)) {
                        student.ask(
                                new ClientMessage.Do(match, round, RawClient.key(), new Deed.Ready(true, 0)),
                                ServerMessage.Saved.class);
                    }
                    told.add(ann.await(Notice.RoundResolved.class, any -> true));
                    int next = round + 1;
                    if (round < 3) {
                        ann.await(
                                Notice.RoundOpened.class,
                                open -> open.observation().openRound() == next);
                        bo.await(
                                Notice.RoundOpened.class,
                                open -> open.observation().openRound() == next);
                    }
                }
                return told;
            }
        }
    }

    private String table(TruceServer server) throws IOException {
        try (RawClient desk = enterDesk(server, deskToken)) {
            while (true) {
                if (desk.awaitMessage(ServerMessage.OfClass.class).news() instanceof TableChanged table
                        && table.table() == 1) {
                    return table.matchId();
                }
            }
        }
    }

    private void leavesNoTrace(TruceServer server, RawClient desk, List<String> lines) throws IOException {
        List<String> before = seen(server);
        for (String line : lines) {
            does(desk, line);
        }
        // A table tells where it stands a moment after it has answered.
        await().untilAsserted(
                        () -> assertThat(seen(server)).as(lines.toString()).isEqualTo(before));
    }

    @Test
    void afterAnUndoAllIsAsBeforeAndTheMatchGoesOnAsIfNothingHadBeen() throws Exception {
        List<Notice> undisturbed = played(data.resolve("one"), false);
        List<Notice> disturbed = played(data.resolve("two"), true);
        assertThat(undisturbed).hasSize(3);
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    @Test
    void whatHasWorkedOrHasNoWayBackIsNotUndoable() throws Exception {
        try (TruceServer server = start(data);
                RawClient desk = openClass(server, data, TEMPLATE, LIST)) {
            isNotUndoable(desk, "undo");
            long opened = does(desk, "doors open").act();
            try (RawClient ann = sits(server, "s1")) {
                does(desk, "start");
                isNotUndoable(desk, "undo");
                ann.await(Notice.RoundOpened.class, any -> true);
                long card = does(desk, "card r1 leak CN.SOY").act();
                ClassNews.Done late = ask(desk, wish("undo " + card), ClassNews.Done.class);
                assertThat(late.refusals()).hasSize(2);
                does(desk, "announce \"We begin\"");
                isNotUndoable(desk, "undo");
                does(desk, "pause");
                assertThat(ask(desk, wish("pause"), ClassNews.Done.class).refusals())
                        .hasSize(2);
                // What was done nowhere is passed over.
                does(desk, "undo");
                long moved = does(desk, "move 3 2.CN").act();
                does(desk, "remove 3");
                isNotUndoable(desk, "undo " + moved);
                long extended = does(desk, "extend r1 1:00").act();
                timers.pass(330_000);
                does(desk, "pause");
                await().until(() -> seen(server).contains("1 OPEN true r1"));
                isNotUndoable(desk, "undo " + extended);
            }
            does(desk, "undo " + opened);
            isNotUndoable(desk, "undo " + opened);
            isNotUndoable(desk, "undo 999");
        }
    }

    @Test
    void anUndoIsWrittenDownAndDoneOnceAndKnownAfterARestart() throws Exception {
        long opened;
        try (TruceServer server = start(data);
                RawClient desk = openClass(server, data, TEMPLATE, LIST)) {
            opened = does(desk, "doors open").act();
            does(desk, "rename 1 Somebody");
        }
        try (TruceServer server = start(data);
                RawClient desk = enterDesk(server, deskToken);
                RawClient other = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            ClassRequest.Act undo = wish("undo");
            long number = ask(desk, undo, ClassNews.Done.class).act();
            assertThat(ask(desk, undo, ClassNews.Done.class).act()).isEqualTo(number);
            String key = Files.readString(data.resolve(KeyFile.DESK)).strip();
            ask(other, new ClassRequest.EnterDesk(code, key), ClassNews.DeskEntered.class);
            // The last act of this desk is none; that of another has to be named.
            isNotUndoable(other, "undo");
            does(other, "undo " + opened);
            List<ClassNews.LogLine> log =
                    ask(desk, new ClassRequest.Read(), ClassNews.ListRead.class).log();
            assertThat(log).extracting(ClassNews.LogLine::desk).containsExactly(1, 1, 1, 2);
            assertThat(log.get(2).text()).startsWith("UNDO " + log.get(1).act() + ": RENAME 1 ");
            assertThat(log.get(3).text()).isEqualTo("UNDO " + opened + ": DOORS CLOSED");
        }
    }
}
