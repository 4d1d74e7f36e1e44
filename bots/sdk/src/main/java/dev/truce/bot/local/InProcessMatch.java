package dev.truce.bot.local;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.BotTurn;
import dev.truce.bot.Conduct;
import dev.truce.bot.Mandate;
import dev.truce.bot.Talks;
import dev.truce.bot.Wish;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
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
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
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
    final class Table implements Reliving.Table {
        private final Referee referee;
        private final List<Seat> seats;
        private final Player us;
        private final Player cn;
        private final Recording recording;
        private final @Nullable Opening opening;
        private Notice.@Nullable MatchOver over;

        /** A bot in its seat, and what it wants and was not asked for yet. */
        private static final class Player {
            private final Seat seat;
            private final BotSeat place;
            private final BotTurn turn;
            private @Nullable Observation seen;
            private @Nullable RoundView last;
            private @Nullable Wish wish;

            Player(BotFactory factory, BotSeat place) {
                this.seat = Seat.head(place.side());
                this.place = place;
                this.turn = new BotTurn(factory, place, Mandate.ofHead(seat), false);
            }

            /** Returns what the seat saw when a round opened. */
            Observation seen(int round) {
                Observation told = seen;
                if (told == null || told.openRound() != round) {
                    throw new IllegalStateException("round " + round + " was not told to " + seat);
                }
                return told;
            }
        }

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
            this.us = new Player(pairing.us(), place(Side.US, pairing));
            this.cn = new Player(pairing.cn(), place(Side.CN, pairing));
            this.recording = recording;
            this.opening = opening;
        }

        Played play() {
            try {
                return playOut();
            } finally {
                us.turn.leave();
                cn.turn.leave();
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

        /**
         * Plays one round. Both sides deal, offer and seal before either answers, and both answer before anybody is ready, so that
         * neither side is quicker than the other.
         */
        void round() {
            int round = referee.openRound();
            us.wish = us.turn.opened(us.seen(round));
            carryOut(us, Wish.Step.ANSWER);
            cn.wish = cn.turn.opened(cn.seen(round));
            carryOut(cn, Wish.Step.ANSWER);
            carryOut(us, Wish.Step.READY);
            carryOut(cn, Wish.Step.READY);
            for (Seat seat : seats) {
                Player player = player(seat.side());
                if (seat.equals(player.seat)) {
                    carryOut(player, null);
                } else {
                    Deed ready = new Deed.Ready(true, player.turn.heardOffers());
                    carryOut(referee.handle(new Input.Does(seat, round, "r" + round + "-ready", ready))
                            .effects());
                }
            }
            if (referee.openRound() == round) {
                throw new IllegalStateException("round " + round + " does not close: a bot is not ready");
            }
        }

        /** Asks for what a bot wants, up to a step or, if that is null, until it waits. */
        private void carryOut(Player player, Wish.@Nullable Step end) {
            Wish wish = player.turn.again(player.wish);
            while (wish != null && (end == null || wish.step().compareTo(end) < 0)) {
                Ruling ruling = referee.handle(wish.as(player.seat));
                carryOut(ruling.effects());
                wish = player.turn.answered(wish, ruling.verdict());
            }
            player.wish = wish;
        }

        private Played played(Notice.MatchOver result) {
            return new Played(
                    referee.state(),
                    referee.reports(),
                    result,
                    us.turn.conduct(),
                    cn.turn.conduct(),
                    recording == Recording.NONE ? null : referee.record());
        }

        /** Returns what a side saw when the last round opened, or null before the match begins. */
        @Nullable
        Observation seen(Side side) {
            return player(side).seen;
        }

        /** Returns the last resolved round as a side sees it, or null in round 1. */
        @Nullable
        RoundView last(Side side) {
            return player(side).last;
        }

        Talks talks(Side side, int round) {
            return player(side).turn.talks(round);
        }

        Conduct conduct(Side side) {
            return player(side).turn.conduct();
        }

        Notice.@Nullable MatchOver over() {
            return over;
        }

        private Player player(Side side) {
            return BySide.pick(side, us, cn);
        }

        private BotSeat place(Side side, Pairing pairing) {
            return BotSeat.seeded(side, rules.scenario(), pairing.botSeed(), pairing.stepsPerRound());
        }

        /** Plays the rounds before the opening's as they went, and lets other chance come if there is one. */
        private void relive(Opening before) {
            new Reliving(before, this).play();
            Opening.Future future = before.future();
            if (future != null) {
                us.place.reseed(future.botSeed());
                cn.place.reseed(future.botSeed());
            }
        }

        @Override
        public Referee referee() {
            return referee;
        }

        @Override
        public void relives(int round) {
            us.turn.relived(us.seen(round));
            cn.turn.relived(cn.seen(round));
        }

        @Override
        public void judges(Side side) {
            player(side).turn.judges();
        }

        @Override
        public void require(Input input) {
            Ruling ruling = referee.handle(input);
            if (ruling.verdict() instanceof Verdict.Rejected refused) {
                throw new IllegalStateException("the recorded round " + referee.openRound() + " cannot be played: "
                        + refused.refusal().facts());
            }
            carryOut(ruling.effects());
        }

        private void carryOut(List<Effect> effects) {
            for (Effect effect : effects) {
                if (effect instanceof Effect.Tell tell) {
                    hear(player(tell.viewer() == Viewer.US ? Side.US : Side.CN), tell.notice());
                }
            }
        }

        private void hear(Player player, Notice notice) {
            if (notice instanceof Notice.RoundOpened opened) {
                player.seen = opened.observation();
            } else if (notice instanceof Notice.RoundResolved resolved) {
                player.last = resolved.view();
            } else if (notice instanceof Notice.MatchOver result) {
                over = result;
            }
            Wish wish = player.turn.heard(notice);
            if (wish != null) {
                player.wish = wish;
            }
        }
    }
}
