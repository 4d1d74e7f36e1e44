package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who opened a room plays shock cards into its match over the wire. */
class CardsTest {
    @TempDir
    Path data;

    private TruceServer server;
    private Talkers table;

    @BeforeEach
    void start() throws Exception {
        server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
        table = new Talkers(server.port(), 6);
    }

    @AfterEach
    void stopWithoutABug() throws Exception {
        assertThat(TestParts.uncaught(server)).isZero();
        table.close();
        server.close();
    }

    private ClientMessage card(int round, String card) {
        return new ClientMessage.Direct(table.matchId, new HostAct.PlayCard(round, card), 0);
    }

    private static Notice.CardPlayed heard(RawClient client, int round) throws Exception {
        return client.await(Notice.CardPlayed.class, played -> played.round() == round);
    }

    @Test
    void everybodyHearsOfACardAndSeesWhatItDid() throws Exception {
        table.us.ask(card(1, "market-panic"), ServerMessage.Saved.class);
        table.us.ask(card(2, "Leak cn.soy"), ServerMessage.Saved.class);
        for (RawClient client : new RawClient[] {table.us, table.cn, table.watcher}) {
            assertThat(heard(client, 1).card()).isEqualTo(Card.of(CardKind.MARKET_PANIC));
        }
        RoundView first = table.close(1, 0, 0).view();
        assertThat(first.events()).contains(RoundEvent.MARKET_PANIC);
        for (RawClient client : new RawClient[] {table.us, table.cn, table.watcher}) {
            assertThat(heard(client, 2).card()).isEqualTo(Card.leak(Instrument.CN_SOY_PURCHASES));
        }
        table.close(2, 0, 0);
        RoundView seen = table.watcher
                .await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 2)
                .view();
        assertThat(seen.events()).contains(RoundEvent.LEAK_CN_SOY_PURCHASES);
        assertThat(seen.levels().get(Instrument.CN_SOY_PURCHASES)).isNotNegative();
        assertThat(seen.levels().get(Instrument.CN_LICENCE_PACE)).isNegative();
    }

    @Test
    void onlyTheCreatorPlaysCardsFromWhereverHeSits() throws Exception {
        assertThat(table.cn.refused(card(1, "port-strike")).code()).isEqualTo(ConnectionCode.NOT_CREATOR);
        assertThat(table.watcher.refused(card(1, "port-strike")).code()).isEqualTo(ConnectionCode.NOT_CREATOR);
        assertThat(table.us
                        .ask(card(1, "port-strike"), ServerMessage.Saved.class)
                        .round())
                .isEqualTo(1);
    }

    @Test
    void refusalsSayWhatWouldBeRight() throws Exception {
        Refusal flood = table.us.refused(card(1, "flood"));
        assertThat(flood.code()).isEqualTo(RefusalCode.UNKNOWN_CARD);
        assertThat(flood.legal()).contains("harvest-failure");
        assertThat(table.us.refused(card(1, "leak US.PORT")).code()).isEqualTo(RefusalCode.WRONG_TARGET);
        assertThat(table.us.refused(card(7, "port-strike")).code()).isEqualTo(RefusalCode.NO_SUCH_ROUND);
        assertThat(table.us.refused(card(0, "port-strike")).code()).isEqualTo(RefusalCode.STALE_ROUND);
        table.us.ask(card(1, "leak US.PACE"), ServerMessage.Saved.class);
        assertThat(table.us.refused(card(1, "leak CN.PACE")).code()).isEqualTo(RefusalCode.CARD_PLAYED);
        table.us.ask(card(1, "leak US.PACE"), ServerMessage.Saved.class);
        assertThat(table.us
                        .refused(new ClientMessage.Direct("elsewhere", new HostAct.PlayCard(1, "port-strike"), 0))
                        .code())
                .isEqualTo(RefusalCode.UNKNOWN_MATCH);
    }

    @Test
    void aCardThatWaitsOutlivesTheServer() throws Exception {
        table.us.ask(card(2, "mine-opening"), ServerMessage.Saved.class);
        table.us.close();
        table.cn.close();
        server.close();
        server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
        try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(table.usToken, 0), ServerMessage.Resumed.class);
            cn.ask(new ClientMessage.Resume(table.cnToken, 0), ServerMessage.Resumed.class);
            us.ask(
                    new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            cn.ask(
                    new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            assertThat(heard(us, 2).card()).isEqualTo(Card.of(CardKind.MINE_OPENING));
        }
    }
}
