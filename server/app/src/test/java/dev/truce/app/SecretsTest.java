package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.log.AuditFile;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Tokens, codes, keys, names and the seed do not leave the server but in the messages that are meant to carry them. */
@Isolated("It reads all that is logged, at every level.")
class SecretsTest extends HeldClass {
    private static final long SEED = 8_877_665_544_332_211L;

    private static String everything(List<ILoggingEvent> events) {
        StringBuilder text = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(events)) {
            text.append(event.getFormattedMessage()).append(' ').append(event.getMDCPropertyMap());
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void noLogNorMetricShowsThem() throws Exception {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Map<Logger, Level> levels = Map.of(
                logger("ROOT"), Level.DEBUG,
                logger("dev.truce"), Level.TRACE,
                logger("io.netty"), Level.INFO);
        Map<Logger, Level> before = new java.util.LinkedHashMap<>();
        levels.keySet().forEach(logger -> before.put(logger, logger.getLevel()));
        List<String> secrets =
                new ArrayList<>(List.of("Ann-Unmistakable", Long.toString(SEED), Long.toHexString(SEED)));
        String scrape;
        try {
            levels.forEach(Logger::setLevel);
            appender.start();
            logger("ROOT").addAppender(appender);
            scrape = play(secrets);
        } finally {
            logger("ROOT").detachAppender(appender);
            before.forEach(Logger::setLevel);
        }
        String log = everything(appender.list);
        assertThat(log).contains("match started", "class opened");
        String audit = Files.readString(data.resolve(AuditFile.NAME));
        assertThat(audit).contains("DESK_ACTED", "PLACE_TAKEN_OVER");
        for (String secret : secrets) {
            assertThat(log).doesNotContain(secret);
            assertThat(scrape).doesNotContain(secret);
            assertThat(audit).doesNotContain(secret);
        }
        // The journal keeps the name and the code, but no token and no key in clear.
        for (String secret : secrets.subList(4, secrets.size())) {
            for (String file : List.of("truce.db", "truce.db-wal")) {
                if (Files.exists(data.resolve(file))) {
                    assertThat(new String(Files.readAllBytes(data.resolve(file)), StandardCharsets.ISO_8859_1))
                            .as("a token or key in %s", file)
                            .doesNotContain(secret);
                }
            }
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** Plays a match whose seed the server draws; it and its salt are known only afterwards. */
    private static void drawn(TruceServer server, List<String> secrets) throws Exception {
        try (RawClient host = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = host.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", null, 2, 0, "tft", "random", false)),
                    ServerMessage.RoomCreated.class);
            host.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            SeedsTest.Seed seed = SeedsTest.seedOf(
                    host.await(Notice.MatchOver.class, any -> true).recordText());
            secrets.addAll(List.of(Long.toString(seed.value()), Long.toHexString(seed.value()), seed.salt()));
        }
    }

    /** Holds a class: its keys, tickets and tokens, right and wrong ones, on the wire and over HTTP. */
    private void held(TruceServer server, List<String> secrets) throws Exception {
        try (RawClient wire = openClass(
                        server,
                        data,
                        "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 5\n",
                        "Name,Student number\nDora Dent,s1\nEve Early,s2\n");
                RawClient student = RawClient.greeted(server.port(), Role.PLAYER)) {
            secrets.add(deskKey());
            secrets.add(deskToken);
            secrets.addAll(keys.values());
            ApiDesk desk = new ApiDesk(server.port(), "");
            assertThat(desk.enter(code, deskKey()).status()).isEqualTo(200);
            secrets.add(desk.token());
            for (String act : List.of("doors open", "new-ticket", "new-key 2")) {
                ApiDesk.Answer done = desk.act(act);
                assertThat(done.status()).as(act + " " + done.body()).isEqualTo(200);
                String drawn = done.object("actDone").get("secret").toString();
                if (!drawn.isEmpty()) {
                    secrets.add(drawn);
                }
            }
            secrets.add(sits(student, "s1").token());
            String wrong = "wrongwrongwrongwrongwrongwrongwrongwrongwro";
            secrets.add(wrong);
            assertThat(desk.with(wrong).get("state").status()).isEqualTo(401);
            wire.refused(of(new ClassRequest.Open(wrong, wrong, "title: x", "")));
        }
    }

    private String play(List<String> secrets) throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            String createKey = RawClient.key();
            String joinKey = RawClient.key();
            ServerMessage.RoomCreated room = us.ask(
                    new ClientMessage.CreateRoom(
                            createKey, new RoomRequest("busan-2025", SEED, 2, 0, null, "tft", false)),
                    ServerMessage.RoomCreated.class);
            secrets.add(room.roomCode());
            secrets.add(room.token());
            secrets.add(createKey);
            secrets.add(joinKey);
            ServerMessage.Seated seated = us.ask(
                    new ClientMessage.JoinRoom(joinKey, room.roomCode(), null, "Ann-Unmistakable", false),
                    ServerMessage.Seated.class);
            secrets.add(seated.token());
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            try (RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
                String next = again.ask(new ClientMessage.Resume(seated.token(), 0), ServerMessage.Resumed.class)
                        .token();
                secrets.add(next);
                again.refused(new ClientMessage.Do(room.matchId(), 9, RawClient.key(), new Deed.Ready(true, 0)));
                for (int round = 1; round <= 2; round++) {
                    again.play(room.matchId(), Side.US, round);
                }
                again.await(Notice.MatchOver.class, any -> true);
            }
            drawn(server, secrets);
            held(server, secrets);
            try (RawClient thief = RawClient.greeted(server.port(), Role.PLAYER)) {
                String made = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";
                secrets.add(made);
                thief.refused(new ClientMessage.Resume(made, 0));
                thief.refused(new ClientMessage.JoinRoom(RawClient.key(), "ZZZZ2222", null, "Mallory-Y", false));
                secrets.add("ZZZZ2222");
                secrets.add("Mallory-Y");
            }
            return server.registry().scrape();
        }
    }
}
