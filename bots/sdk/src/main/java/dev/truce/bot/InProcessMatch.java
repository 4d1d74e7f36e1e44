package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Referee;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.ClosedRound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays matches between two bots without a server: the same referee, the same redacted observations, and so the same record as
 * over the wire. In each round both decide, their offers are made, and each accepts the other's if its rule says so (agreements
 * E). One for each worker, because it owns an economy kernel; not thread-safe. A match ends after at most 64
 * rounds, the longest horizon; a bot that never returns is not stopped.
 */
public final class InProcessMatch {
    private static final List<Viewer> SEATS = List.of(Viewer.US, Viewer.CN);
    private static final List<Seat> HEADS = List.of(Seat.US_HEAD, Seat.CN_HEAD);

    private final Rules rules;
    private final Resolver resolver;

    /** Makes a runner for matches of one compiled scenario. */
    public InProcessMatch(Rules rules) {
        this.rules = rules;
        this.resolver = new Resolver(rules);
    }

    /**
     * Plays a match to its end.
     *
     * @param setup what makes the match; its seed stays hidden from the bots
     * @param pairing who plays
     * @param recording how much is kept for a record
     */
    public Played play(MatchSetup setup, Pairing pairing, Recording recording) {
        return new Table(setup, pairing, recording, null).play();
    }

    /**
     * Takes a recorded match up in the middle and plays it to its end. In the rounds before, both sides do what they did; the bots are
     * asked in each of them as ever, on what their seats saw, and what they say is not done, so that they know at last what they
     * would know had they sat there.
     *
     * @param setup setup of the recorded match
     * @param opening how it went, and what comes instead
     * @param pairing who plays on
     * @return how it ended; with a record unless it took another future
     * @throws IllegalStateException if the recorded rounds cannot be played in this setup; a verified record's can
     */
    public Played playOn(MatchSetup setup, Opening opening, Pairing pairing) {
        Recording recording = opening.future() == null ? Recording.CHAIN : Recording.NONE;
        return new Table(setup, pairing, recording, opening).play();
    }

    /**
     * Opens a match whose two sides are decided for from outside, round by round.
     *
     * @param setup what makes the match; its seed stays hidden from those who play
     */
    public SteppedMatch step(MatchSetup setup) {
        return new SteppedMatch(this, setup);
    }

    /** One match. */
    final class Table {
        private final Referee referee;
        private final List<Seat> seats;
        private final BotSeat seatOfUs;
        private final BotSeat seatOfCn;
        private final SeatedBot us;
        private final SeatedBot cn;
        private final Recording recording;
        private final @Nullable Opening opening;
        private final HeardOffers heardByUs = new HeardOffers(Side.US);
        private final HeardOffers heardByCn = new HeardOffers(Side.CN);
        private @Nullable Observation seenByUs;
        private @Nullable Observation seenByCn;
        private @Nullable RoundView lastOfUs;
        private @Nullable RoundView lastOfCn;
        private Notice.@Nullable MatchOver over;

        Table(MatchSetup setup, Pairing pairing, Recording recording, @Nullable Opening opening) {
            this.seats = opening == null ? HEADS : opening.seats();
            MatchTerms terms = new MatchTerms(
                    0,
                    new Absence.Hold(),
                    seats,
                    SEATS,
                    recording,
                    pairing.us().name(),
                    pairing.cn().name(),
                    opening == null ? List.of() : opening.headed());
            this.referee = new Referee(rules, setup, terms, resolver, opening == null ? null : opening.fork());
            this.seatOfUs = seat(Side.US, pairing);
            this.seatOfCn = seat(Side.CN, pairing);
            this.us = new SeatedBot(pairing.us(), seatOfUs);
            this.cn = new SeatedBot(pairing.cn(), seatOfCn);
            this.recording = recording;
            this.opening = opening;
        }

        Played play() {
            try {
                return playOut();
            } finally {
                us.leave();
                cn.leave();
            }
        }

        private Played playOut() {
            start();
            if (opening != null) {
                relive(opening);
            }
            while (over == null) {
                round();
            }
            return played(over);
        }

        void start() {
            carryOut(referee.handle(new Input.Hosts(new HostAct.Start())).effects());
        }

        /** Plays one round. */
        void round() {
            int round = referee.openRound();
            Decision ofUs = move(us, Seat.US_HEAD, round, seenByUs, heardByUs);
            Decision ofCn = move(cn, Seat.CN_HEAD, round, seenByCn, heardByCn);
            answer(us, Seat.US_HEAD, round, ofUs, heardByUs);
            answer(cn, Seat.CN_HEAD, round, ofCn, heardByCn);
            for (Seat seat : seats) {
                int heard = BySide.pick(seat.side(), heardByUs, heardByCn).count();
                carryOut(
                        referee.handle(new Input.Does(seat, round, "r" + round + "-ready", new Deed.Ready(true, heard)))
                                .effects());
            }
        }

        private Played played(Notice.MatchOver result) {
            return new Played(
                    referee.state(),
                    referee.reports(),
                    result,
                    us.conduct(),
                    cn.conduct(),
                    recording == Recording.NONE ? null : referee.record());
        }

        /** Returns what a side saw when the last round opened, or null before the match begins. */
        @Nullable
        Observation seen(Side side) {
            return BySide.pick(side, seenByUs, seenByCn);
        }

        /** Returns the last resolved round as a side sees it, or null in round 1. */
        @Nullable
        RoundView last(Side side) {
            return BySide.pick(side, lastOfUs, lastOfCn);
        }

        Talks talks(Side side, int round) {
            return BySide.pick(side, heardByUs, heardByCn).talks(round);
        }

        Conduct conduct(Side side) {
            return BySide.pick(side, us, cn).conduct();
        }

        Notice.@Nullable MatchOver over() {
            return over;
        }

        private BotSeat seat(Side side, Pairing pairing) {
            return BotSeat.seeded(side, rules.scenario(), pairing.botSeed(), pairing.stepsPerRound());
        }

        /** Lays out all cards, plays the rounds before the opening's as they went, and lets other chance come if there is one. */
        private void relive(Opening before) {
            for (ClosedRound closed : before.recorded()) {
                for (Card card : closed.cards()) {
                    require(new Input.Hosts(new HostAct.PlayCard(closed.round(), card.text())));
                }
            }
            for (ClosedRound closed : before.relived()) {
                relive(closed);
            }
            Opening.Future future = before.future();
            if (future != null) {
                seatOfUs.reseed(future.botSeed());
                seatOfCn.reseed(future.botSeed());
            }
        }

        /**
         * Plays a round as it was recorded. Each bot is shown the other side's last offer of the round at the moment at which it is
         * shown in play: before somebody accepts one of the round, the US first.
         */
        private void relive(ClosedRound closed) {
            int round = closed.round();
            if (referee.openRound() != round) {
                throw new IllegalStateException("the recorded round " + round + " cannot be played: it is not open");
            }
            RecordedInputs inputs = new RecordedInputs(closed, seats);
            Decision ofUs = decide(us, Seat.US_HEAD, round, seenByUs, heardByUs);
            Decision ofCn = decide(cn, Seat.CN_HEAD, round, seenByCn, heardByCn);
            boolean usIsAsked = false;
            boolean cnIsAsked = false;
            for (Done done : closed.deeds()) {
                if (done.deed() instanceof Deed.Accept accept && isOfRound(accept.offer(), round)) {
                    if (!usIsAsked) {
                        ask(us, round, ofUs, heardByUs);
                        usIsAsked = true;
                    }
                    if (!cnIsAsked && done.side() == Side.CN) {
                        ask(cn, round, ofCn, heardByCn);
                        cnIsAsked = true;
                    }
                }
                require(inputs.of(done));
            }
            if (!usIsAsked) {
                ask(us, round, ofUs, heardByUs);
            }
            if (!cnIsAsked) {
                ask(cn, round, ofCn, heardByCn);
            }
            inputs.closing(referee.offers()).forEach(this::require);
        }

        /** Has a bot judge the other side's offer of the round, and does nothing about it. */
        private static void ask(SeatedBot bot, int round, Decision decision, HeardOffers heard) {
            Offer offered = heard.lastOf(round);
            if (offered != null) {
                bot.accepts(round, decision, offered);
                bot.ordersAfter(round, decision, offered);
            }
        }

        private boolean isOfRound(OfferId id, int round) {
            Offer offer = referee.offers().find(id);
            return offer != null && offer.made() == round;
        }

        private void require(Input input) {
            Ruling ruling = referee.handle(input);
            if (ruling.verdict() instanceof Verdict.Rejected refused) {
                throw new IllegalStateException("the recorded round " + referee.openRound() + " cannot be played: "
                        + refused.code() + ", " + refused.detail());
            }
            carryOut(ruling.effects());
        }

        private static Decision decide(
                SeatedBot bot, Seat seat, int round, @Nullable Observation seen, HeardOffers heard) {
            if (seen == null || seen.openRound() != round) {
                throw new IllegalStateException("round " + round + " was not told to " + seat);
            }
            return bot.decide(seen, heard.talks(round));
        }

        /** Has a bot decide for the round, makes its offer and seals its orders. */
        private Decision move(SeatedBot bot, Seat seat, int round, @Nullable Observation seen, HeardOffers heard) {
            Decision decision = decide(bot, seat, round, seen, heard);
            deal(bot, seat, round, decision, false);
            Terms terms = decision.offer();
            if (terms != null) {
                carryOut(
                        bot,
                        new Input.Does(
                                seat, round, "r" + round + "-offer", new Deed.MakeOffer(terms, decision.answers())),
                        round);
            }
            seal(bot, seat, round, "r" + round, decision.orders());
            return decision;
        }

        private void seal(SeatedBot bot, Seat seat, int round, String key, Orders orders) {
            if (submit(seat, round, key, orders) instanceof Verdict.Rejected refused) {
                bot.report(BotFault.illegal(round, refused.code().name(), refused.detail()));
                submit(seat, round, key + "-hold", Orders.HOLD);
            }
        }

        /** Accepts what the decision names, then the other side's offer of the round if its rule says so. */
        private void answer(SeatedBot bot, Seat seat, int round, Decision decision, HeardOffers heard) {
            deal(bot, seat, round, decision, true);
            Offer offered = heard.lastOf(round);
            if (offered == null) {
                return;
            }
            if (bot.accepts(round, decision, offered)) {
                carryOut(referee.handle(new Input.Does(
                                seat, round, "r" + round + "-accept", new Deed.Accept(offered.id(), offered.hash())))
                        .effects());
            }
            Orders orders = bot.ordersAfter(round, decision, offered);
            if (orders != null) {
                seal(bot, seat, round, "r" + round + "-after", orders);
            }
        }

        /** Carries out either the acceptances among the dealings or the others, which come before. */
        private void deal(SeatedBot bot, Seat seat, int round, Decision decision, boolean acceptances) {
            List<Deed> dealings = decision.dealings();
            for (int i = 0; i < dealings.size(); i++) {
                Deed deed = dealings.get(i);
                if (deed instanceof Deed.Accept == acceptances) {
                    carryOut(bot, new Input.Does(seat, round, "r" + round + "-deal-" + i, deed), round);
                }
            }
        }

        private void carryOut(SeatedBot bot, Input input, int round) {
            Ruling ruling = referee.handle(input);
            if (ruling.verdict() instanceof Verdict.Rejected refused && BotFault.isIllegalDealing(refused.code())) {
                bot.report(BotFault.illegal(round, refused.code().name(), refused.detail()));
            }
            carryOut(ruling.effects());
        }

        private Verdict submit(Seat seat, int round, String key, Orders orders) {
            return referee.handle(new Input.Does(seat, round, key, Deed.Submit.of(orders)))
                    .verdict();
        }

        private void carryOut(List<Effect> effects) {
            for (Effect effect : effects) {
                if (effect instanceof Effect.Tell tell) {
                    hear(tell.viewer(), tell.notice());
                }
            }
        }

        private void hear(Viewer viewer, Notice notice) {
            if (notice instanceof Notice.RoundOpened opened) {
                if (viewer == Viewer.US) {
                    seenByUs = opened.observation();
                } else {
                    seenByCn = opened.observation();
                }
            } else if (notice instanceof Notice.RoundResolved resolved) {
                if (viewer == Viewer.US) {
                    lastOfUs = resolved.view();
                } else {
                    lastOfCn = resolved.view();
                }
            } else if (notice instanceof Notice.OfferChanged changed) {
                (viewer == Viewer.US ? heardByUs : heardByCn).take(changed);
            } else if (notice instanceof Notice.Said said) {
                (viewer == Viewer.US ? heardByUs : heardByCn).take(said);
            } else if (notice instanceof Notice.MatchOver result) {
                over = result;
            }
        }
    }
}
