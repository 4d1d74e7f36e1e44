package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.room.Reply;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Mandate;
import dev.truce.bot.Talks;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot of the roster in its seat. What it decides goes before the referee as what people decide does: the offer, then the orders,
 * then ready; an offer of the other side is judged by the rule of the round's decision, whether it came before the decision or
 * after. Of that a minister does what his {@link Mandate} allows. Confined to the tasks of its match; the bot itself
 * thinks elsewhere.
 */
final class RosterSitting implements HostedBot.Thoughts {
    private static final Logger LOG = LoggerFactory.getLogger(RosterSitting.class);

    /** Steps of a bot in each round, as in the line protocol's example. */
    private static final long STEPS_PER_ROUND = 10_000;

    private final Mandate mandate;
    private final Seat seat;
    private final MatchServices services;
    private final SeatActions play;
    private final Consumer<Runnable> mailbox;
    private final HostedBot bot;
    private final BotHands hands;
    /** Drafts of the others in the open round on which the bot has not voted. */
    private final List<Notice.Drafted> drafts = new ArrayList<>();

    private int draftsHeard;
    /** What it would have its side order in the open round; null before it has decided. */
    private @Nullable Orders wanted;
    /** The latest offer of the other side, or null. */
    private @Nullable Offer latest;
    /** Number of the latest offer that the bot has judged. */
    private int judged;

    private int acceptedRound;
    private boolean left;

    RosterSitting(
            Mandate mandate,
            String name,
            Scenario scenario,
            MatchSpec spec,
            MatchServices services,
            SeatActions play,
            Executor workers,
            Consumer<Runnable> mailbox) {
        BotFactory factory =
                Roster.find(name).orElseThrow(() -> new IllegalStateException("the roster has no bot " + name));
        this.mandate = mandate;
        this.seat = mandate.seat();
        this.services = services;
        this.play = play;
        this.mailbox = mailbox;
        long seed = BotSeat.seedOf(spec.seed().value(), seat.number());
        this.bot = new HostedBot(factory, BotSeat.seeded(seat.side(), scenario, seed, STEPS_PER_ROUND), workers, this);
        this.hands = new BotHands(play, services.timers(), mailbox);
    }

    Seat seat() {
        return seat;
    }

    /** Lets the bot go: nothing that it decides counts any more. */
    void leave() {
        left = true;
        bot.leave();
        hands.close();
    }

    /**
     * A round is open.
     *
     * @param live whether it still waits for what the bot decides
     */
    void opened(Observation observation, boolean live) {
        drafts.clear();
        draftsHeard = 0;
        wanted = null;
        if (!observation.over()) {
            bot.opened(observation, talks(observation.openRound()), live);
        }
    }

    /** The side was told something else. */
    void told(Notice notice) {
        if (notice instanceof Notice.OfferChanged changed) {
            heard(changed.offer());
        } else if (notice instanceof Notice.Drafted drafted && !drafted.seat().equals(seat) && mandate.drafts()) {
            drafts.removeIf(earlier -> earlier.seat().equals(drafted.seat()));
            drafts.add(drafted);
            vote();
        }
    }

    private Talks talks(int round) {
        Offer heard = latest;
        return heard != null && heard.made() == round - 1 ? new Talks(heard.terms()) : Talks.NONE;
    }

    private void heard(Offer offer) {
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
            if (left) {
                return;
            }
            if (mandate.deals()) {
                offer(round, decision.offer());
            }
            if (mandate.seals()) {
                seal(round, mandate.own(decision.orders()));
            } else if (mandate.drafts()) {
                draft(round, decision.orders());
            }
            ready(round);
        });
    }

    private void offer(int round, @Nullable Terms terms) {
        if (terms != null) {
            hands.then(
                    () -> new Input.Does(seat, round, "roster-offer-" + round, new Deed.MakeOffer(terms, null)),
                    reply -> warn("offer", reply));
        }
    }

    private void seal(int round, Orders orders) {
        hands.then(() -> new Input.Does(seat, round, "roster-" + round, Deed.Submit.of(orders)), reply -> {
            if (reply instanceof Reply.Done<SavedDeed>) {
                services.listener().sealed();
            }
            warn("orders", reply);
        });
    }

    private void draft(int round, Orders orders) {
        hands.then(
                () -> new Input.Does(seat, round, "roster-" + round, Deed.PutDraft.of(orders)),
                reply -> warn("draft", reply));
        if (round == play.openRound()) {
            wanted = orders;
            vote();
        }
    }

    /** Is for a draft that orders what the bot would order itself, and against any other. */
    private void vote() {
        Orders own = wanted;
        if (own == null) {
            return;
        }
        int round = play.openRound();
        for (Notice.Drafted draft : drafts) {
            String key = "roster-vote-" + round + "-" + ++draftsHeard;
            boolean yes = draft.orders().equals(own);
            hands.then(
                    () -> round == play.openRound()
                            ? new Input.Does(
                                    seat, round, key, new Deed.Vote(draft.seat().number(), yes))
                            : null,
                    reply -> {});
        }
        drafts.clear();
    }

    @Override
    public void judged(int round, Offer offer, boolean accepts) {
        mailbox.accept(() -> {
            if (left) {
                return;
            }
            judged = offer.id().number();
            if (accepts && mandate.deals()) {
                hands.then(() -> accept(round, offer), reply -> {
                    if (reply instanceof Reply.Done<SavedDeed>) {
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
                : new Input.Does(seat, round, "roster-accept-" + offer.id(), new Deed.Accept(offer.id(), offer.hash()));
    }

    /** Is ready after what was given before; it has heard what was judged by now, not what comes while it waits its turn. */
    private void ready(int round) {
        int heard = judged;
        // What takes readiness back is an offer, so it is said again under another count.
        String key = "roster-ready-" + round + "-" + heard;
        hands.then(
                () -> round == play.openRound() ? new Input.Does(seat, round, key, new Deed.Ready(true, heard)) : null,
                reply -> {});
    }

    /** What is illegal counts as not done. A refusal of another kind means that the round has closed. */
    private void warn(String what, Reply<SavedDeed> reply) {
        if (reply instanceof Reply.Denied<SavedDeed> denied) {
            LOG.warn("a bot's {} refused: {}", what, denied.code());
        }
    }
}
