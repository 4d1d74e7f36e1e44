package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.host.Catalogue;
import dev.truce.app.http.Assets;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.scenario.Scenarios;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class that was opened while {@code busan-2025} had other rules goes on by those; new ones play by the rules of today. */
class UpgradedClassTest extends HeldClass {
    private static final String TEMPLATE =
            "title: Seminar\nscenario: busan-2025\nrounds: 3\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\nbot: hold\n";
    private static final String LIST = "Name,Student number\nAnn,s1\n";
    private static final int ROUNDS = 3;
    private static final Scenario THEN = Scenarios.earlier().get(0).scenario();
    private static final Scenario TODAY = Scenarios.busan2025();

    /** A server whose {@code busan-2025} is a scenario. */
    private static TruceServer start(Path folder, Scenario scenario) throws StartException {
        return TruceServer.start(
                ServerConfig.embedded(folder),
                new Parts(
                        Catalogue.of(List.of(scenario)),
                        SqliteStore::open,
                        new HandTimers(),
                        Clock.systemUTC(),
                        Ticker.systemTicker(),
                        Assets.none()));
    }

    /** Ann plays rounds alone against the bot of an empty seat. */
    private static void plays(RawClient ann, String matchId, int from, int to) throws IOException {
        for (int round = from; round <= to; round++) {
            int now = round;
            ann.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == now);
            ann.ready(matchId, Side.US, round);
        }
    }

    private static String document(RawClient desk, ClassRequest.ClassDocument document) throws IOException {
        return ask(
                        desk,
                        new ClassRequest.ReadText(document, "en", ClassRequest.Naming.OFF, 1, "", "", 0),
                        ClassNews.TextRead.class)
                .text();
    }

    private void playsOn(TruceServer server, RawClient desk, Scenario rules) throws Exception {
        try (RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            plays(ann, sits(ann, "s1").matchId(), 2, ROUNDS);
            assertThat(ann.await(Notice.MatchOver.class, any -> true).recordText())
                    .contains("[Scenario \"busan-2025\"]", "[ScenarioHash \"" + rules.hash() + "\"]");
        }
        for (ClassRequest.ClassDocument document : ClassRequest.ClassDocument.values()) {
            assertThat(document(desk, document)).as(document.name()).isNotEmpty();
        }
        assertThat(document(desk, ClassRequest.ClassDocument.RECORDS)).contains(rules.hash());
    }

    private RawClient opensAndPlaysOneRound(TruceServer server) throws IOException {
        RawClient desk = openClass(server, data, TEMPLATE, LIST);
        does(desk, "doors open");
        try (RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            String matchId = sits(ann, "s1").matchId();
            does(desk, "start");
            plays(ann, matchId, 1, 1);
            ann.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
        }
        return desk;
    }

    @Test
    void itGoesOnByItsOwnRulesAndNewOnesPlayThoseOfToday() throws Exception {
        try (TruceServer server = start(data, THEN)) {
            opensAndPlaysOneRound(server).close();
        }
        try (TruceServer server = start(data, TODAY)) {
            try (RawClient desk = enterDesk(server, deskKey())) {
                playsOn(server, desk, THEN);
            }
            try (RawClient desk = opensAndPlaysOneRound(server)) {
                playsOn(server, desk, TODAY);
            }
        }
    }
}
