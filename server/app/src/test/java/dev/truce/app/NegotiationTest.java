package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people negotiate over the wire, and somebody watches. */
class NegotiationTest {
    @TempDir
    Path data;

    private TruceServer server;
    private Talkers table;
    private RawClient us;
    private RawClient cn;

    @BeforeEach
    void start() throws Exception {
        server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
        table = new Talkers(server.port(), 6);
        us = table.us;
        cn = table.cn;
    }

    @AfterEach
    void stopWithoutABug() throws Exception {
        assertThat(TestParts.uncaught(server)).isZero();
        table.close();
        server.close();
    }

    private static ServerMessage.Saved saved(RawClient client, ClientMessage message) throws Exception {
        return client.ask(message, ServerMessage.Saved.class);
    }

    private static Refusal.Code refused(RawClient client, ClientMessage message) throws Exception {
        return client.refused(message).code();
    }

    /** Returns all that was told to a client that has heard the match to its end. */
    private static Stream<Notice> told(RawClient client) {
        return client.events().stream()
                .map(ServerFrame::body)
                .filter(ServerMessage.Told.class::isInstance)
                .map(body -> ((ServerMessage.Told) body).notice());
    }

    /** Plays what is left without a word and returns when everybody has heard the end. */
    private void playOn(int round, int heardByUs, int heardByCn) throws Exception {
        for (int next = round; next <= 6; next++) {
            table.close(next, heardByUs, heardByCn);
        }
        for (RawClient client : List.of(us, cn, table.watcher)) {
            client.await(Notice.MatchOver.class, any -> true);
            assertThat(client.events().stream().mapToLong(ServerFrame::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, client.lastSeq()).boxed().toList());
        }
    }

    @Test
    void anOfferIsHeardAcceptedSignedAndInForce() throws Exception {
        ServerMessage.Saved made = saved(us, table.offer(1, Talkers.RENEWAL, null));
        assertThat(made.round()).isEqualTo(1);
        assertThat(made.savedUnixMillis()).isPositive();
        assertThat(refused(cn, new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, 0))))
                .as("ready without having heard the offer")
                .isEqualTo(RefusalCode.UNHEARD_OFFER);
        Offer offer = Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
        assertThat(offer.terms()).isEqualTo(Talkers.RENEWAL);
        assertThat(offer.made()).isEqualTo(1);
        assertThat(offer.lastRound()).isEqualTo(2);
        saved(cn, table.accept(1, offer));
        Talkers.await(us, Side.US, 1, OfferStatus.ACCEPTED);

        Notice.RoundResolved resolved = table.close(1, 0, 1);
        assertThat(resolved.view().ratification().outcome()).isEqualTo(Ratification.Outcome.ENTERED);
        assertThat(resolved.view().ratification().terms()).isEqualTo(Talkers.RENEWAL);
        Talkers.await(us, Side.US, 1, OfferStatus.ENTERED);
        Talkers.await(cn, Side.US, 1, OfferStatus.ENTERED);
        playOn(2, 0, 1);
        assertThat(told(table.watcher)).noneMatch(Notice.OfferChanged.class::isInstance);
        assertThat(told(table.watcher))
                .as("what was signed is public")
                .filteredOn(Notice.RoundResolved.class::isInstance)
                .first()
                .satisfies(notice -> assertThat(
                                ((Notice.RoundResolved) notice).view().ratification())
                        .isEqualTo(resolved.view().ratification()));
    }

    @Test
    void aSignedCommuniqueIsToldToEverybody() throws Exception {
        Terms announced = new Terms.Package(List.of(new Pledge(Instrument.US_FENTANYL_TARIFF, 0)), 3, true);
        saved(us, table.offer(1, announced, null));
        saved(cn, table.accept(1, Talkers.await(cn, Side.US, 1, OfferStatus.OPEN)));
        table.close(1, 0, 1);
        assertThat(Talkers.await(table.watcher, Side.US, 1, OfferStatus.ENTERED).terms())
                .isEqualTo(announced);
        assertThat(told(table.watcher)
                        .filter(Notice.OfferChanged.class::isInstance)
                        .count())
                .isOne();
    }

    @Test
    void anOfferMakesWhoWasReadyLookAgain() throws Exception {
        saved(cn, new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, 0)));
        us.await(Notice.SeatStatus.class, status -> status.seat().equals(Seat.CN_HEAD) && status.ready());
        saved(us, table.offer(1, Talkers.RENEWAL, null));
        us.await(Notice.SeatStatus.class, status -> status.seat().equals(Seat.CN_HEAD) && !status.ready());
        saved(us, new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, 0)));
        Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
        saved(cn, new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, 1)));
        us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
    }

    @Test
    void aCounterOfferTakesThePlaceOfTheFirst() throws Exception {
        saved(us, table.offer(1, Talkers.RENEWAL, null));
        Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
        Terms better = new Terms.Renewal(8, false);
        saved(cn, table.offer(1, better, new OfferId(Side.US, 1)));
        Talkers.await(us, Side.US, 1, OfferStatus.COUNTERED);
        Offer counter = Talkers.await(us, Side.CN, 1, OfferStatus.OPEN);
        assertThat(counter.answers()).isEqualTo(new OfferId(Side.US, 1));
        saved(us, table.accept(1, counter));
        assertThat(table.close(1, 1, 1).view().ratification().terms()).isEqualTo(better);
    }

    @Test
    void whatIsWithdrawnOrRefusedIsNotOpen() throws Exception {
        saved(us, table.offer(1, Talkers.RENEWAL, null));
        Offer first = Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
        saved(us, table.withdraw(1, first.id()));
        Talkers.await(cn, Side.US, 1, OfferStatus.WITHDRAWN);
        assertThat(refused(cn, table.accept(1, first))).isEqualTo(RefusalCode.OFFER_NOT_OPEN);

        saved(us, table.offer(1, new Terms.Renewal(2, false), null));
        Offer second = Talkers.await(cn, Side.US, 2, OfferStatus.OPEN);
        saved(cn, table.refuse(1, second.id()));
        Talkers.await(us, Side.US, 2, OfferStatus.REFUSED);
        assertThat(refused(us, table.withdraw(1, second.id()))).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
        assertThat(table.close(1, 0, 2).view().ratification().outcome()).isEqualTo(Ratification.Outcome.NOTHING_SIGNED);
    }

    @Test
    void whatNobodyAnswersExpiresAfterTheNextRound() throws Exception {
        saved(us, table.offer(1, Talkers.RENEWAL, null));
        Offer offer = Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
        table.close(1, 0, 1);
        table.close(2, 0, 1);
        Talkers.await(cn, Side.US, 1, OfferStatus.EXPIRED);
        assertThat(refused(cn, table.accept(3, offer))).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
    }

    @Test
    void anOfferOfTheRoundBeforeCanStillBeAccepted() throws Exception {
        saved(us, table.offer(1, Talkers.RENEWAL, null));
        Offer offer = Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
        table.close(1, 0, 1);
        saved(cn, table.accept(2, offer));
        assertThat(table.close(2, 0, 1).view().ratification().outcome()).isEqualTo(Ratification.Outcome.ENTERED);
    }

    @Test
    void everyRefusalOfOffersIsTold() throws Exception {
        Terms offLadder = Talkers.clause(Instrument.US_PORT_FEE, 77, 4);
        assertThat(refused(us, table.offer(1, offLadder, null))).isEqualTo(RefusalCode.BAD_TERMS);
        saved(us, table.offer(1, Talkers.RENEWAL, null));
        assertThat(refused(us, table.offer(1, Talkers.RENEWAL, null))).isEqualTo(RefusalCode.ONE_OFFER_A_ROUND);
        Offer offer = Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
        assertThat(refused(cn, table.refuse(1, new OfferId(Side.US, 7)))).isEqualTo(RefusalCode.UNKNOWN_OFFER);
        assertThat(refused(cn, table.withdraw(1, offer.id()))).isEqualTo(RefusalCode.NOT_YOUR_OFFER);
        assertThat(refused(us, table.accept(1, offer))).isEqualTo(RefusalCode.NOT_YOUR_OFFER);
        ServerMessage.Refused differs = cn.ask(
                new ClientMessage.Do(table.matchId, 1, "wrong-hash", new Deed.Accept(offer.id(), "0123456789abcdef")),
                ServerMessage.Refused.class);
        assertThat(differs.refusal().code()).isEqualTo(RefusalCode.TERMS_DIFFER);
        assertThat(differs.key()).isEqualTo("wrong-hash");
        assertThat(refused(cn, table.accept(2, offer))).isEqualTo(RefusalCode.STALE_ROUND);

        table.close(1, 0, 1);
        saved(us, table.offer(2, Talkers.RENEWAL, null));
        Offer second = Talkers.await(cn, Side.US, 2, OfferStatus.OPEN);
        saved(cn, table.accept(2, offer));
        assertThat(refused(cn, table.accept(2, second))).isEqualTo(RefusalCode.ONE_ACCEPTANCE_A_ROUND);
        assertThat(refused(us, table.withdraw(2, offer.id()))).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
    }

    @Test
    void noticeIsToldToEverybodyAndCanBeTakenBackUntilTheClose() throws Exception {
        saved(us, table.notice(1, true));
        for (RawClient client : List.of(us, cn, table.watcher)) {
            assertThat(client.await(Notice.NoticeGiven.class, any -> true))
                    .isEqualTo(new Notice.NoticeGiven(Side.US, 1, true));
        }
        saved(us, table.notice(1, false));
        table.watcher.await(Notice.NoticeGiven.class, notice -> !notice.given());
        assertThat(table.close(1, 0, 0).view().us().notice()).isFalse();

        saved(cn, table.notice(2, true));
        Notice.RoundResolved resolved = table.close(2, 0, 0);
        assertThat(resolved.view().cn().notice()).isTrue();
        table.close(3, 0, 0);
        assertThat(refused(us, table.notice(4, true))).as("nothing to leave").isEqualTo(RefusalCode.NO_TREATY);
        assertThat(refused(us, table.offer(4, Talkers.RENEWAL, null)))
                .as("nothing to renew")
                .isEqualTo(RefusalCode.NO_TREATY);
    }

    @Test
    void wordsReachExactlyTheirAudience() throws Exception {
        Statement threat =
                new Statement.Threaten(Instrument.US_PORT_FEE, 2, 3, new Pledge(Instrument.CN_RARE_EARTHS_APRIL, 1));
        saved(us, table.say(1, Channel.DELEGATION, "among us", null));
        saved(us, table.say(1, Channel.OTHER_SIDE, "between us", null));
        saved(us, table.say(1, Channel.PUBLIC, "for all to hear", threat));
        saved(cn, table.say(1, Channel.DELEGATION, "they bluff", null));
        saved(cn, table.say(1, Channel.PUBLIC, "", new Statement.Reassure()));
        playOn(1, 0, 0);

        assertThat(said(us)).containsExactly("among us", "between us", "for all to hear", "");
        assertThat(said(cn)).containsExactly("between us", "for all to hear", "they bluff", "");
        assertThat(said(table.watcher)).containsExactly("for all to hear", "");
        assertThat(told(table.watcher).filter(Notice.Said.class::isInstance))
                .first()
                .isEqualTo(new Notice.Said(Seat.US_HEAD, 1, 1, Channel.PUBLIC, "for all to hear", threat));
    }

    private static List<String> said(RawClient client) {
        return told(client)
                .filter(Notice.Said.class::isInstance)
                .map(notice -> ((Notice.Said) notice).text())
                .toList();
    }

    @Test
    void wordsAreMadeSafeAndBounded() throws Exception {
        saved(us, table.say(1, Channel.PUBLIC, "\u001b[31mred\u0007 \u202Eback\u200B\r\nnext", null));
        assertThat(table.watcher.await(Notice.Said.class, any -> true).text()).isEqualTo("[31mred back  next");
        HostAct announced = new HostAct.Announce(0, "\u001b[31mred\u0007 \u202Eback\u200B\r\nnext");
        saved(us, new ClientMessage.Direct(table.matchId, announced, 0));
        assertThat(table.watcher.await(Notice.HostActed.class, any -> true).act())
                .isEqualTo(new HostAct.Announce(0, "[31mred back  next"));
        saved(us, table.say(1, Channel.PUBLIC, "\u8d38".repeat(280), null));
        assertThat(refused(us, table.say(1, Channel.PUBLIC, "x".repeat(281), null)))
                .isEqualTo(RefusalCode.BAD_TEXT);
        assertThat(refused(us, table.say(1, Channel.PUBLIC, "\u0007\u200B", null)))
                .as("nothing is left of it")
                .isEqualTo(RefusalCode.BAD_TEXT);
        assertThat(refused(us, table.say(1, Channel.OTHER_SIDE, "", new Statement.Warn())))
                .as("a statement that is not public")
                .isEqualTo(RefusalCode.BAD_TEXT);
        assertThat(refused(us, table.say(1, Channel.PUBLIC, "x".repeat(3_000), null)))
                .isEqualTo(ConnectionCode.MALFORMED);
        for (int i = 3; i <= 16; i++) {
            saved(us, table.say(1, Channel.DELEGATION, "number " + i, null));
        }
        assertThat(refused(us, table.say(1, Channel.PUBLIC, "one more", null))).isEqualTo(RefusalCode.TOO_MUCH_TALK);
    }

    @Test
    void theSameRequestAgainIsSaidOnce() throws Exception {
        ClientMessage words = table.say(1, Channel.PUBLIC, "once", null);
        ClientMessage offer = table.offer(1, Talkers.RENEWAL, null);
        for (int i = 0; i < 3; i++) {
            saved(us, words);
            saved(us, offer);
        }
        saved(us, table.say(1, Channel.PUBLIC, "the end", null));
        cn.await(Notice.Said.class, said -> said.text().equals("the end"));
        assertThat(said(cn)).containsExactly("once", "the end");
        assertThat(told(cn).filter(Notice.OfferChanged.class::isInstance).count())
                .isOne();
        ClientMessage.Do other = (ClientMessage.Do) words;
        assertThat(refused(
                        us,
                        new ClientMessage.Do(
                                table.matchId, 1, other.key(), new Deed.Say(Channel.PUBLIC, "something else", null))))
                .isEqualTo(RefusalCode.MOVE_ID_REUSED);
    }
}
