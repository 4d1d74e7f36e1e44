package dev.truce.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.SeatHolder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of a bot's round. Each line says what a bot of the US decides for every round, what happens, and what it wants.
 *
 * <p>It decides words: {@code fee} orders a port fee, {@code offers} makes an offer, {@code says} speaks, {@code takes} accepts the offer
 * CN-9 of an earlier round, {@code agrees} accepts what is offered in the round, {@code reacts} orders nothing after an offer. What happens:
 * {@code open 1} opens a round, {@code CN-1} is an offer of China in the open round, {@code busy} lets the host be busy at the next wish,
 * a refusal code refuses the next wish, {@code taken} refuses it because another bot stands in, {@code back} gives the seat back,
 * {@code while CN-1} is an offer that comes while the next wish has no answer, {@code while open 2} likewise.
 */
class BotTurnTest {
    private static final Orders FEE = Orders.of(new Order(Instrument.US_PORT_FEE, 1));
    private static final Terms TERMS = new Terms.Renewal(4, false);

    private final List<String> wanted = new ArrayList<>();
    private final Deque<String> obstacles = new ArrayDeque<>();
    private int round;
    private int decisions;
    private boolean readyWithOrders;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the order of a round
            fee                     | open 1                       | orders, ready 0
            -                       | open 1                       | hold, ready 0
            fee offers says takes   | open 1                       | say, offer, orders, accept CN-9, ready 0
            agrees fee              | CN-1; open 1                 | orders, accept CN-1, ready 1
            agrees                  | open 1; CN-1                 | hold, ready 0, accept CN-1, ready 1
            fee                     | open 1; CN-1                 | orders, ready 0, ready 1
            agrees reacts fee       | open 1; CN-1                 | orders, ready 0, accept CN-1, hold, ready 1
            reacts fee              | open 1; CN-1                 | orders, ready 0, hold, ready 1
            agrees                  | open 1; open 2; CN-1         | hold, ready 0, hold, ready 0, accept CN-1, ready 1
            # one wish at a time
            agrees offers           | while CN-1; open 1           | offer, hold, accept CN-1, ready 1
            agrees                  | while CN-2; CN-1; open 1     | hold, accept CN-2, ready 2
            fee                     | open 1; while open 2; CN-1   | orders, ready 0, ready 1, orders, ready 1
            fee                     | while open 2; open 1         | orders, orders, ready 0
            # a round is told again
            fee offers              | open 1; open 1               | offer, orders, ready 0, orders, ready 0
            fee                     | while open 1; open 1         | orders, orders, ready 0
            fee                     | open 2; open 1               | orders, ready 0
            # the host is busy
            fee                     | busy; open 1                 | orders, orders, ready 0
            fee offers              | busy; busy; open 1           | offer, offer, offer, orders, ready 0
            # refusals
            fee                     | STALE_ROUND; open 1          | orders
            fee                     | STALE_ROUND; open 1; open 2  | orders, orders, ready 0
            fee                     | NOT_YET_LEGAL; open 1        | orders, hold, ready 0
            -                       | NOT_YET_LEGAL; open 1        | hold, ready 0
            fee                     | WRONG_PHASE; open 1          | orders, ready 0
            offers fee              | BAD_TERMS; open 1            | offer, orders, ready 0
            offers fee              | ONE_OFFER_A_ROUND; open 1    | offer, orders, ready 0
            says                    | TOO_MUCH_TALK; open 1        | say, hold, ready 0
            agrees                  | open 1; OFFER_NOT_OPEN; CN-1 | hold, ready 0, accept CN-1, ready 1
            # a bot stands in
            fee                     | open 1; back                 | orders, ready 0, orders, ready 0
            fee                     | back; open 1                 | orders, ready 0
            fee offers              | taken; open 1; CN-1; back    | offer, offer, orders, ready 1
            fee                     | open 1; taken; CN-1; back    | orders, ready 0, ready 1, orders, ready 1
            fee                     | taken; open 1; open 2        | orders, orders, ready 0
            fee                     | while back; open 1           | orders, orders, ready 0
            """)
    void aRound(String decided, String happens, String expected) {
        BotTurn turn = turn(decided, Mandate.ofHead(Seat.US_HEAD));
        play(turn, happens);
        assertThat(String.join(", ", wanted)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fee                     | open 1                       | orders+ready 0
            -                       | open 1; open 2               | hold+ready 0, hold+ready 0
            fee offers says takes   | open 1                       | say, offer, orders, accept CN-9, ready 0
            agrees fee              | CN-1; open 1                 | orders, accept CN-1, ready 1
            agrees                  | open 1; CN-1                 | hold+ready 0, accept CN-1, ready 1
            agrees reacts fee       | open 1; CN-1                 | orders+ready 0, accept CN-1, hold+ready 1
            fee                     | while CN-1; open 1           | orders+ready 0, ready 1
            fee                     | open 1; open 1               | orders+ready 0, orders+ready 0
            fee                     | busy; open 1                 | orders+ready 0, orders+ready 0
            fee                     | NOT_YET_LEGAL; open 1        | orders+ready 0, hold+ready 0
            fee                     | WRONG_PHASE; open 1          | orders+ready 0, ready 0
            fee                     | UNHEARD_OFFER; open 1; CN-1  | orders+ready 0, orders, ready 0, ready 1
            """)
    void whereTheHostAsksForBothAtOnceReadyComesWithTheOrders(String decided, String happens, String expected) {
        readyWithOrders = true;
        play(turn(decided, Mandate.ofHead(Seat.US_HEAD)), happens);
        assertThat(String.join(", ", wanted)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fee    | STALE_ROUND; open 1                 | LATE
            fee    | open 1; STALE_ROUND; open 1         | -
            fee    | LEVEL_NOT_ON_LADDER; open 1         | ILLEGAL
            offers | BAD_TERMS; open 1                   | ILLEGAL
            takes  | while CN-1; UNKNOWN_OFFER; open 1   | ILLEGAL
            offers | ONE_OFFER_A_ROUND; open 1           | -
            agrees | open 1; OFFER_NOT_OPEN; CN-1        | -
            fee    | busy; busy; busy; open 1            | -
            """)
    void whatCountsAsAnErrorOfTheBot(String decided, String happens, String expected) {
        BotTurn turn = turn(decided, Mandate.ofHead(Seat.US_HEAD));
        play(turn, happens);
        List<String> kinds = turn.conduct().faults().stream()
                .map(fault -> fault.kind().name())
                .toList();
        assertThat(kinds).isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
    }

    @Test
    void aRoundIsDecidedOnceHoweverOftenItIsTold() {
        play(turn("fee", Mandate.ofHead(Seat.US_HEAD)), "open 1; open 1; open 2; open 1; open 2");
        assertThat(decisions).isEqualTo(2);
    }

    @Test
    void aBotThatIsReadyTooEarlyWaitsForTheOfferThatItHasNotHeard() {
        BotTurn turn = turn("agrees", Mandate.ofHead(Seat.US_HEAD));
        Wish orders = Objects.requireNonNull(turn.opened(Bots.opened(Viewer.US, 1)));
        Wish ready = Objects.requireNonNull(turn.answered(orders, new Verdict.Accepted(Orders.HOLD)));
        assertThat(turn.answered(ready, refused(RefusalCode.UNHEARD_OFFER))).isNull();
        round = 1;
        Wish accept = Objects.requireNonNull(turn.heard(offer("CN-1")));
        assertThat(text(accept)).isEqualTo("accept CN-1");
    }

    @Test
    void whatIsHeldBackIsWantedAsItIsByThen() {
        BotTurn turn = turn("agrees", Mandate.ofHead(Seat.US_HEAD));
        Wish orders = Objects.requireNonNull(turn.opened(Bots.opened(Viewer.US, 1)));
        Wish ready = turn.answered(orders, new Verdict.Accepted(Orders.HOLD));
        round = 1;
        assertThat(turn.heard(offer("CN-1"))).isNull();
        Wish instead = Objects.requireNonNull(turn.again(ready));
        assertThat(text(instead)).isEqualTo("accept CN-1");
        assertThat(turn.again(ready)).as("it was replaced").isNull();
    }

    @Test
    void aRoundThatIsLivedThroughAgainWantsNothing() {
        BotTurn turn = turn("fee agrees offers", Mandate.ofHead(Seat.US_HEAD));
        turn.relived(Bots.opened(Viewer.US, 1));
        round = 1;
        assertThat(turn.heard(offer("CN-1"))).isNull();
        turn.judges();
        assertThat(decisions).isEqualTo(1);
        play(turn, "open 2");
        assertThat(wanted).containsExactly("offer", "orders", "ready 1");
    }

    @Test
    void afterTheMatchNothingIsWanted() {
        BotTurn turn = turn("fee", Mandate.ofHead(Seat.US_HEAD));
        Wish orders = Objects.requireNonNull(turn.opened(Bots.opened(Viewer.US, 1)));
        FinalScore score = new FinalScore(80, 80, Points.of(new double[16]), 0, 0, .8, 0, 0);
        assertThat(turn.heard(new Notice.MatchOver(1, score, score, Outcome.AS_THE_TRUCE, "")))
                .isNull();
        assertThat(turn.answered(orders, new Verdict.Accepted(Orders.HOLD))).isNull();
    }

    @Test
    void aMinisterDraftsWhereItsHeadDecidesAndVotesOnceItsOwnDraftIsThere() {
        Delegation delegation = Delegation.usual(Side.US, DelegationMode.HEAD, 3);
        Seat own = new Seat(Side.US, 1);
        BotTurn turn = turn("fee offers says agrees", Mandate.of(delegation, own));
        turn.heard(new Notice.Drafted(new Seat(Side.US, 2), 1, FEE));
        play(turn, "open 1; CN-1");
        Wish vote = Objects.requireNonNull(turn.heard(new Notice.Drafted(Seat.US_HEAD, 1, Orders.HOLD)));
        assertThat(wanted).containsExactly("say", "draft", "vote 2 yes", "ready 0", "ready 1");
        assertThat(text(vote)).isEqualTo("vote 0 no");
        assertThat(turn.answered(vote, refused(RefusalCode.UNKNOWN_DRAFT))).isNull();
    }

    @Test
    void aMinisterWithABriefVotesByIt() {
        Delegation delegation = Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 3);
        Seat own = new Seat(Side.US, 1);
        for (int percent : new int[] {50, 150}) {
            wanted.clear();
            BotTurn turn = turn("fee", Mandate.of(delegation, own));
            drain(turn, turn.heard(new Notice.BriefGiven(own, brief(percent))));
            play(turn, "open 1");
            drain(turn, turn.heard(new Notice.Drafted(Seat.US_HEAD, 1, Orders.HOLD)));
            assertThat(wanted).containsExactly("orders", "ready 0", percent > 100 ? "vote 0 yes" : "vote 0 no");
        }
    }

    @Test
    void withoutABriefNobodyVotesWhoDoesNotDraft() {
        BotTurn turn =
                turn("fee", Mandate.of(Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 3), new Seat(Side.US, 1)));
        play(turn, "open 1");
        assertThat(turn.heard(new Notice.Drafted(Seat.US_HEAD, 1, Orders.HOLD))).isNull();
    }

    private static Brief brief(int percentOfAgreement) {
        List<Integer> weights = new ArrayList<>(Collections.nCopies(Component.COUNT, 100));
        weights.set(Component.AGREEMENT.ordinal(), percentOfAgreement);
        return new Brief(weights);
    }

    @Test
    void aMinisterWithAPortfolioSealsWhatItHolds() {
        Delegation delegation = Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 3);
        for (int number = 0; number < 3; number++) {
            wanted.clear();
            play(turn("fee", Mandate.of(delegation, new Seat(Side.US, number))), "open 1");
            boolean holds = delegation.decidedBy(number).contains(Instrument.US_PORT_FEE);
            assertThat(wanted).endsWith(holds ? "orders" : "hold", "ready 0");
        }
    }

    @Test
    void ordersForTheOtherSideAreForTheRefereeToRefuse() {
        Orders foreign = Orders.of(new Order(Instrument.CN_PORT_FEE, 1));
        assertThat(Mandate.ofHead(Seat.US_HEAD).own(foreign)).isEqualTo(foreign);
    }

    private BotTurn turn(String decided, Mandate mandate) {
        List<String> words = List.of(decided.split(" "));
        List<Deed> dealings = new ArrayList<>();
        if (words.contains("takes")) {
            dealings.add(new Deed.Accept(new OfferId(Side.CN, 9), "hash"));
        }
        if (words.contains("says")) {
            dealings.add(new Deed.Say(Channel.PUBLIC, "Hello.", null));
        }
        AcceptanceRule rule = new AcceptanceRule() {
            @Override
            public boolean accepts(Terms offered) {
                return words.contains("agrees");
            }

            @Override
            public @Nullable Orders ordersAfter(Offer offered) {
                return words.contains("reacts") ? Orders.HOLD : null;
            }
        };
        Decision decision = new Decision(
                words.contains("fee") ? FEE : Orders.HOLD,
                words.contains("offers") ? TERMS : null,
                null,
                rule,
                dealings);
        return new BotTurn(
                Bots.named("scripted", seat -> new Bot() {
                    @Override
                    public Decision decide(Observation seen) {
                        decisions++;
                        return decision;
                    }

                    @Override
                    public boolean isFor(Orders draft, Orders own, Brief brief) {
                        return brief.percent(Component.AGREEMENT) > 100;
                    }
                }),
                BotSeat.seeded(Side.US, Bots.BUSAN, 1, 0),
                mandate,
                readyWithOrders);
    }

    private void play(BotTurn turn, String happens) {
        for (String each : happens.split("; *")) {
            String event = each.strip();
            if (isObstacle(event)) {
                obstacles.add(event);
            } else {
                drain(turn, happens(turn, event));
            }
        }
    }

    private static boolean isObstacle(String event) {
        return event.startsWith("while ")
                || event.equals("busy")
                || event.equals("taken")
                || event.matches("[A-Z_]{4,}");
    }

    private @Nullable Wish happens(BotTurn turn, String event) {
        if (event.startsWith("open ")) {
            round = Integer.parseInt(event.substring(5));
            return turn.opened(Bots.opened(Viewer.US, round));
        }
        return turn.heard(
                event.equals("back")
                        ? new Notice.SeatChanged(Seat.US_HEAD, round, new SeatHolder.Person())
                        : offer(event));
    }

    private Notice offer(String name) {
        OfferId id = new OfferId(Side.CN, Integer.parseInt(name.substring(3)));
        int made = Math.max(1, round);
        return new Notice.OfferChanged(new Offer(id, TERMS, made, made + 1, null, OfferStatus.OPEN), made);
    }

    private void drain(BotTurn turn, @Nullable Wish first) {
        Wish wish = first;
        while (wish != null) {
            wanted.add(text(wish));
            String obstacle = obstacles.isEmpty() ? "" : obstacles.remove();
            if (obstacle.equals("busy")) {
                wish = turn.again(wish);
            } else if (obstacle.startsWith("while ")) {
                Wish meanwhile = happens(turn, obstacle.substring(6));
                Wish next = turn.answered(wish, new Verdict.Accepted(Orders.HOLD));
                assertThat(meanwhile == null || next == null)
                        .as("one wish at a time")
                        .isTrue();
                wish = meanwhile == null ? next : meanwhile;
            } else if (obstacle.isEmpty()) {
                wish = turn.answered(wish, new Verdict.Accepted(Orders.HOLD));
            } else if (obstacle.equals("taken")) {
                wish = turn.answered(wish, new Verdict.Rejected(Refusals.aBotStandsIn("hold")));
            } else {
                wish = turn.answered(wish, new Verdict.Rejected(Refusal.of(RefusalCode.valueOf(obstacle), "")));
            }
        }
    }

    private static String text(Wish wish) {
        Deed deed = wish.deed();
        if (deed instanceof Deed.Submit submit) {
            Deed.Ready ready = submit.ready();
            return (submit.orders().isEmpty() ? "hold" : "orders") + (ready == null ? "" : "+ready " + ready.heard());
        } else if (deed instanceof Deed.PutDraft) {
            return "draft";
        } else if (deed instanceof Deed.MakeOffer) {
            return "offer";
        } else if (deed instanceof Deed.Accept accept) {
            return "accept " + accept.offer();
        } else if (deed instanceof Deed.Say) {
            return "say";
        } else if (deed instanceof Deed.Vote vote) {
            return "vote " + vote.drafter() + (vote.yes() ? " yes" : " no");
        }
        return "ready " + ((Deed.Ready) deed).heard();
    }

    private static Verdict refused(RefusalCode code) {
        return new Verdict.Rejected(Refusal.of(code, ""));
    }
}
