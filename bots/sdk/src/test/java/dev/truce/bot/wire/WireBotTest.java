package dev.truce.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.Bots;
import dev.truce.bot.Conduct;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Refusals;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.message.ClosingCause;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WireBotTest {
    private final HandTurnedThread thread = new HandTurnedThread();
    private final ScriptedClient client = new ScriptedClient();
    private final List<Integer> thoughtAbout = new ArrayList<>();

    @Test
    void sealsItsOrdersAndSaysReadyWithThem() {
        WireBot bot = join(Bots.gambler());
        open(bot, 1);
        open(bot, 2);
        assertThat(client.asked)
                .containsExactly(
                        "join ABCD2345 US gambler bot", "submit 1 1 orders and ready", "submit 2 1 orders and ready");
        assertThat(bot.conduct()).isEqualTo(new Conduct(2, List.of()));
    }

    @Test
    void sealsTheSameOrdersWhenARoundIsToldAgainAfterAReconnect() {
        List<String> decided = new ArrayList<>();
        WireBot bot = join(Bots.named("fickle", seat -> {
            Bot gambler = Bots.gambler().create(seat);
            return seen -> {
                Decision decision = gambler.decide(seen);
                decided.add(seen.openRound() + " " + decision.orders());
                return decision;
            };
        }));
        open(bot, 1);
        bot.hear(new Heard.Link(new LinkState.Lost(1, false)));
        bot.hear(new Heard.Link(new LinkState.Up()));
        open(bot, 1);
        open(bot, 1);
        open(bot, 2);

        assertThat(decided).hasSize(2);
        assertThat(client.asked)
                .filteredOn(asked -> asked.startsWith("submit 1"))
                .hasSize(3);
        assertThat(bot.conduct().decisions()).isEqualTo(2);
    }

    @Test
    void holdsAndIsCountedWhenItsOrdersAreRefused() {
        WireBot bot = join(Bots.cheat());
        client.refuse("LEVEL_NOT_ON_LADDER", 0);
        open(bot, 1);
        assertThat(client.asked).endsWith("submit 1 1 orders and ready", "submit 1 HOLD and ready");
        assertThat(bot.conduct().faults())
                .extracting(BotFault::kind, BotFault::detail)
                .containsExactly(tuple(BotFault.Kind.ILLEGAL, "LEVEL_NOT_ON_LADDER: refused by the test"));
    }

    @Test
    void sealsTheHoldAgainWhenARefusedRoundIsToldAgain() {
        WireBot bot = join(Bots.cheat());
        client.refuse("LEVEL_NOT_ON_LADDER", 0);
        open(bot, 1);
        client.asked.clear();
        open(bot, 1);
        assertThat(client.asked).containsExactly("submit 1 HOLD and ready");
    }

    @Test
    void isReadyWithoutOrdersIfEvenAHoldIsRefused() {
        WireBot bot = join(Bots.cheat());
        client.refuse("NOT_YET_LEGAL", 0);
        client.refuse("NOT_YET_LEGAL", 0);
        open(bot, 1);
        assertThat(client.asked).endsWith("submit 1 1 orders and ready", "submit 1 HOLD and ready", "ready 1");
        assertThat(bot.conduct().count(BotFault.Kind.ILLEGAL)).isOne();
    }

    @Test
    void holdsAndIsCountedWhenItCrashes() {
        WireBot bot = join(Bots.crasher());
        open(bot, 1);
        open(bot, 2);
        assertThat(client.asked).endsWith("submit 1 HOLD and ready", "submit 2 HOLD and ready");
        assertThat(bot.conduct().count(BotFault.Kind.CRASH)).isOne();
    }

    @Test
    void asksABusyServerAgainAfterTheToldTime() {
        WireBot bot = join(Bots.gambler());
        client.refuse("RETRY", 200);
        open(bot, 1);
        assertThat(client.asked).endsWith("submit 1 1 orders and ready");
        thread.pass(199);
        assertThat(client.asked).hasSize(2);
        client.refuse("RETRY", 50);
        thread.pass(1);
        thread.pass(50);
        assertThat(client.asked)
                .endsWith("submit 1 1 orders and ready", "submit 1 1 orders and ready", "submit 1 1 orders and ready");
        assertThat(bot.conduct().isClean()).isTrue();
    }

    @Test
    void asksABusyServerAgainToBeReady() {
        WireBot bot = join(dealer(offered -> false));
        open(bot, 1);
        client.refuseReady("RETRY", 30);
        offer(bot, Side.CN, 1, 3, OfferStatus.OPEN);
        thread.pass(30);
        assertThat(client.asked).endsWith("submit 1 HOLD and ready", "ready 1 heard 1", "ready 1 heard 1");
        assertThat(bot.conduct().isClean()).isTrue();
    }

    @Test
    void doesNotMindThatTheRoundClosedBeforeItWasReady() {
        WireBot bot = join(dealer(offered -> false));
        open(bot, 1);
        client.refuseReady("STALE_ROUND", 0);
        offer(bot, Side.CN, 1, 3, OfferStatus.OPEN);
        thread.pass(60_000);
        assertThat(client.asked).endsWith("submit 1 HOLD and ready", "ready 1 heard 1");
        assertThat(bot.conduct().isClean()).isTrue();
    }

    @Test
    void asksAServerThatStaysBusyForAsLongAsTheRoundIsOpen() {
        WireBot bot = join(Bots.gambler());
        for (int i = 0; i < 100; i++) {
            client.refuse("RETRY", 10);
        }
        open(bot, 1);
        for (int i = 0; i < 99; i++) {
            thread.pass(10);
        }
        assertThat(client.asked)
                .filteredOn(asked -> asked.startsWith("submit 1"))
                .hasSize(100);
        open(bot, 2);
        thread.pass(10);
        thread.pass(10);
        assertThat(client.asked)
                .filteredOn(asked -> asked.startsWith("submit 1"))
                .hasSize(100);
    }

    @Test
    void dropsARetryThatTheNextRoundHasOvertaken() {
        WireBot bot = join(Bots.gambler());
        client.refuse("RETRY", 100);
        open(bot, 1);
        open(bot, 2);
        thread.pass(100);
        assertThat(client.asked).endsWith("submit 1 1 orders and ready", "submit 2 1 orders and ready");
    }

    @Test
    void countsOrdersThatCameTooLate() {
        WireBot bot = join(Bots.gambler());
        client.refuse("STALE_ROUND", 0);
        open(bot, 1);
        assertThat(bot.conduct().count(BotFault.Kind.LATE)).isOne();
        assertThat(client.asked).endsWith("submit 1 1 orders and ready").doesNotContain("ready 1");
    }

    @Test
    void isNotLateWhenOrdersThatWereSavedAreSentAgainTooLate() {
        WireBot bot = join(Bots.gambler());
        open(bot, 1);
        client.refuse("STALE_ROUND", 0);
        open(bot, 1);
        assertThat(bot.conduct().isClean()).isTrue();
    }

    @Test
    void decidesOnlyTheNewestOfTheRoundsThatOpenedWhileItWasBusy() {
        WireBot bot = join(noting());
        tell(bot, 1);
        tell(bot, 2);
        tell(bot, 3);
        thread.run();
        assertThat(thoughtAbout).containsExactly(3);
        assertThat(client.asked).endsWith("submit 3 HOLD and ready");
    }

    @Test
    void ignoresARoundThatIsBehindTheOneItDecided() {
        WireBot bot = join(noting());
        open(bot, 3);
        open(bot, 2);
        assertThat(thoughtAbout).containsExactly(3);
        assertThat(client.asked).doesNotContain("submit 2 HOLD and ready");
    }

    @Test
    void playsTheSideThatTheObservationIsMadeFor() {
        List<Side> played = new ArrayList<>();
        WireBot bot = new WireBot(
                Bots.named("asker", seat -> {
                    played.add(seat.side());
                    return seen -> Decision.HOLD;
                }),
                Bots.BUSAN,
                1,
                0,
                thread);
        assertThat(bot.join(client, "ABCD2345", null)).isCompleted();
        bot.hear(new Heard.Told(new Notice.RoundOpened(Bots.opened(Viewer.CN, 1), 0), 0));
        thread.run();
        assertThat(played).containsExactly(Side.CN);
    }

    @Test
    void playsNoMatchOfAnotherScenario() {
        WireBot bot = join(noting());
        bot.hear(new Heard.Begun("match-1", "busan-2026", "0".repeat(64), Bots.BUSAN.ruleset()));
        open(bot, 1);
        assertThat(thoughtAbout).isEmpty();
        assertThat(bot.ended())
                .isCompletedWithValueMatching(
                        end -> end instanceof WireEnd.Left left && left.why().code() == ClientCode.SCENARIO_DIFFERS);
    }

    @Test
    void playsOnWhenTheMatchIsToldAgain() {
        WireBot bot = join(noting());
        bot.hear(new Heard.Begun("match-1", Bots.BUSAN.id(), Bots.BUSAN.hash(), Bots.BUSAN.ruleset()));
        open(bot, 1);
        bot.hear(new Heard.Begun("match-1", Bots.BUSAN.id(), Bots.BUSAN.hash(), Bots.BUSAN.ruleset()));
        open(bot, 2);
        assertThat(thoughtAbout).containsExactly(1, 2);
        assertThat(bot.ended()).isNotDone();
    }

    @Test
    void endsWithTheResultOfTheMatch() {
        WireBot bot = join(noting());
        FinalScore score = new FinalScore(80, 80, Points.of(new double[16]), 0, 0, .8, 0, 0);
        Notice.MatchOver over = new Notice.MatchOver(12, score, score, Outcome.AS_THE_TRUCE, "the record");
        bot.hear(new Heard.Told(over, 0));
        open(bot, 13);
        assertThat(bot.ended()).isCompletedWithValue(new WireEnd.Played(over));
        assertThat(thoughtAbout).isEmpty();
    }

    @Test
    void endsWhenTheLinkIsClosedOrTakenOver() {
        Refusal idle = Refusal.of(ClosingCause.IDLE, "").saying("no ping for 30 s");
        WireBot closed = join(noting());
        closed.hear(new Heard.Link(new LinkState.Closed(idle)));
        assertThat(closed.ended()).isCompletedWithValue(new WireEnd.Left(idle));

        WireBot takenOver = join(noting());
        takenOver.hear(new Heard.Link(new LinkState.TakenOver()));
        assertThat(takenOver.ended()).isCompletedWithValue(new WireEnd.Left(Refusal.of(ClientCode.TAKEN_OVER, "")));
    }

    @Test
    void makesItsOfferBeforeItsOrders() {
        WireBot bot = join(dealer(offered -> false));
        open(bot, 1);
        assertThat(client.asked).endsWith("offer 1 for 4 rounds", "submit 1 HOLD and ready");
        open(bot, 1);
        assertThat(client.asked)
                .as("an offer is made once, however often the round is told")
                .filteredOn(asked -> asked.startsWith("offer"))
                .hasSize(1);
    }

    @Test
    void acceptsWhatItsRuleSaysAndIsReadyAgain() {
        WireBot bot = join(dealer(offered -> offered.rounds() == 3));
        open(bot, 1);
        client.asked.clear();
        offer(bot, Side.CN, 1, 3, OfferStatus.OPEN);
        String hash = TermsHash.of(renewal(3));
        assertThat(client.asked).containsExactly("accept 1 CN-1 " + hash, "ready 1 heard 1");
        client.asked.clear();
        offer(bot, Side.CN, 1, 3, OfferStatus.ACCEPTED);
        assertThat(client.asked).isEmpty();
    }

    @Test
    void judgesAnOfferThatCameWhileItWasThinking() {
        WireBot bot = join(dealer(offered -> true));
        tell(bot, 1);
        bot.hear(new Heard.Told(changed(Side.CN, 1, 5, OfferStatus.OPEN), 0));
        thread.run();
        assertThat(client.asked)
                .endsWith("submit 1 HOLD", "accept 1 CN-1 " + TermsHash.of(renewal(5)), "ready 1 heard 1");
    }

    @Test
    void isReadyAgainAfterAnOfferThatItDoesNotAccept() {
        WireBot bot = join(dealer(offered -> false));
        open(bot, 1);
        client.asked.clear();
        offer(bot, Side.CN, 1, 3, OfferStatus.OPEN);
        assertThat(client.asked).containsExactly("ready 1 heard 1");
    }

    @Test
    void judgesNeitherItsOwnOffersNorWhatWasTakenBack() {
        WireBot bot = join(dealer(offered -> true));
        tell(bot, 1);
        bot.hear(new Heard.Told(changed(Side.US, 1, 4, OfferStatus.OPEN), 0));
        bot.hear(new Heard.Told(changed(Side.CN, 1, 4, OfferStatus.OPEN), 0));
        bot.hear(new Heard.Told(changed(Side.CN, 1, 4, OfferStatus.WITHDRAWN), 0));
        thread.run();
        assertThat(client.asked).endsWith("submit 1 HOLD", "ready 1 heard 1");
    }

    @Test
    void knowsInTheNextRoundWhatWasOffered() {
        List<Talks> heard = new ArrayList<>();
        WireBot bot = join(Bots.named("reader", seat -> new Negotiator() {
            @Override
            public Decision decide(Observation observation, Talks talks) {
                heard.add(talks);
                return Decision.HOLD;
            }
        }));
        open(bot, 1);
        offer(bot, Side.CN, 1, 6, OfferStatus.OPEN);
        open(bot, 2);
        open(bot, 3);
        assertThat(heard).extracting(Talks::lastOffer).containsExactly(null, renewal(6), null);
    }

    @Test
    void isCountedWhenItsOfferIsIllegalAndPlaysOn() {
        WireBot bot = join(dealer(offered -> true));
        client.refuseOffer("BAD_TERMS", 0);
        open(bot, 1);
        assertThat(client.asked).endsWith("offer 1 for 4 rounds", "submit 1 HOLD and ready");
        assertThat(bot.conduct().faults())
                .extracting(BotFault::kind, BotFault::detail)
                .containsExactly(tuple(BotFault.Kind.ILLEGAL, "BAD_TERMS: refused by the test"));
    }

    @Test
    void asksABusyServerAgainToOfferAndToAccept() {
        WireBot bot = join(dealer(offered -> true));
        client.refuseOffer("RETRY", 30);
        open(bot, 1);
        assertThat(client.asked).endsWith("offer 1 for 4 rounds");
        thread.pass(30);
        assertThat(client.asked).endsWith("offer 1 for 4 rounds", "offer 1 for 4 rounds", "submit 1 HOLD and ready");
        client.asked.clear();
        client.refuseOffer("RETRY", 30);
        offer(bot, Side.CN, 1, 2, OfferStatus.OPEN);
        thread.pass(30);
        String accept = "accept 1 CN-1 " + TermsHash.of(renewal(2));
        assertThat(client.asked).containsExactly(accept, accept, "ready 1 heard 1");
    }

    @Test
    void isReadyAfterAnAcceptanceThatCameTooLate() {
        WireBot bot = join(dealer(offered -> true));
        open(bot, 1);
        client.refuseOffer("OFFER_NOT_OPEN", 0);
        offer(bot, Side.CN, 1, 2, OfferStatus.OPEN);
        assertThat(client.asked).endsWith("accept 1 CN-1 " + TermsHash.of(renewal(2)), "ready 1 heard 1");
        assertThat(bot.conduct().isClean()).isTrue();
    }

    @Test
    void sealsAndIsReadyAgainWhenItsSeatIsGivenBack() {
        WireBot bot = join(Bots.gambler());
        open(bot, 1);
        client.asked.clear();
        bot.hear(new Heard.Told(new Notice.SeatChanged(Seat.US_HEAD, 1, new SeatHolder.Bot("hold")), 0));
        bot.hear(new Heard.Told(new Notice.SeatChanged(Seat.US_HEAD, 1, new SeatHolder.Person()), 0));
        thread.run();
        assertThat(client.asked).containsExactly("submit 1 1 orders and ready");
    }

    @Test
    void hearsInItsOrderWhatItIsAnsweredAndWhatItIsTold() {
        WireBot bot = join(Bots.gambler());
        CompletableFuture<Reply<Saved>> answer = client.answerLater();
        open(bot, 1);
        client.asked.clear();
        // One look at what is new is due already when the answer comes.
        bot.hear(new Heard.Told(new Notice.SeatChanged(Seat.US_HEAD, 1, new SeatHolder.Bot("hold")), 0));
        answer.complete(new Reply.Refused<>(Refusals.aBotStandsIn("hold")));
        bot.hear(new Heard.Told(new Notice.SeatChanged(Seat.US_HEAD, 1, new SeatHolder.Person()), 0));
        thread.run();
        assertThat(client.asked).containsExactly("submit 1 1 orders and ready");
    }

    private static Terms renewal(int rounds) {
        return new Terms.Renewal(rounds, false);
    }

    private static BotFactory dealer(AcceptanceRule rule) {
        return Bots.named("dealer", seat -> seen -> new Decision(Orders.HOLD, renewal(4), rule));
    }

    private static Notice changed(Side maker, int number, int rounds, OfferStatus status) {
        return new Notice.OfferChanged(new Offer(new OfferId(maker, number), renewal(rounds), 1, 2, null, status), 1);
    }

    private void offer(WireBot bot, Side maker, int number, int rounds, OfferStatus status) {
        bot.hear(new Heard.Told(changed(maker, number, rounds, status), 0));
        thread.run();
    }

    private BotFactory noting() {
        return Bots.named("noting", seat -> seen -> {
            thoughtAbout.add(seen.openRound());
            return Decision.HOLD;
        });
    }

    @Test
    void ordersWhatItsSeatDecidesInTheRoundThatOpens() {
        WireBot bot = join(Bots.gambler());
        sits(bot, "Ann", Portfolio.US_TRADE);
        open(bot, 1);
        sits(bot, "");
        open(bot, 2);
        sits(bot, "Ann", Portfolio.US_TRADE);
        open(bot, 3);
        assertThat(client.asked)
                .filteredOn(asked -> asked.startsWith("submit"))
                .containsExactly("submit 1 HOLD and ready", "submit 2 1 orders and ready", "submit 3 HOLD and ready");
    }

    /** The bot, which is the head, is told who its minister is and what he holds. */
    private static void sits(WireBot bot, String minister, Portfolio... held) {
        bot.hear(new Heard.Room(
                "ABCD2345",
                List.of(
                        new Occupant(Seat.US_HEAD, "gambler", true, true),
                        new Occupant(new Seat(Side.US, 1), minister, false, true, List.of(held)),
                        new Occupant(Seat.CN_HEAD, "Bo", false, true)),
                DelegationMode.PORTFOLIO));
    }

    private WireBot join(BotFactory factory) {
        WireBot bot = new WireBot(factory, Bots.BUSAN, 42, 0, thread);
        assertThat(bot.join(client, "ABCD2345", Side.US)).isCompleted();
        return bot;
    }

    private void open(WireBot bot, int round) {
        tell(bot, round);
        thread.run();
    }

    private static void tell(WireBot bot, int round) {
        bot.hear(new Heard.Told(new Notice.RoundOpened(Bots.opened(Viewer.US, round), 0), 0));
    }
}
