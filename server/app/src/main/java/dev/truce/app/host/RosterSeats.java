package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.journal.StoredSeat;
import dev.truce.app.room.Reply;
import dev.truce.app.room.Room;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seats of a match in which bots of the roster sit. What they decide goes before the referee as what people decide does: the
 * offer, then the orders, then ready; an offer of the other side is judged by the rule of the round's decision, whether it
 * came before the decision or after. Confined to the tasks of its match; the bots themselves think elsewhere.
 */
final class RosterSeats {
    private static final Logger LOG = LoggerFactory.getLogger(RosterSeats.class);

    private final Room room;
    private final Scenario scenario;
    private final MatchSpec spec;
    private final Services services;
    private final Play play;
    private final Consumer<Runnable> mailbox;
    private final Map<Side, Sitting> sittings = new EnumMap<>(Side.class);

    /**
     * Knows no bot yet.
     *
     * @param mailbox runs a task of the match
     */
    RosterSeats(
            Room room, Scenario scenario, MatchSpec spec, Services services, Play play, Consumer<Runnable> mailbox) {
        this.room = room;
        this.scenario = scenario;
        this.spec = spec;
        this.services = services;
        this.play = play;
        this.mailbox = mailbox;
    }

    /** Makes the bots that the room names. */
    void sit() {
        for (Side side : Side.values()) {
            room.seat(side)
                    .filter(seat -> seat.kind() == StoredSeat.Kind.ROSTER)
                    .ifPresent(seat -> sittings.put(side, new Sitting(side, seat.name())));
        }
    }

    /** Lets the bots see again what they saw before the match left memory; only the open round may still need them. */
    void relive() {
        sittings.forEach((side, sitting) -> {
            EventStream stream = play.stream(Viewer.of(side));
            for (long sequence = 1; sequence <= stream.last(); sequence++) {
                Notice notice = stream.get(sequence);
                if (notice instanceof Notice.RoundOpened opened) {
                    boolean open = opened.observation().openRound() == play.openRound() && !play.isOver();
                    sitting.opened(opened.observation(), open && !play.isReady(side));
                } else if (notice instanceof Notice.OfferChanged changed) {
                    sitting.heard(changed.offer());
                }
            }
        });
    }

    /** A side was told something. */
    void told(Side side, Notice notice) {
        Sitting sitting = sittings.get(side);
        if (sitting != null) {
            if (notice instanceof Notice.RoundOpened opened) {
                sitting.opened(opened.observation(), true);
            } else if (notice instanceof Notice.OfferChanged changed) {
                sitting.heard(changed.offer());
            }
        }
    }

    /** One bot in its seat. */
    private final class Sitting implements HostedBot.Thoughts {
        private final Seat seat;
        private final HostedBot bot;
        private final BotHands hands;
        /** The latest offer of the other side, or null. */
        private @Nullable Offer latest;
        /** Number of the latest offer that the bot has judged. */
        private int judged;

        private int acceptedRound;

        Sitting(Side side, String name) {
            BotFactory factory =
                    Roster.find(name).orElseThrow(() -> new IllegalStateException("the roster has no bot " + name));
            this.seat = Seat.head(side);
            this.bot = new HostedBot(
                    factory,
                    BotSeat.seeded(side, scenario, BotSeeds.of(spec.seed()), BotSeeds.STEPS_PER_ROUND),
                    services.thinkers(),
                    this);
            this.hands = new BotHands(play, services.timers(), mailbox);
        }

        void opened(Observation observation, boolean live) {
            if (!observation.over()) {
                bot.opened(observation, talks(observation.openRound()), live);
            }
        }

        private Talks talks(int round) {
            Offer heard = latest;
            return heard != null && heard.made() == round - 1 ? new Talks(heard.terms()) : Talks.NONE;
        }

        void heard(Offer offer) {
            Offer before = latest;
            boolean isNew = offer.maker() != seat.side()
                    && (before == null || before.id().number() < offer.id().number());
            if (isNew) {
                latest = offer;
                bot.offered(offer.made(), offer);
            }
        }

        @Override
        public void decided(int round, Decision decision, long nanos, boolean crashed) {
            services.listener().decided(nanos, crashed);
            mailbox.accept(() -> {
                Terms terms = decision.offer();
                if (terms != null) {
                    hands.then(() -> new Input.MakeOffer(seat, round, "roster-offer-" + round, terms, null), reply -> {
                        warn("offer", reply);
                    });
                }
                List<RequestedOrder> requested = new ArrayList<>();
                for (Order order : decision.orders().list()) {
                    requested.add(RequestedOrder.of(order));
                }
                hands.then(() -> new Input.Submit(seat, round, "roster-" + round, requested), reply -> {
                    if (reply instanceof Reply.Done<SavedMove>) {
                        services.listener().sealed();
                    }
                    warn("orders", reply);
                });
                ready(round);
            });
        }

        @Override
        public void judged(int round, Offer offer, boolean accepts) {
            mailbox.accept(() -> {
                judged = offer.id().number();
                if (accepts) {
                    hands.then(() -> accept(round, offer), reply -> {
                        if (reply instanceof Reply.Done<SavedMove>) {
                            acceptedRound = round;
                        }
                    });
                }
                ready(round);
            });
        }

        private @Nullable Input accept(int round, Offer offer) {
            return acceptedRound == round
                    ? null
                    : new Input.AcceptOffer(seat, round, "roster-accept-" + offer.id(), offer.id(), offer.hash());
        }

        /** Is ready after what was given before; it has heard what was judged by now, not what comes while it waits its turn. */
        private void ready(int round) {
            int heard = judged;
            hands.then(() -> round == play.openRound() ? new Input.Ready(seat, round, true, heard) : null, reply -> {});
        }

        /** What is illegal counts as not done. A refusal of another kind means that the round has closed. */
        private void warn(String what, Reply<SavedMove> reply) {
            if (reply instanceof Reply.Denied<SavedMove> denied) {
                LOG.warn("a bot's {} refused: {}", what, denied.code());
            }
        }
    }
}
