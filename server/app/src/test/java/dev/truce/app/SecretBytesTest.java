package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.codec.ObservationHash;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rules 9, on the bytes that a server writes: two matches that differ only in what one side keeps to itself send the other side, and
 * whoever looks on, the same bytes: events as they happen, what is told again after a reconnect, and the answers to its own requests.
 */
class SecretBytesTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    private static final Rules THIRD = Rules.of(Scenarios.busan2025());
    private static final int ROUNDS = 3;

    /** How many pairs of matches are compared in each test. */
    int pairs() {
        return 250;
    }

    /** One of the two matches, with what it has sent. */
    private static final class Line {
        private final Referee referee;
        private final Map<Viewer, List<String>> sent = new EnumMap<>(Viewer.class);
        private final List<String> answers = new ArrayList<>();
        private final TreeSet<String> kinds = new TreeSet<>();
        private final Rules rules;
        private int moveIds;

        Line(Rules rules, MatchSetup setup, DelegationMode mode) {
            this.rules = rules;
            List<Seat> seats = new ArrayList<>();
            List<Delegation> delegations = new ArrayList<>();
            for (Side side : Side.values()) {
                delegations.add(Delegation.usual(side, mode, 2));
                seats.add(new Seat(side, 0));
                seats.add(new Seat(side, 1));
            }
            referee = new Referee(
                    rules,
                    setup,
                    new MatchTerms(
                            0,
                            new MatchTerms.Absence.Hold(),
                            seats,
                            List.of(Viewer.values()),
                            Recording.TEXT,
                            "Group A",
                            "Group B",
                            delegations));
            hand(new Input.Hosts(new HostAct.Start()));
        }

        /** Hands in something that the other side does; the answer is that side's own. */
        Verdict hand(Input input) {
            Ruling ruling = referee.handle(input);
            for (Effect effect : ruling.effects()) {
                if (effect instanceof Effect.Tell tell) {
                    kinds.add(tell.notice().getClass().getSimpleName());
                    // The end tells the truth to all.
                    if (!referee.isOver() || tell.notice() instanceof Notice.RoundResolved) {
                        sent(tell.viewer()).add(bytes(tell.notice()));
                    }
                }
            }
            return ruling.verdict();
        }

        /** Hands in something that the watched side does, and keeps the bytes of its answer. */
        void ask(Input input) {
            if (hand(input) instanceof Verdict.Rejected rejected) {
                answers.add(rejected.refusal().toString());
            } else {
                answers.add("accepted");
            }
        }

        List<String> sent(Viewer viewer) {
            return sent.computeIfAbsent(viewer, unused -> new ArrayList<>());
        }

        /** What a viewer that comes back is told. */
        List<String> again(Viewer viewer) {
            return referee.history(viewer).stream().map(Line::bytes).toList();
        }

        String nextMoveId() {
            return "m" + ++moveIds;
        }

        int heard(Side side) {
            return referee.offers().made(side.other());
        }

        void ready() {
            int round = referee.openRound();
            for (Side side : Side.values()) {
                for (int seat = 0; seat < 2; seat++) {
                    hand(new Input.Does(
                            new Seat(side, seat), round, RawClient.key() + round, new Deed.Ready(true, heard(side))));
                }
            }
        }

        /** The frame of an event as the encoder writes it, with the hash of the observation where there is one. */
        private static String bytes(Notice notice) {
            long hash = notice instanceof Notice.RoundOpened opened ? ObservationHash.of(opened.observation()) : 0;
            ServerFrame frame = new ServerFrame("busan-1.0.0", 1, 0, 1, hash, new ServerMessage.Told(notice, 0));
            return HexFormat.of().formatHex(ServerFrames.toWire(frame).toByteArray());
        }
    }

    private static void same(Line one, Line other, boolean over) {
        for (Viewer viewer : List.of(Viewer.US, Viewer.PUBLIC)) {
            assertThat(other.sent(viewer)).isEqualTo(one.sent(viewer));
            if (!over) {
                assertThat(other.again(viewer)).isEqualTo(one.again(viewer));
            }
        }
        assertThat(other.answers).isEqualTo(one.answers);
    }

    private static List<RequestedOrder> orders(Line line, Side side, MatchSetup setup, SplitMix64 random) {
        List<RequestedOrder> orders = new ArrayList<>();
        for (LegalLevels legal : line.rules.legal(setup, line.referee.state(), side)) {
            if (legal.instrument() != Instrument.US_SECTION301_TARIFF && random.nextInt(3) == 0) {
                int level = legal.legal().get(random.nextInt(legal.legal().size()));
                orders.add(new RequestedOrder(legal.instrument().ordinal(), level));
            }
        }
        return orders;
    }

    /** The watched side bargains and asks for what it may not have. */
    private static void usActs(Line line, MatchSetup setup, SplitMix64 random) {
        int round = line.referee.openRound();
        Seat us = Seat.US_HEAD;
        Terms terms = random.nextInt(2) == 0
                ? new Terms.Renewal(1 + random.nextInt(8), random.nextInt(2) == 0)
                : new Terms.Package(
                        List.of(
                                new Pledge(Instrument.US_PORT_FEE, random.nextInt(5)),
                                new Pledge(Instrument.CN_SOY_PURCHASES, random.nextInt(9))),
                        2,
                        true);
        line.ask(new Input.Does(us, round, line.nextMoveId(), new Deed.MakeOffer(terms, null)));
        OfferId any = new OfferId(Side.CN, 1 + random.nextInt(4));
        Offer offer = line.referee.offers().find(any);
        String hash = offer == null || random.nextInt(4) == 0 ? "0123456789abcdef" : offer.hash();
        switch (random.nextInt(4)) {
            case 0 -> line.ask(new Input.Does(us, round, line.nextMoveId(), new Deed.Accept(any, hash)));
            case 1 -> line.ask(new Input.Does(us, round, line.nextMoveId(), new Deed.Refuse(any)));
            case 2 ->
                line.ask(new Input.Does(us, round, line.nextMoveId(), new Deed.Withdraw(new OfferId(Side.US, 1))));
            default ->
                line.ask(new Input.Does(us, round, line.nextMoveId(), new Deed.GiveNotice(random.nextInt(8) == 0)));
        }
        line.ask(new Input.Does(
                us, round, line.nextMoveId(), new Deed.Say(Channel.OTHER_SIDE, "What do you hold back?", null)));
        line.ask(new Input.Does(us, round, line.nextMoveId(), new Deed.Submit(orders(line, Side.US, setup, random))));
        line.ask(new Input.Does(us, round, RawClient.key() + round, new Deed.Ready(true, random.nextInt(3))));
    }

    /** What the other side does openly. */
    private static void cnActsOpenly(Line line, SplitMix64 random) {
        int round = line.referee.openRound();
        Terms terms = new Terms.Package(
                List.of(new Pledge(Instrument.CN_PORT_FEE, random.nextInt(3))), 1 + random.nextInt(4), true);
        line.hand(new Input.Does(Seat.CN_HEAD, round, line.nextMoveId(), new Deed.MakeOffer(terms, null)));
        int latest = Math.max(1, line.heard(Side.CN));
        line.hand(new Input.Does(
                Seat.CN_HEAD,
                round,
                line.nextMoveId(),
                new Deed.Accept(new OfferId(Side.US, latest), hash(line, latest))));
        line.hand(new Input.Does(
                Seat.CN_HEAD, round, line.nextMoveId(), new Deed.Say(Channel.PUBLIC, "Nothing at all.", null)));
    }

    private static String hash(Line line, int number) {
        Offer offer = line.referee.offers().find(new OfferId(Side.US, number));
        return offer == null ? "" : offer.hash();
    }

    /** What the other side keeps to itself: sealed orders that it replaces, drafts, votes, words among its own, refused orders. */
    private static void cnActsSecretly(Line line, MatchSetup setup, SplitMix64 inside) {
        int round = line.referee.openRound();
        line.hand(new Input.Does(
                Seat.CN_HEAD, round, line.nextMoveId(), new Deed.Submit(orders(line, Side.CN, setup, inside))));
        Seat minister = new Seat(Side.CN, 1);
        for (int i = inside.nextInt(3); i > 0; i--) {
            line.hand(new Input.Does(
                    minister, round, line.nextMoveId(), new Deed.PutDraft(orders(line, Side.CN, setup, inside))));
            line.hand(new Input.Does(
                    Seat.CN_HEAD, round, line.nextMoveId(), new Deed.Vote(minister.number(), inside.nextInt(2) == 0)));
            line.hand(new Input.Does(
                    minister, round, line.nextMoveId(), new Deed.Say(Channel.DELEGATION, "Draft " + i, null)));
            line.hand(new Input.Does(
                    minister, round, line.nextMoveId(), new Deed.Submit(List.of(new RequestedOrder(99, 99)))));
        }
    }

    /** Decides on an accusation of the other side, if there is one; the answer is the side's own. */
    private static boolean judges(Line line, Side side, AccusationChoice choice, boolean asks) {
        Instrument accused = line.referee.state().side(side.other()).accusedOn();
        if (accused == null) {
            return false;
        }
        Input.Does does = new Input.Does(
                Seat.head(side), line.referee.openRound(), line.nextMoveId(), new Deed.Judge(accused, choice));
        if (asks) {
            line.ask(does);
        } else {
            assertThat(line.hand(does).isAccepted()).isTrue();
        }
        return true;
    }

    private static AccusationChoice choice(SplitMix64 random) {
        return AccusationChoice.values()[random.nextInt(AccusationChoice.values().length)];
    }

    @Test
    void sealedOrdersDraftsVotesAndTheWordsOfADelegationChangeNoByte() {
        assertThat(decisionsOfPairsWithoutAByteBetween(RULES)).isZero();
    }

    /** By the third ruleset what is decided on an accusation is a secret until the close. */
    @Test
    void decisionsOnAccusationsChangeNoByteEither() {
        assertThat(decisionsOfPairsWithoutAByteBetween(THIRD)).isGreaterThan(pairs() / 10);
    }

    /**
     * In the end both seal and decide the same, so the matches go on alike; in between the seals, decisions, drafts and words differ.
     *
     * @return how many accusations were decided on in secret
     */
    private int decisionsOfPairsWithoutAByteBetween(Rules rules) {
        TreeSet<String> kinds = new TreeSet<>();
        int different = 0;
        int decided = 0;
        for (long seed = 1; seed <= pairs(); seed++) {
            MatchSetup setup = new MatchSetup(
                    seed, new Horizon.Fixed(ROUNDS), rules.scenario().calendar(), MatchSetup.Conditions.PLAY);
            List<Line> lines =
                    List.of(new Line(rules, setup, DelegationMode.HEAD), new Line(rules, setup, DelegationMode.HEAD));
            for (int round = 1; round <= ROUNDS; round++) {
                for (int i = 0; i < 2; i++) {
                    Line line = lines.get(i);
                    cnActsOpenly(line, new SplitMix64(seed * 31 + round));
                    cnActsSecretly(line, setup, new SplitMix64(seed * 1000 + round * 10 + i));
                    judges(line, Side.CN, AccusationChoice.values()[i == 0 ? 0 : 1 + (int) (seed % 2)], false);
                    usActs(line, setup, new SplitMix64(seed * 17 + round));
                    judges(line, Side.US, choice(new SplitMix64(seed * 13 + round)), true);
                }
                different += lines.get(0).sent(Viewer.CN).equals(lines.get(1).sent(Viewer.CN)) ? 0 : 1;
                same(lines.get(0), lines.get(1), false);
                for (Line line : lines) {
                    line.hand(new Input.Does(
                            Seat.CN_HEAD,
                            round,
                            line.nextMoveId(),
                            new Deed.Submit(orders(line, Side.CN, setup, new SplitMix64(seed * 7 + round)))));
                    decided += judges(line, Side.CN, choice(new SplitMix64(seed * 5 + round)), false) ? 1 : 0;
                    line.ready();
                }
                same(lines.get(0), lines.get(1), round == ROUNDS);
            }
            kinds.addAll(lines.get(0).kinds);
        }
        assertThat(different).as("rounds in which the secrets differed").isGreaterThan(pairs());
        assertThat(kinds)
                .contains(
                        "RoundOpened",
                        "SeatStatus",
                        "OfferChanged",
                        "NoticeGiven",
                        "Said",
                        "Drafted",
                        "Voted",
                        "RoundResolved",
                        "MatchOver");
        return decided / 2;
    }

    /**
     * Without chance nothing but the briefs and the end of a hidden horizon comes of the seed, by the first ruleset, which has no red
     * lines.
     */
    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void theSeedTheBriefsAndTheHorizonChangeNoByteBeforeTheEnd(DelegationMode mode) {
        Rules rules = Rules.of(Scenarios.busan2025R1());
        for (long seed = 1; seed <= pairs() / 2; seed++) {
            List<Line> lines = new ArrayList<>();
            List<MatchSetup> setups = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                // The second may end later, and has another seed.
                setups.add(new MatchSetup(
                        seed * 1000 + i,
                        new Horizon.Hidden(ROUNDS + 1 + i, i == 0 ? .3 : .9, 16),
                        RULES.scenario().calendar(),
                        MatchSetup.Conditions.NOISE_FREE));
                lines.add(new Line(rules, setups.get(i), mode));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                for (int i = 0; i < 2; i++) {
                    cnActsOpenly(lines.get(i), new SplitMix64(seed * 31 + round));
                    usActs(lines.get(i), setups.get(i), new SplitMix64(seed * 17 + round));
                    lines.get(i).ready();
                }
                same(lines.get(0), lines.get(1), false);
            }
        }
    }

    /** A line in which a seat has sealed, and before that has sealed something else so often and taken it back. */
    private static Line sealed(MatchSetup setup, DelegationMode mode, int secondThoughts) {
        Line line = new Line(RULES, setup, mode);
        Seat seat = Seat.CN_HEAD;
        for (int i = 0; i < secondThoughts; i++) {
            line.hand(new Input.Does(seat, 1, line.nextMoveId(), new Deed.Submit(List.of())));
            line.hand(new Input.Does(seat, 1, line.nextMoveId(), new Deed.Submit(List.of())));
            line.hand(new Input.Does(seat, 1, line.nextMoveId(), new Deed.Undo()));
        }
        line.hand(new Input.Does(seat, 1, line.nextMoveId(), new Deed.Submit(List.of())));
        return line;
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void secondThoughtsCannotBeCounted(DelegationMode mode) {
        MatchSetup setup =
                new MatchSetup(7, new Horizon.Fixed(ROUNDS), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Line sure = sealed(setup, mode, 0);
        assertThat(sure.sent(Viewer.US)).isNotEmpty();
        for (int doubts = 1; doubts <= 5; doubts++) {
            Line unsure = sealed(setup, mode, doubts);
            same(sure, unsure, false);
            assertThat(unsure.sent(Viewer.OMNISCIENT)).isEqualTo(sure.sent(Viewer.OMNISCIENT));
            assertThat(unsure.sent(Viewer.CN))
                    .hasSizeGreaterThan(sure.sent(Viewer.CN).size());
            unsure.ready();
            Line again = sealed(setup, mode, 0);
            again.ready();
            same(again, unsure, false);
        }
    }

    /** A line in which a seat has said that it is ready and taken that back, so often, and by taking its orders back too. */
    private static Line ready(MatchSetup setup, DelegationMode mode, int secondThoughts) {
        Line line = new Line(RULES, setup, mode);
        Seat seat = Seat.CN_HEAD;
        line.hand(new Input.Does(seat, 1, line.nextMoveId(), new Deed.Submit(List.of())));
        for (int i = 0; i < secondThoughts; i++) {
            line.hand(new Input.Does(seat, 1, line.nextMoveId(), new Deed.Ready(true, 0)));
            line.hand(new Input.Does(
                    seat, 1, line.nextMoveId(), i % 2 == 0 ? new Deed.Ready(false, 0) : new Deed.Undo()));
        }
        return line;
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void readinessThatIsTakenBackCannotBeCounted(DelegationMode mode) {
        MatchSetup setup =
                new MatchSetup(7, new Horizon.Fixed(ROUNDS), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Line once = ready(setup, mode, 1);
        assertThat(once.sent(Viewer.US))
                .hasSizeGreaterThan(ready(setup, mode, 0).sent(Viewer.US).size());
        for (int doubts = 2; doubts <= 6; doubts++) {
            Line often = ready(setup, mode, doubts);
            same(once, often, false);
            assertThat(often.sent(Viewer.OMNISCIENT)).isEqualTo(once.sent(Viewer.OMNISCIENT));
            assertThat(often.sent(Viewer.CN))
                    .hasSizeGreaterThan(once.sent(Viewer.CN).size());
            often.ready();
            assertThat(often.referee.openRound())
                    .as("the round ends once all are ready")
                    .isEqualTo(2);
            Line again = ready(setup, mode, 1);
            again.ready();
            same(again, often, false);
        }
    }
}
