package dev.truce.cli.screen;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.story.facts.Proceedings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A match that two bots play under the real rules, as each viewer sees it. */
public final class RealMatch {
    private static final Rules RULES = Rules.of(ViewFixture.BUSAN);

    private final Map<Viewer, List<RoundView>> views = new EnumMap<>(Viewer.class);
    private final Map<Viewer, List<Observation>> observations = new EnumMap<>(Viewer.class);
    private final Map<Viewer, List<Notice>> notices = new EnumMap<>(Viewer.class);
    private final Map<Viewer, Proceedings> heard = new EnumMap<>(Viewer.class);
    private Notice.@Nullable MatchOver over;

    private RealMatch() {
        for (Viewer viewer : Viewer.values()) {
            views.put(viewer, new ArrayList<>());
            observations.put(viewer, new ArrayList<>());
            notices.put(viewer, new ArrayList<>());
        }
    }

    /** Plays a match to its end. */
    public static RealMatch play(String us, String cn, long seed, int rounds) {
        RealMatch match = new RealMatch();
        MatchSetup plain = RULES.setup(seed);
        MatchSetup setup = new MatchSetup(seed, new Horizon.Fixed(rounds), plain.calendar(), plain.conditions());
        Referee referee = new Referee(
                RULES,
                setup,
                new MatchTerms(0, new MatchTerms.Absence.Hold(), List.of(Viewer.values()), Recording.TEXT, us, cn));
        Map<Side, Bot> bots = new EnumMap<>(Side.class);
        bots.put(Side.US, bot(us, Side.US, seed));
        bots.put(Side.CN, bot(cn, Side.CN, seed));
        match.take(referee.handle(new Input.Hosts(new HostAct.Start())).effects());
        for (int round = 1; match.over == null; round++) {
            match.round(referee, bots, round);
        }
        return match;
    }

    /** Both decide, then both offer, then each accepts what it would accept; so it is the same whoever is quicker. */
    private void round(Referee referee, Map<Side, Bot> bots, int round) {
        Map<Side, Decision> decisions = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            List<Observation> seen = observations.get(Viewer.of(side));
            Observation now = seen.get(seen.size() - 1);
            Bot bot = Objects.requireNonNull(bots.get(side));
            decisions.put(
                    side,
                    bot instanceof Negotiator negotiator
                            ? negotiator.decide(now, new Talks(offered(side.other(), round - 1)))
                            : bot.decide(now));
        }
        for (Side side : Side.values()) {
            Terms offer = decisions.get(side).offer();
            if (offer != null) {
                take(referee.handle(new Input.Does(
                                Seat.head(side), round, "o" + round + side, new Deed.MakeOffer(offer, null)))
                        .effects());
            }
        }
        for (Side side : Side.values()) {
            Decision decision = decisions.get(side);
            Seat seat = Seat.head(side);
            for (Offer offer : heard(Viewer.of(side)).open(side.other())) {
                if (offer.made() == round && decision.accepts(offer.terms())) {
                    take(referee.handle(new Input.Does(
                                    seat, round, "a" + round + side, new Deed.Accept(offer.id(), offer.hash())))
                            .effects());
                }
            }
            List<RequestedOrder> orders = new ArrayList<>();
            for (Order order : decision.orders().list()) {
                orders.add(RequestedOrder.of(order));
            }
            take(referee.handle(new Input.Does(seat, round, "m" + round + side, new Deed.Submit(orders)))
                    .effects());
            int known = heard(Viewer.of(side)).next(side.other()).number() - 1;
            take(referee.handle(new Input.Does(seat, round, "ready-" + round, new Deed.Ready(true, known)))
                    .effects());
        }
    }

    private @Nullable Terms offered(Side maker, int round) {
        for (Offer offer : heard(Viewer.of(maker)).offers()) {
            if (offer.maker() == maker && offer.made() == round) {
                return offer.terms();
            }
        }
        return null;
    }

    private static Bot bot(String name, Side side, long seed) {
        BotFactory factory = Roster.find(name).orElseThrow();
        return factory.create(BotSeat.seeded(side, ViewFixture.BUSAN, seed + 100, 1000));
    }

    private void take(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Tell tell) {
                heard(tell.viewer()).take(tell.notice());
                notices.get(tell.viewer()).add(tell.notice());
                if (tell.notice() instanceof Notice.RoundResolved resolved) {
                    views.get(tell.viewer()).add(resolved.view());
                } else if (tell.notice() instanceof Notice.RoundOpened opened) {
                    observations.get(tell.viewer()).add(opened.observation());
                } else if (tell.notice() instanceof Notice.MatchOver end) {
                    over = end;
                }
            }
        }
    }

    public List<RoundView> views(Viewer viewer) {
        return views.get(viewer);
    }

    public List<Observation> observations(Viewer viewer) {
        return observations.get(viewer);
    }

    /** All that a viewer was told, in order. */
    public List<Notice> notices(Viewer viewer) {
        return notices.get(viewer);
    }

    /** What a viewer heard of offers and talk. */
    public Proceedings heard(Viewer viewer) {
        return heard.computeIfAbsent(viewer, who -> new Proceedings());
    }

    public Notice.MatchOver over() {
        return Objects.requireNonNull(over);
    }
}
