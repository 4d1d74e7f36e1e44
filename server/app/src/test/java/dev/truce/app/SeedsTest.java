package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Referees;
import dev.truce.app.signature.RecordKey;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.store.sqlite.JournalCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server draws 64 secret bits for each room, binds itself to them by a hash when the match begins, and tells them at its end and not
 * before; a seed that somebody chose is never passed off as such.
 */
class SeedsTest {
    @TempDir
    Path data;

    /** A seed that a server drew, with its salt. */
    record Seed(long value, String salt, String hash) {}

    private static MatchRecord read(String recordText) {
        return ((RecordReading.Read) RecordReader.read(recordText, id -> Optional.of(Scenarios.busan2025()))).match();
    }

    static Seed seedOf(String recordText) {
        MatchRecord match = read(recordText);
        SeedOrigin.Drawn drawn = (SeedOrigin.Drawn) match.seedOrigin();
        assertThat(drawn).isNotNull();
        return new Seed(match.setup().seed(), drawn.salt(), drawn.hash());
    }

    private static ClientMessage.CreateRoom room(@Nullable Long seed, @Nullable String us, String cn) {
        return new ClientMessage.CreateRoom(RawClient.key(), new RoomRequest("busan-2025", seed, 3, 0, us, cn, true));
    }

    private TruceServer start() throws Exception {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real());
    }

    private static RawClient watching(TruceServer server, Role role, String code) throws IOException {
        RawClient observer = RawClient.greeted(server.port(), role);
        observer.ask(
                new ClientMessage.JoinRoom(RawClient.key(), code, null, role.name(), false),
                ServerMessage.Watching.class);
        return observer;
    }

    /** How a number or text may look on the wire. */
    private static List<String> forms(Seed seed) throws IOException {
        long value = seed.value();
        ByteArrayOutputStream varint = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(varint);
        out.writeUInt64NoTag(value);
        out.flush();
        ByteArrayOutputStream zigzag = new ByteArrayOutputStream();
        CodedOutputStream signed = CodedOutputStream.newInstance(zigzag);
        signed.writeSInt64NoTag(value);
        signed.flush();
        ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);
        HexFormat hex = HexFormat.of();
        return List.of(
                hex.formatHex(eight.putLong(0, value).array()),
                hex.formatHex(
                        eight.order(ByteOrder.LITTLE_ENDIAN).putLong(0, value).array()),
                hex.formatHex(varint.toByteArray()),
                hex.formatHex(zigzag.toByteArray()),
                hex.formatHex(Long.toString(value).getBytes(StandardCharsets.US_ASCII)),
                hex.formatHex(Long.toHexString(value).getBytes(StandardCharsets.US_ASCII)),
                hex.formatHex(seed.salt().getBytes(StandardCharsets.US_ASCII)),
                seed.salt());
    }

    /** What a client has heard before the end of the match, which it has heard too. */
    private static String beforeTheEnd(RawClient client) {
        StringBuilder before = new StringBuilder();
        String record = HexFormat.of().formatHex("[SeedBy".getBytes(StandardCharsets.US_ASCII));
        for (byte[] bytes : client.bytes()) {
            String frame = HexFormat.of().formatHex(bytes);
            if (frame.contains(record)) {
                return before.toString();
            }
            before.append(frame).append(' ');
        }
        throw new AssertionError("it has not heard the end");
    }

    private static void assertNotHeard(String heard, Seed seed) throws IOException {
        assertThat(heard.length()).isGreaterThan(1_000);
        for (String form : forms(seed)) {
            assertThat(heard.contains(form)).as("%s was heard", form).isFalse();
        }
    }

    @Test
    void nobodyHearsTheSeedBeforeTheEndAndThenItIsTheOneOfTheHash() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.ask(room(null, null, "random"), ServerMessage.RoomCreated.class);
            String token = us.join(room.roomCode(), "Ann").token();
            assertThat(us.awaitMessage(ServerMessage.RoomChanged.class).seedChosen())
                    .isFalse();
            try (RawClient observer = watching(server, Role.OBSERVER, room.roomCode());
                    RawClient all = watching(server, Role.OMNISCIENT, room.roomCode());
                    RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
                us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
                SeedNotice told =
                        us.awaitMessage(ServerMessage.MatchStarted.class).seed();
                us.play(room.matchId(), Side.US, 1);
                again.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
                assertThat(again.awaitMessage(ServerMessage.MatchStarted.class).seed())
                        .isEqualTo(told);
                again.play(room.matchId(), Side.US, 2);
                String metrics = server.registry().scrape();
                again.play(room.matchId(), Side.US, 3);
                List<RawClient> hearers = List.of(again, observer, all);
                Set<String> records = new HashSet<>();
                for (RawClient hearer : hearers) {
                    records.add(
                            hearer.await(Notice.MatchOver.class, any -> true).recordText());
                }
                assertThat(records).hasSize(1);
                String record = records.iterator().next();
                Seed seed = seedOf(record);
                assertThat(told).isEqualTo(new SeedNotice(false, seed.hash()));
                assertThat(SeedOrigin.Drawn.of(room.matchId(), seed.salt(), seed.value(), null)
                                .hash())
                        .isEqualTo(told.hash());
                assertThat(Verification.verify(
                                record.getBytes(StandardCharsets.UTF_8), id -> Optional.of(Scenarios.busan2025())))
                        .isInstanceOf(Verification.Verified.class);
                for (RawClient hearer : hearers) {
                    assertNotHeard(beforeTheEnd(hearer), seed);
                }
                StringBuilder first = new StringBuilder();
                us.bytes()
                        .forEach(frame ->
                                first.append(HexFormat.of().formatHex(frame)).append(' '));
                assertNotHeard(first.toString(), seed);
                assertThat(metrics).doesNotContain(Long.toString(seed.value()), seed.salt());
            }
        }
    }

    @Test
    void aServerThatKeepsItsFolderSignsItsRecordsAndTheSameAfterARestart() throws Exception {
        ServerConfig config = ServerConfig.embedded(data).signingRecords();
        String record;
        String matchId;
        try (TruceServer server = TruceServer.start(config, TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.ask(room(null, null, "random"), ServerMessage.RoomCreated.class);
            matchId = room.matchId();
            us.join(room.roomCode(), "Ann");
            us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
            for (int round = 1; round <= 3; round++) {
                us.play(matchId, Side.US, round);
            }
            record = us.await(Notice.MatchOver.class, any -> true).recordText();
        }
        RecordKey key = RecordKey.find(data).orElseThrow();
        RecordSignature signature = read(record).signature();
        assertThat(signature).isNotNull();
        assertThat(signature.key()).isEqualTo(key.shown());
        assertThat(RecordKey.holds(signature, RecordText.claims(record))).isTrue();
        String exported = JournalCopy.read(
                data,
                store -> RecordText.write(
                        key.signed(
                                Referees.record(
                                        Catalogue.of(List.of(Scenarios.busan2025())),
                                        store.match(matchId).orElseThrow()),
                                Scenarios.busan2025()),
                        Scenarios.busan2025()));
        assertThat(exported).isEqualTo(record);
    }

    @Test
    void everybodyIsToldThatASeedWasChosenAndNobodyWhichBeforeTheEnd() throws Exception {
        long chosen = 8_877_665_544_332_211L;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.ask(room(chosen, null, "random"), ServerMessage.RoomCreated.class);
            us.join(room.roomCode(), "Ann");
            try (RawClient observer = watching(server, Role.OBSERVER, room.roomCode())) {
                for (RawClient client : List.of(us, observer)) {
                    assertThat(client.awaitMessage(ServerMessage.RoomChanged.class)
                                    .seedChosen())
                            .isTrue();
                }
                us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
                for (RawClient client : List.of(us, observer)) {
                    assertThat(client.awaitMessage(ServerMessage.MatchStarted.class)
                                    .seed())
                            .isEqualTo(SeedNotice.CHOSEN);
                }
                for (int round = 1; round <= 3; round++) {
                    us.play(room.matchId(), Side.US, round);
                }
                String record = us.await(Notice.MatchOver.class, any -> true).recordText();
                assertThat(record).contains("[SeedBy \"creator\"]\n").doesNotContain("[SeedSalt", "[SeedHash");
                assertThat(read(record).setup().seed()).isEqualTo(chosen);
                observer.await(Notice.MatchOver.class, any -> true);
                for (RawClient client : List.of(us, observer)) {
                    assertNotHeard(beforeTheEnd(client), new Seed(chosen, "no salt at all", ""));
                }
            }
        }
    }

    @Test
    void aRestartedServerKeepsToItsHash() throws Exception {
        String token;
        String matchId;
        String hash;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.ask(room(null, null, "hold"), ServerMessage.RoomCreated.class);
            matchId = room.matchId();
            token = us.join(room.roomCode(), "Ann").token();
            us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
            hash = us.awaitMessage(ServerMessage.MatchStarted.class).seed().hash();
            us.play(matchId, Side.US, 1);
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            assertThat(us.awaitMessage(ServerMessage.MatchStarted.class).seed()).isEqualTo(new SeedNotice(false, hash));
            us.play(matchId, Side.US, 2);
            us.play(matchId, Side.US, 3);
            assertThat(seedOf(us.await(Notice.MatchOver.class, any -> true).recordText())
                            .hash())
                    .isEqualTo(hash);
        }
    }

    @Test
    void roomsThatAreOpenedInARowHaveUnrelatedSeedsAndSalts() throws Exception {
        List<Seed> seeds = new ArrayList<>();
        try (TruceServer server = start()) {
            for (int i = 0; i < 3; i++) {
                try (RawClient host = RawClient.greeted(server.port(), Role.PLAYER)) {
                    ServerMessage.RoomCreated room =
                            host.ask(room(null, "hold", "hold"), ServerMessage.RoomCreated.class);
                    host.ask(
                            new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0),
                            ServerMessage.Saved.class);
                    seeds.add(seedOf(
                            host.await(Notice.MatchOver.class, any -> true).recordText()));
                }
            }
        }
        assertThat(seeds).extracting(Seed::value).doesNotHaveDuplicates();
        assertThat(seeds).extracting(Seed::salt).doesNotHaveDuplicates();
        for (int i = 1; i < seeds.size(); i++) {
            long before = seeds.get(i - 1).value();
            long now = seeds.get(i).value();
            // Fails for one in 10^6 pairs of seeds that are drawn as they should be.
            assertThat(Long.bitCount(before ^ now)).isBetween(12, 52);
            assertThat(Long.numberOfLeadingZeros(Math.abs(now - before))).isLessThan(22);
        }
    }

    /** Fails once in 2^54 runs. */
    @Test
    void everyBitOfSeedAndSaltIsDrawn() {
        SecureRandom random = new SecureRandom();
        long ones = 0;
        long zeros = 0;
        byte[] saltOnes = new byte[16];
        byte[] saltZeros = new byte[16];
        for (int i = 0; i < 64; i++) {
            MatchSeed seed = MatchSeed.of(null, random);
            assertThat(seed.isChosen()).isFalse();
            ones |= seed.value();
            zeros |= ~seed.value();
            byte[] salt = HexFormat.of().parseHex(seed.salt());
            for (int b = 0; b < 16; b++) {
                saltOnes[b] |= salt[b];
                saltZeros[b] |= (byte) ~salt[b];
            }
        }
        byte[] all = new byte[16];
        java.util.Arrays.fill(all, (byte) 0xff);
        assertThat(ones).isEqualTo(-1);
        assertThat(zeros).isEqualTo(-1);
        assertThat(saltOnes).isEqualTo(all);
        assertThat(saltZeros).isEqualTo(all);
    }

    @Test
    void aChosenSeedIsTakenInFullWidth() {
        for (long wished : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1}) {
            MatchSeed seed = MatchSeed.of(wished, new SecureRandom());
            assertThat(seed).isEqualTo(MatchSeed.chosen(wished));
            assertThat(seed.isChosen()).isTrue();
            assertThat(seed.origin("m-1")).isEqualTo(new SeedOrigin.Chosen());
        }
    }
}
