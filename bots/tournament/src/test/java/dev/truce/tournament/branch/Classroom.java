package dev.truce.tournament.branch;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.referee.Referee;
import java.util.List;
import java.util.Objects;

/** A match as a class plays it: with ministers, words, drafts, cards, refusals, changes of mind, and deadlines that pass. */
final class Classroom {
    static final long SEED = 4711;
    private static final int ROUNDS = 8;
    private static final Seat MINISTER = new Seat(Side.US, 1);

    private final Referee referee;
    private final List<Seat> seats;
    private int moves;

    private Classroom(DelegationMode mode) {
        MatchSetup busan = Records.BUSAN.setup(SEED);
        MatchSetup setup =
                new MatchSetup(SEED, new Horizon.Fixed(ROUNDS), busan.calendar(), MatchSetup.Conditions.PLAY);
        seats = List.of(MINISTER, Seat.US_HEAD, Seat.CN_HEAD);
        referee = new Referee(
                Records.BUSAN,
                setup,
                new MatchTerms(
                        0,
                        new MatchTerms.Absence.Hold(),
                        seats,
                        List.of(Viewer.US, Viewer.CN),
                        Recording.CHAIN,
                        "Group A",
                        "第二组",
                        List.of(Delegation.usual(Side.US, mode, 2), Delegation.usual(Side.CN, mode, 1))));
    }

    /** Returns the record of the whole match. */
    static MatchRecord played(DelegationMode mode) {
        Classroom room = new Classroom(mode);
        room.play(ROUNDS);
        return room.referee.record();
    }

    /** Returns the record of a match that its host ended after so many rounds. */
    static MatchRecord abandoned(int rounds) {
        Classroom room = new Classroom(DelegationMode.HEAD);
        room.play(rounds);
        room.hand(new Input.Hosts(new HostAct.Abandon("the bell")));
        return room.referee.record();
    }

    private void play(int rounds) {
        hand(new Input.Hosts(new HostAct.Start()));
        hand(new Input.Hosts(new HostAct.PlayCard(7, "market-panic")));
        for (int round = 1; round <= rounds; round++) {
            switch (round) {
                case 1 -> talks();
                case 2 -> quarrel();
                case 3 -> deadline();
                default -> orders(round);
            }
            if (referee.openRound() == round) {
                ready(round);
            }
        }
    }

    private void talks() {
        hand(new Input.Does(MINISTER, 1, id(), new Deed.Say(Channel.DELEGATION, "Offer them less.", null)));
        hand(new Input.Does(Seat.CN_HEAD, 1, id(), new Deed.Say(Channel.OTHER_SIDE, "We listen.", null)));
        hand(new Input.Does(MINISTER, 1, id(), new Deed.PutDraft(List.of(order(Instrument.US_PORT_FEE, 2)))));
        hand(new Input.Does(Seat.US_HEAD, 1, id(), new Deed.Vote(MINISTER.number(), false)));
        Terms longer = new Terms.Renewal(4, false);
        hand(new Input.Does(Seat.CN_HEAD, 1, id(), new Deed.MakeOffer(new Terms.Renewal(2, false), null)));
        hand(new Input.Does(Seat.US_HEAD, 1, id(), new Deed.Refuse(new OfferId(Side.CN, 1))));
        hand(new Input.Does(Seat.CN_HEAD, 1, id(), new Deed.MakeOffer(longer, null)));
        accept(Seat.US_HEAD, new OfferId(Side.CN, 2));
    }

    private void deadline() {
        hand(new Input.Does(Seat.CN_HEAD, 3, id(), new Deed.Submit(List.of(order(Instrument.CN_SOY_PURCHASES, 1)))));
        hand(Input.Hosts.timeUp(3, 0));
    }

    private void quarrel() {
        hand(new Input.Hosts(new HostAct.PlayCard(2, "leak cn.soy")));
        hand(new Input.Does(Seat.US_HEAD, 2, id(), new Deed.MakeOffer(new Terms.Renewal(3, false), null)));
        hand(new Input.Does(Seat.US_HEAD, 2, id(), new Deed.Withdraw(new OfferId(Side.US, 1))));
        hand(new Input.Does(Seat.CN_HEAD, 2, id(), new Deed.GiveNotice(true)));
        orders(2);
    }

    private void orders(int round) {
        hand(new Input.Does(
                Seat.US_HEAD, round, id(), new Deed.Submit(List.of(order(Instrument.US_FENTANYL_TARIFF, round % 3)))));
        hand(new Input.Does(
                Seat.CN_HEAD,
                round,
                id(),
                new Deed.Submit(List.of(
                        order(Instrument.CN_SOY_PURCHASES, round % 4), order(Instrument.CN_LICENCE_PACE, round % 2)))));
    }

    private void accept(Seat seat, OfferId offer) {
        hand(new Input.Does(
                seat,
                referee.openRound(),
                id(),
                new Deed.Accept(
                        offer,
                        Objects.requireNonNull(referee.offers().find(offer)).hash())));
    }

    private void ready(int round) {
        for (Seat seat : seats) {
            hand(new Input.Does(
                    seat,
                    round,
                    "ready-" + round,
                    new Deed.Ready(true, referee.offers().made(seat.side().other()))));
        }
    }

    private static RequestedOrder order(Instrument instrument, int level) {
        return new RequestedOrder(instrument.ordinal(), level);
    }

    private String id() {
        return "m" + moves++;
    }

    private void hand(Input input) {
        if (referee.handle(input).verdict() instanceof Verdict.Rejected rejected) {
            throw new IllegalStateException(input + ": " + rejected.refusal().facts());
        }
    }
}
