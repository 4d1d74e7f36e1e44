package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Conduct;
import dev.truce.bot.Decision;
import dev.truce.bot.SeatedBot;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Signing;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Redaction;
import dev.truce.engine.view.Viewer;
import dev.truce.match.negotiation.Act;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.negotiation.OfferRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays matches between two bots with nothing around them: observations, decisions, message phase, resolution. What a bot
 * sees has passed the same redaction as on a server. A match is a function of setup and bots, bit for bit the one that {@link
 * dev.truce.bot.InProcessMatch} plays under a referee; without journal, checks and notices it takes little more than half of the time,
 * and studies play hundreds of thousands. One for each worker, because it owns an economy kernel; not thread-safe.
 */
public final class Duel {
    /** Steps of a bot in each round, as on a server. */
    private static final long STEPS_PER_ROUND = 10_000;

    private final Rules rules;
    private final HouseRules house;
    private final Resolver resolver;

    /** Makes a runner for matches of one compiled scenario. */
    public Duel(Rules rules) {
        this(rules, HouseRules.NONE);
    }

    /** Makes a runner for an experiment. */
    public Duel(Rules rules, HouseRules house) {
        this.rules = rules;
        this.house = house;
        this.resolver = new Resolver(rules);
    }

    /** Plays an ordinary match. */
    public Game play(long seed, BotFactory us, BotFactory cn) {
        return play(rules.setup(seed), us, cn);
    }

    /** Plays a match to its end. */
    public Game play(MatchSetup setup, BotFactory us, BotFactory cn) {
        return new Match(setup, us, cn).play().game();
    }

    /** Plays a match to its end and keeps all of it, so that it can be compared with the same match under the referee. */
    Trace trace(MatchSetup setup, BotFactory us, BotFactory cn) {
        return new Match(setup, us, cn).play();
    }

    /**
     * All of a match.
     *
     * @param game what is kept of it
     * @param end the state after the last round
     * @param reports the truth about every round
     * @param us how the US bot behaved
     * @param cn how the Chinese bot behaved
     */
    record Trace(Game game, MatchState end, List<RoundReport> reports, Conduct us, Conduct cn) {
        Trace {
            reports = List.copyOf(reports);
        }
    }

    /** A side at work. */
    private final class Player {
        final Side side;
        final SeatedBot bot;
        final Redaction redaction;
        private @Nullable Terms heard;
        private int moved;

        Player(MatchSetup setup, Side side, BotFactory factory) {
            this.side = side;
            this.bot = new SeatedBot(
                    factory,
                    BotSeat.seeded(
                            side, rules.scenario(), BotSeat.seedOf(setup.seed(), BotSeat.HEAD), STEPS_PER_ROUND));
            this.redaction = new Redaction(rules, setup, Viewer.of(side));
        }

        Decision decide(MatchSetup setup, MatchState state) {
            Observation seen = redaction.observe(state);
            Decision decision = bot.decide(seen, new Talks(heard));
            Terms offer = possible(setup, state, decision.offer());
            Orders orders = legal(setup, state, decision.orders());
            if (house.changesOnly()) {
                orders = changes(state, orders);
            }
            return new Decision(orders, offer, decision.acceptance());
        }

        private Orders legal(MatchSetup setup, MatchState state, Orders orders) {
            if (rules.isLegal(setup, state, side, orders)) {
                return orders;
            }
            List<RequestedOrder> requested = new ArrayList<>();
            for (Order order : orders.list()) {
                requested.add(RequestedOrder.of(order));
            }
            if (rules.check(setup, state, side, requested) instanceof Verdict.Rejected refused) {
                bot.report(BotFault.illegal(state.openRound(), refused.code().name(), refused.detail()));
            }
            return Orders.HOLD;
        }

        private Orders changes(MatchState state, Orders orders) {
            List<Order> changes = new ArrayList<>();
            for (Order order : orders.list()) {
                if (order.level() != state.levels().get(order.instrument())) {
                    changes.add(order);
                }
            }
            return Orders.of(changes);
        }

        /** Returns what is offered if the referee would take it: the other side hears of nothing else. */
        private @Nullable Terms possible(MatchSetup setup, MatchState state, @Nullable Terms offer) {
            if (offer == null) {
                return null;
            }
            Verdict.Rejected refused = new OfferRules(rules, setup, state)
                    .refusal(OfferBook.EMPTY, new Act.Offers(OfferBook.EMPTY.next(side), offer, null), 0, null);
            if (refused != null) {
                bot.report(BotFault.illegal(state.openRound(), refused.code().name(), refused.detail()));
                return null;
            }
            return offer;
        }

        void see(Resolution resolution, @Nullable Terms offered) {
            RoundReport report = resolution.report();
            heard = offered;
            redaction.view(report, resolution.next());
            for (Instrument instrument : Instrument.of(side)) {
                int ordered = report.orders().level(instrument);
                if (ordered != Orders.NONE && ordered != report.before().get(instrument)) {
                    moved |= 1 << instrument.ordinal();
                }
            }
        }

        Game.Seat result(MatchSetup setup, MatchState end, List<RoundReport> reports) {
            return new Game.Seat(
                    rules.finalScore(setup, end, reports, side).score(),
                    end.side(side).breaches(),
                    end.side(side).catches(),
                    moved,
                    bot.conduct().faults().size());
        }
    }

    /** One match. */
    private final class Match {
        private final MatchSetup setup;
        private final Player us;
        private final Player cn;
        private final List<RoundReport> reports = new ArrayList<>();
        private MatchState state;

        Match(MatchSetup setup, BotFactory us, BotFactory cn) {
            this.setup = setup;
            this.us = new Player(setup, Side.US, us);
            this.cn = new Player(setup, Side.CN, cn);
            this.state = rules.start(setup);
        }

        Trace play() {
            while (!state.isOver()) {
                round();
            }
            double depth = 0;
            long agreements = 0;
            for (RoundReport report : reports) {
                depth += report.depthKept();
                if (report.treaty().bindsAny(report.round())) {
                    agreements |= 1L << report.round();
                }
            }
            Game game = new Game(
                    reports.size(),
                    us.result(setup, state, reports),
                    cn.result(setup, state, reports),
                    depth / reports.size(),
                    agreements);
            return new Trace(game, state, reports, us.bot.conduct(), cn.bot.conduct());
        }

        private void round() {
            Decision ofUs = us.decide(setup, state);
            Decision ofCn = cn.decide(setup, state);
            Terms signed = state.openRound() < house.firstSigning() ? null : signed(ofUs, ofCn);
            Resolution resolution = resolver.resolve(
                    setup, state, RoundInputs.signing(new JointOrders(ofUs.orders(), ofCn.orders()), signed));
            us.see(resolution, ofCn.offer());
            cn.see(resolution, ofUs.offer());
            reports.add(resolution.report());
            state = resolution.next();
        }

        /** The message phase: each side may make one offer and accept the other's. */
        private @Nullable Terms signed(Decision ofUs, Decision ofCn) {
            int round = state.openRound();
            Terms usOffer = ofUs.offer();
            Terms cnOffer = ofCn.offer();
            return Signing.of(
                    rules.depthValues(),
                    round,
                    usOffer != null && cn.bot.accepts(round, ofCn, usOffer) ? usOffer : null,
                    cnOffer != null && us.bot.accepts(round, ofUs, cnOffer) ? cnOffer : null);
        }
    }
}
