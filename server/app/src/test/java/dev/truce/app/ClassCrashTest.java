package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.room.KeyFile;
import dev.truce.match.Notice;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that is killed while a class plays: what was acknowledged stays, and what was begun is brought to its end, once. */
class ClassCrashTest extends HeldClass {
    private static final String TEMPLATE =
            "title: Seminar\nscenario: busan-2025\nrounds: 3\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\nbot: hold\n";
    private static final String LIST = "Name,Student number\nAnn,s1\nBo,s2\n";

    private final HandTimers timers = new HandTimers();

    private TruceServer start(Path folder) throws StartException {
        return TruceServer.start(ServerConfig.embedded(folder), TestParts.real().withTimers(timers));
    }

    private static Notice.ClockChanged clock(RawClient client, Notice.ClockChanged.Cause cause) throws IOException {
        return client.await(Notice.ClockChanged.class, changed -> changed.cause() == cause);
    }

    @Test
    void aPauseThatWasAcknowledgedLastsOverAKill() throws Exception {
        Path running = Files.createDirectory(data.resolve("running"));
        Path copy = Files.createDirectory(data.resolve("copy"));
        try (TruceServer server = start(running);
                RawClient desk = openClass(server, running, TEMPLATE, LIST)) {
            does(desk, "doors open");
            try (RawClient ann = sits(server, "s1")) {
                does(desk, "start");
                ann.await(Notice.RoundOpened.class, any -> true);
                timers.pass(100_000);
                does(desk, "pause");
                // What a killed server leaves: the files as they are while it runs.
                for (String file : List.of("truce.db", "truce.db-wal", "truce.head", KeyFile.DESK)) {
                    Files.copy(running.resolve(file), copy.resolve(file));
                }
            }
        }
        timers.pass(5_000_000);
        try (TruceServer server = start(copy);
                RawClient desk = enterDesk(server, deskKey(copy));
                RawClient ann = sits(server, "s1")) {
            assertThat(clock(ann, Notice.ClockChanged.Cause.PAUSED).leftMillis())
                    .isEqualTo(200_000);
            does(desk, "resume");
            assertThat(clock(ann, Notice.ClockChanged.Cause.UNPAUSED).leftMillis())
                    .isEqualTo(200_000);
        }
    }

    /** Writes entries of the class without a server, as one that was killed at once has left them. */
    private void append(Entry... entries) throws Exception {
        try (SqliteStore store = SqliteStore.open(data)) {
            StoredClass stored = store.classOf(store.openClasses().get(0)).orElseThrow();
            store.append(List.of(new Batch(stored.classId(), stored.last(), List.of(entries))));
        }
    }

    @Test
    void aClassWasFinishedAndNoTableHeardOfItBeforeTheKill() throws Exception {
        String token;
        try (TruceServer server = start(data);
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            token = sits(ann, "s1").token();
            does(desk, "start");
            ann.await(Notice.RoundOpened.class, any -> true);
        }
        List<ClassEvent.Wish> ends = List.of(new ClassEvent.Hosts(1, new HostAct.Abandon("")));
        ClassEvent finish = new ClassEvent.Acted(1_000, 1, "key", new ClassAct.Finish(), "", ends);
        append(new Entry.ClassActed(ClassEncoding.toBytes(finish)), new Entry.ClassClosed());
        try (SqliteStore store = SqliteStore.open(data)) {
            StoredClass unreadable = new StoredClass("c-9", "ABCDEFGH", new byte[] {1}, 1);
            store.append(
                    List.of(new Batch("c-9", 0, List.of(new Entry.ClassOpened(unreadable), new Entry.ClassClosed()))));
        }
        try (TruceServer server = start(data);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient lists = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            ann.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            ann.await(Notice.MatchOver.class, any -> true);
            assertThat(ask(lists, new ClassRequest.ListAll(deskKey(), true), ClassNews.Listed.class)
                            .classes())
                    .extracting(ClassNews.OpenedClass::classCode, ClassNews.OpenedClass::finished)
                    .as("one that cannot be read is left out")
                    .containsExactly(tuple(code, true));
        }
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.closedLast()).extracting(StoredClass::classId).containsExactly("c-9");
        }
    }

    @Test
    void anActThatNoTableHeardOfIsSentAfterTheKillAndOnlyOnce() throws Exception {
        try (TruceServer server = start(data);
                RawClient desk = openClass(server, data, TEMPLATE, LIST)) {
            does(desk, "doors open");
            try (RawClient ann = sits(server, "s1")) {
                does(desk, "start");
                ann.await(Notice.RoundOpened.class, any -> true);
            }
        }
        HostAct extend = new HostAct.Extend(1, 60_000);
        ClassEvent begun = new ClassEvent.Acted(
                1_000,
                1,
                "key",
                new ClassAct.AtTables(List.of(), extend),
                "",
                List.of(new ClassEvent.Hosts(1, extend)));
        append(new Entry.ClassActed(ClassEncoding.toBytes(begun)));
        for (int start = 1; start <= 2; start++) {
            try (TruceServer server = start(data);
                    RawClient ann = sits(server, "s1")) {
                assertThat(clock(ann, Notice.ClockChanged.Cause.EXTENDED).leftMillis())
                        .isEqualTo(360_000);
                ann.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
                assertThat(ann.heard())
                        .noneMatch(frame -> frame.body() instanceof ServerMessage.Told told
                                && told.notice() instanceof Notice.ClockChanged changed
                                && changed.cause() == Notice.ClockChanged.Cause.EXTENDED);
            }
        }
    }
}
