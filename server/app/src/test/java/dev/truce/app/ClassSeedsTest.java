package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.Template;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.room.PlaceToken;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.RoundTerms;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.sqlite.SqliteStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables of a class share the world and nothing that belongs to a side, and nobody can guess the seeds. */
class ClassSeedsTest extends HeldClass {
    private static final String OPEN = "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 0\nbot: hold\n";
    private static final String CHOSEN = OPEN + "seed: 7f3a91c2d84be650a1f79c3d5e82b064\n";
    private static final String LIST = "Name,Student number,Table\nAnn,s1,1\nBo,s2,2\nCy,s3,3\n";

    private TruceServer start() throws Exception {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real());
    }

    private static MatchRecord record(String text) {
        return ((RecordReading.Read) RecordReader.read(text, id -> Optional.of(Scenarios.busan2025()))).match();
    }

    /** Opens a class in which bots play all, and returns the records of its tables. */
    private List<MatchRecord> played(String template) throws Exception {
        List<MatchRecord> records = new ArrayList<>();
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, template, LIST)) {
            records.addAll(playOut(server, desk, 3));
            ask(desk, wish("close"), ClassNews.Done.class);
        }
        return records;
    }

    private List<MatchRecord> playOut(TruceServer server, RawClient desk, int tables) throws Exception {
        List<RawClient> watchers = new ArrayList<>();
        List<MatchRecord> records = new ArrayList<>();
        for (int table = 1; table <= tables; table++) {
            RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
            watchers.add(watcher);
            watcher.ask(
                    of(new ClassRequest.Watch(RawClient.key(), code, table, deskKey())), ServerMessage.Watching.class);
        }
        does(desk, "start");
        does(desk, "fill-gaps hold");
        for (RawClient watcher : watchers) {
            records.add(
                    record(watcher.await(Notice.MatchOver.class, any -> true).recordText()));
            watcher.close();
        }
        return records;
    }

    @Test
    void tablesHaveOneSeedForTheWorldAndEachOneOfItsOwn() throws Exception {
        for (String template : List.of(OPEN, CHOSEN)) {
            List<MatchRecord> records = played(template);
            Set<Long> common = new HashSet<>();
            Set<Long> own = new HashSet<>();
            for (MatchRecord match : records) {
                common.add(match.setup().seed());
                own.add(match.setup().tableSeed());
                assertThat(Verification.verify(match, Rules.of(Scenarios.busan2025())))
                        .isInstanceOf(Verification.Verified.class);
                assertThat(match.seedOrigin() instanceof SeedOrigin.Chosen).isEqualTo(template.equals(CHOSEN));
            }
            assertThat(common).hasSize(1);
            assertThat(own).hasSize(3).doesNotContainNull().doesNotContainAnyElementsOf(common);
        }
    }

    @Test
    void aChosenSeedGivesTheSameClassAgain() throws Exception {
        List<MatchRecord> one = played(CHOSEN);
        List<MatchRecord> again = played(CHOSEN);
        assertThat(again)
                .extracting(MatchRecord::setup)
                .isEqualTo(one.stream().map(MatchRecord::setup).toList());
    }

    @Test
    void whereTablesGoOnAloneEachHasOneSeedForAll() throws Exception {
        List<MatchRecord> records = played(OPEN + "pace: free\n");
        assertThat(records).extracting(match -> match.setup().tableSeed()).containsOnlyNulls();
        assertThat(records).extracting(match -> match.setup().seed()).doesNotHaveDuplicates();
    }

    @Test
    void aSeedThatAStudentCouldFindIsRefusedByTheServerToo() throws Exception {
        try (TruceServer server = start();
                RawClient desk = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            String weak = OPEN + "seed: 2147483647\n";
            var refusal = desk.refused(of(new ClassRequest.Open(RawClient.key(), deskKey(), weak, LIST)));
            assertThat(refusal.code()).isEqualTo(ConnectionCode.MALFORMED);
            assertThat(refusal.toString()).contains("weak-seed").doesNotContain("2147483647");
            ask(desk, new ClassRequest.Open(RawClient.key(), deskKey(), OPEN, LIST), ClassNews.Opened.class);
        }
    }

    /** As the version before wrote it: a short number in the template, and one seed for all draws of all tables. */
    @Test
    void aClassThatWasOpenedBeforeGoesOnAsItWasOpened() throws Exception {
        String template = OPEN + "seed: 7\n";
        Scenario scenario = Scenarios.busan2025();
        List<Batch> batches = new ArrayList<>();
        List<ClassSetup.TableSetup> tables = new ArrayList<>();
        for (int table = 1; table <= 2; table++) {
            String id = "m-" + table;
            MatchSpec spec =
                    new MatchSpec(MatchSeed.chosen(7), 2, 0, false, List.of(), new RoundTerms(0, RoundPace.GATED));
            List<Entry> entries = new ArrayList<>();
            entries.add(new Entry.RoomOpened(new StoredRoom(
                            id, null, scenario.ruleset(), scenario.id(), scenario.hash(), spec.toBytes(), 1, false, 0)
                    .atTable("c-1", table)));
            List<ClassSetup.SeatSetup> seats = new ArrayList<>();
            for (Seat seat : List.of(Seat.US_HEAD, Seat.CN_HEAD)) {
                String pseudonym = "P" + table + seat.side();
                seats.add(new ClassSetup.SeatSetup(seat, pseudonym, 0));
                entries.add(new Entry.SeatTaken(new StoredSeat(seat, pseudonym, StoredSeat.Kind.PERSON, false)));
            }
            tables.add(new ClassSetup.TableSetup(table, id, seats));
            batches.add(new Batch(id, 0, entries));
        }
        ClassSetup setup = new ClassSetup(
                template, Template.kept(template, "t"), tables, 0, PlaceToken.hashOfKey(RawClient.key()));
        code = "ABCDEFGH";
        batches.add(new Batch(
                "c-1",
                0,
                List.of(new Entry.ClassOpened(new StoredClass("c-1", code, ClassEncoding.toBytes(setup), 1)))));
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(batches);
        }
        try (TruceServer server = start();
                RawClient desk = enterDesk(server, deskKey())) {
            List<MatchRecord> records = playOut(server, desk, 2);
            assertThat(records).extracting(match -> match.setup().tableSeed()).containsOnlyNulls();
            assertThat(records).extracting(match -> match.setup().seed()).containsOnly(7L);
            assertThat(records.get(0).rounds()).isEqualTo(records.get(1).rounds());
        }
    }
}
