package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.PublicRound;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Those who only watch a class, one of its tables or all of them: what they are told, and what they are never told. */
class WatchedClassTest extends HeldClass {
    private static final String TEMPLATE = """
        title: Seminar 3
        scenario: busan-2025
        rounds: 2
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

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(new HandTimers()));
    }

    private RawClient open(TruceServer server, String template) throws IOException {
        return openClass(server, data, template, LIST);
    }

    private ClientMessage watch(int table, String deskKey) {
        return of(new ClassRequest.Watch(RawClient.key(), code, table, deskKey));
    }

    private static void opened(RawClient client, int round) throws IOException {
        client.await(Notice.RoundOpened.class, open -> open.observation().openRound() == round);
    }

    private static <T extends ClassNews> T told(RawClient board, Class<T> kind, Predicate<T> fits) throws IOException {
        while (true) {
            ServerMessage.OfClass news = board.awaitMessage(ServerMessage.OfClass.class);
            if (kind.isInstance(news.news()) && fits.test(kind.cast(news.news()))) {
                return kind.cast(news.news());
            }
        }
    }

    private static void does(RawClient client, String match, int round, Deed deed) throws IOException {
        client.ask(new ClientMessage.Do(match, round, RawClient.key(), deed), ServerMessage.Saved.class);
    }

    /** In the first round Ann offers, whispers and speaks, and both seal covert orders; then both hold. */
    private static void plays(RawClient ann, RawClient bo, String match) throws IOException {
        does(ann, match, 1, new Deed.MakeOffer(Talkers.clause(Instrument.CN_SOY_PURCHASES, 3, 4), null));
        does(ann, match, 1, new Deed.Say(Channel.OTHER_SIDE, "whispered across", null));
        does(ann, match, 1, new Deed.Say(Channel.DELEGATION, "whispered inside", null));
        does(ann, match, 1, new Deed.Say(Channel.PUBLIC, "said to all", null));
        does(
                ann,
                match,
                1,
                new Deed.Submit(List.of(
                        new RequestedOrder(Instrument.US_LICENCE_PACE.ordinal(), 1),
                        new RequestedOrder(Instrument.US_FENTANYL_TARIFF.ordinal(), 4))));
        for (int round = 1; round <= 2; round++) {
            opened(ann, round);
            opened(bo, round);
            ann.ready(match, Side.US, round);
            bo.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.US && status.ready());
            bo.ready(match, Side.CN, round);
        }
    }

    private static List<Notice> notices(RawClient watcher) {
        return watcher.events().stream()
                .map(ServerFrame::body)
                .filter(ServerMessage.Told.class::isInstance)
                .map(body -> ((ServerMessage.Told) body).notice())
                .toList();
    }

    @Test
    void whoWatchesATableIsToldWhatIsPublicAndNothingElse() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server, TEMPLATE);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient late = RawClient.greeted(server.port(), Role.OBSERVER)) {
            does(desk, "doors open");
            String match = sits(ann, "s2210443").matchId();
            sits(bo, "s2210444");
            ServerMessage.Watching watching = watcher.ask(watch(1, ""), ServerMessage.Watching.class);
            assertThat(watching.matchId()).isEqualTo(match);
            assertThat(watching.roomCode()).isEqualTo(code);
            assertThat(watching.viewer()).isEqualTo(Viewer.PUBLIC);
            does(desk, "start");
            does(desk, "fill-gaps hold");
            opened(watcher, 1);
            assertThat(watcher.refused(new ClientMessage.Do(match, 1, RawClient.key(), new Deed.Undo()))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
            plays(ann, bo, match);
            watcher.await(Notice.MatchOver.class, any -> true);

            List<Notice> heard = notices(watcher);
            assertThat(heard)
                    .filteredOn(Notice.Said.class::isInstance)
                    .extracting(notice -> ((Notice.Said) notice).text())
                    .containsExactly("said to all");
            assertThat(heard).noneMatch(notice -> notice instanceof Notice.OfferChanged);
            List<RoundView> rounds = heard.stream()
                    .filter(Notice.RoundResolved.class::isInstance)
                    .map(notice -> ((Notice.RoundResolved) notice).view())
                    .toList();
            assertThat(rounds).hasSize(2).allSatisfy(view -> {
                assertThat(view.viewer()).isEqualTo(Viewer.PUBLIC);
                assertThat(view.scores()).isEmpty();
                assertThat(view.own()).isEmpty();
                assertThat(view.orders()).noneMatch(order -> order.instrument().isCovert());
                for (Instrument instrument : Instrument.all()) {
                    if (instrument.isCovert()) {
                        assertThat(view.levels().get(instrument)).isEqualTo(Levels.UNSEEN);
                    }
                }
            });
            assertThat(rounds.get(0).orders())
                    .extracting(order -> order.instrument())
                    .containsExactly(Instrument.US_FENTANYL_TARIFF);
            // No frame of a round comes before the round is resolved, whatever is sealed in it.
            int resolved = heard.indexOf(heard.stream()
                    .filter(Notice.RoundResolved.class::isInstance)
                    .findFirst()
                    .orElseThrow());
            assertThat(heard.subList(0, resolved))
                    .allMatch(notice -> notice instanceof Notice.RoundOpened
                            || notice instanceof Notice.SeatStatus
                            || notice instanceof Notice.Said
                            || notice instanceof Notice.RoundShut);

            late.ask(watch(1, ""), ServerMessage.Watching.class);
            late.await(Notice.MatchOver.class, any -> true);
            assertThat(notices(late)).isEqualTo(heard);
        }
    }

    @Test
    void whoWatchesIsToldWhatOneEntersWith() throws Exception {
        try (TruceServer server = start();
                RawClient unused = open(server, TEMPLATE + "entry: list\n");
                RawClient board = RawClient.greeted(server.port(), Role.OBSERVER)) {
            ClassNews.Watched watched = (ClassNews.Watched)
                    board.ask(watch(0, ""), ServerMessage.OfClass.class).news();
            assertThat(watched.byList()).isTrue();
        }
    }

    @Test
    void whoWatchesAllTablesIsToldTheirPublicFacts() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server, TEMPLATE);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient board = RawClient.greeted(server.port(), Role.OBSERVER)) {
            ClassNews.Watched watched = (ClassNews.Watched)
                    board.ask(watch(0, ""), ServerMessage.OfClass.class).news();
            assertThat(watched)
                    .isEqualTo(new ClassNews.Watched(
                            code,
                            "Seminar 3",
                            2,
                            47,
                            3,
                            true,
                            Scenarios.busan2025().calendar(),
                            List.of(4, 7, 10),
                            false));
            does(desk, "doors open");
            String match = sits(ann, "s2210443").matchId();
            sits(bo, "s2210444");
            told(board, ClassNews.Changed.class, state -> state.here() == 2 && state.members() == 3);
            assertThat(ask(desk, wish("announce Too early"), ClassNews.Done.class)
                            .refusals())
                    .as("done nowhere: no match has begun")
                    .hasSize(2);
            does(desk, "start");
            does(desk, "fill-gaps hold");
            does(desk, "2: announce only table 2");
            does(desk, "announce Two minutes more?");
            assertThat(told(
                                    board,
                                    ClassNews.Changed.class,
                                    state -> !state.announced().isEmpty())
                            .announced())
                    .isEqualTo("Two minutes more?");
            ann.ask(of(new ClassRequest.CallForHelp("Do we lose A2?")), ServerMessage.class);
            plays(ann, bo, match);
            TableChanged over =
                    told(board, TableChanged.class, table -> table.table() == 1 && table.phase() == TablePhase.OVER);
            assertThat(over.rounds()).extracting(PublicRound::round).containsExactly(1, 2);
            assertThat(over.rounds()).extracting(PublicRound::tariff).containsExactly(57, 47);
            assertThat(over.rounds().get(0).broke()).containsExactly(Side.US);
            assertThat(over.lastRound()).isEqualTo(2);
            assertThat(over.seats()).isEmpty();
            for (byte[] frame : board.bytes()) {
                assertThat(new String(frame, StandardCharsets.UTF_8))
                        .doesNotContain(
                                "Archer",
                                "s2210443",
                                "only table 2",
                                "Too early",
                                "whispered",
                                "said to all",
                                "Do we lose");
            }
        }
    }

    @Test
    void whoMayNotWatchIsToldWhy() throws Exception {
        try (TruceServer server = start();
                RawClient desk = open(server, TEMPLATE + "watch: nobody\n");
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient player = RawClient.greeted(server.port(), Role.PLAYER)) {
            for (int table = 0; table <= 1; table++) {
                Refusal refusal = watcher.refused(watch(table, ""));
                assertThat(refusal.code()).isEqualTo(ConnectionCode.NOT_ALLOWED);
                assertThat(refusal.key()).isEqualTo("refused.not_allowed.watch");
                assertThat(watcher.refused(watch(table, "x".repeat(43))).code()).isEqualTo(ConnectionCode.NOT_ALLOWED);
            }
            assertThat(player.refused(watch(0, deskKey())).code()).isEqualTo(ConnectionCode.NOT_ALLOWED);
            assertThat(watcher.refused(watch(3, deskKey())).code()).isEqualTo(ConnectionCode.UNKNOWN_TABLE);
            assertThat(watcher.refused(of(new ClassRequest.Watch(RawClient.key(), "ZZZZ2222", 0, "")))
                            .code())
                    .isEqualTo(ConnectionCode.UNKNOWN_CODE);
            assertThat(watcher.refused(of(new ClassRequest.Watch("short", code, 0, "")))
                            .code())
                    .isEqualTo(ConnectionCode.MALFORMED);
            watcher.ask(watch(0, deskKey()), ServerMessage.OfClass.class);
            assertThat(watcher.refused(watch(1, deskKey())).code()).isEqualTo(ConnectionCode.NOT_ALLOWED);
            does(desk, "doors open");
        }
    }
}
