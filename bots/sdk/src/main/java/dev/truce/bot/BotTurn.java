package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.Advice;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.SeatHolder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bot's round, the same in every host: what the bot is told goes in, what it wants comes out. It does no I/O and knows no clock
 * and no thread. A host differs only in how it asks for a {@link Wish}: by a call, over a connection, or by a task of its match.
 *
 * <p>The bot decides once, when a round opens. Then it wants one thing at a time, in the order of {@link Wish.Step}: dealings, the
 * offer, orders, answers, votes, ready; ready may come with the orders. An offer of the other side in the round is judged by the rule of
 * the decision, whether it
 * came before the decision or after; then the bot is ready again. If it orders something else after that offer, it seals again first.
 * A round that is told again, as after a reconnect, or in which the seat is given back after another bot stood in, is not decided again:
 * the same orders are sealed and the bot is ready again.
 *
 * <p>On an accusation of the other side the head decides. A minister whispers what he advises, with his other words.
 *
 * <p>A refused wish is handled in one way:
 *
 * <table>
 * <caption>What follows a refusal</caption>
 * <tr><th>refusal</th><th>what the bot does</th></tr>
 * <tr><td>the host is busy (RETRY)</td><td>the host waits, then asks for {@link #again}, as long as the round is open</td></tr>
 * <tr><td>{@code STALE_ROUND}</td><td>waits for the next round; orders that were never sealed count as late</td></tr>
 * <tr><td>orders that break the rules</td><td>an error of the bot; it seals a hold instead</td></tr>
 * <tr><td>an offer, answer or other dealing that no rule allows</td><td>an error of the bot; it goes on without it</td></tr>
 * <tr><td>{@code UNHEARD_OFFER} to ready</td><td>waits for that offer, judges it, is ready again; orders that came with it are
 * sealed by themselves</td></tr>
 * <tr><td>the match is paused, or the round is shut</td><td>wants nothing until it goes on, then goes on as if nothing had been</td></tr>
 * <tr><td>another bot stands in</td><td>wants nothing until the seat is given back</td></tr>
 * <tr><td>anything else</td><td>something came in between: it goes on without it; refused to be ready, it waits</td></tr>
 * </table>
 *
 * <p>So a bot never holds up its round. Confined to one thread at a time.
 */
public final class BotTurn {
    private final SeatedBot bot;
    private Mandate mandate;
    private final HeardOffers heard;
    private final boolean readyWithOrders;
    /** Drafts of others on which the bot has not voted. */
    private final List<Draft> drafts = new ArrayList<>();

    private int draftsHeard;
    /** What the bot is out for as a minister, or null. */
    private @Nullable Brief brief;

    private @Nullable Progress open;
    /** What the bot wants and has no answer to. */
    private @Nullable Wish asked;

    private boolean over;
    /** Whether the match is paused, as far as the bot was told. */
    private boolean stands;
    /** Whether the open round takes nothing more, as far as the bot was told. */
    private boolean shut;
    /** Whether another bot acts on the seat, as far as the bot was told. */
    private boolean stoodIn;

    /** A draft of somebody else, with its number among those that were heard in the match. */
    private record Draft(Notice.Drafted drafted, int number) {}

    /**
     * Seats a bot, which is made when it is first asked.
     *
     * @param mandate what it may do from its seat until something else is {@link #mandated}
     * @param readyWithOrders whether it says that it is done with its orders where nothing comes in between, so that its host asks once
     *     for both; not where both sides answer before either is done
     */
    public BotTurn(BotFactory factory, BotSeat seat, Mandate mandate, boolean readyWithOrders) {
        this.readyWithOrders = readyWithOrders;
        this.bot = new SeatedBot(factory, seat);
        this.mandate = mandate;
        this.heard = new HeardOffers(seat.side());
    }

    /** Seats of its delegation were left empty or filled: the bot does what its seat may do now. To be told before {@link #opened}. */
    public void mandated(Mandate now) {
        mandate = now;
    }

    /** A round is open: the bot decides, unless it has decided for this round. Returns what it wants, or null if it waits. */
    public @Nullable Wish opened(Observation seen) {
        Progress now = open;
        if (seen.over() || (now != null && seen.openRound() < now.round)) {
            return null;
        }
        if (now != null && seen.openRound() == now.round) {
            now.toldAgain = true;
        } else {
            asked = null;
            shut = false;
            // Who stood in because nobody was there lets go as soon as the bot does something.
            stoodIn = false;
            open = decide(seen, false);
        }
        return next();
    }

    /** The bot lives through a round that was played before: it decides, and nothing that it decides is wanted. */
    public void relived(Observation seen) {
        asked = null;
        open = decide(seen, true);
    }

    /** The bot judges the last offer of the round that it lives through again, as it would in play. */
    public void judges() {
        Progress now = open;
        Offer offered = now == null ? null : heard.lastOf(now.round);
        if (now != null && now.relived && offered != null) {
            bot.accepts(now.round, now.decision, offered);
            bot.ordersAfter(now.round, now.decision, offered);
        }
    }

    /** The seat was told something. Returns what the bot wants now, or null if it waits. */
    public @Nullable Wish heard(Notice notice) {
        if (notice instanceof Notice.OfferChanged changed) {
            Progress now = open;
            if (heard.take(changed) && now != null && changed.offer().made() == now.round) {
                now.waits = false;
            }
            return next();
        } else if (notice instanceof Notice.Said said) {
            heard.take(said);
        } else if (notice instanceof Notice.Drafted drafted) {
            take(drafted);
            return next();
        } else if (notice instanceof Notice.BriefGiven given) {
            brief = given.brief();
            return next();
        } else if (notice instanceof Notice.ClockChanged changed) {
            stands = changed.paused();
            shut = changed.part() == RoundPart.SHUT;
            return next();
        } else if (notice instanceof Notice.SeatChanged changed
                && changed.seat().equals(mandate.seat())
                && changed.holder() instanceof SeatHolder.Person) {
            return givenBack();
        } else if (notice instanceof Notice.RoundShut) {
            shut = true;
        } else if (notice instanceof Notice.MatchOver) {
            over = true;
        }
        return null;
    }

    /** Who stood in has sealed other orders perhaps, and the seat is not ready. */
    private @Nullable Wish givenBack() {
        Progress now = open;
        stoodIn = false;
        if (now != null) {
            now.toldAgain = true;
        }
        return next();
    }

    /** A wish was ruled on. Returns what the bot wants next, or null if it waits. */
    public @Nullable Wish answered(Wish wish, Verdict verdict) {
        Progress now = open;
        if (now == null || !wish.equals(asked)) {
            return null;
        }
        asked = null;
        if (verdict instanceof Verdict.Rejected paused && Refusals.isOfPause(paused.refusal())) {
            stands = true;
        } else if (verdict instanceof Verdict.Rejected closed && Refusals.isOfShut(closed.refusal())) {
            shut = true;
        } else if (verdict instanceof Verdict.Rejected taken && Refusals.isOfStandIn(taken.refusal())) {
            stoodIn = true;
        } else if (verdict instanceof Verdict.Rejected refused) {
            refused(now, wish, refused.refusal());
        } else {
            done(now, wish);
        }
        return next();
    }

    /**
     * A wish was not carried out, since the host was busy or let others go first. Returns what the bot wants in its place now that
     * it may have heard more; null if the round has gone by.
     */
    public @Nullable Wish again(@Nullable Wish wish) {
        if (wish == null || !wish.equals(asked)) {
            return null;
        }
        asked = null;
        return next();
    }

    /**
     * Returns whether an offer of the open round is to be judged, or a draft by the bot's brief, so that the bot itself is asked with what
     * it is told next.
     */
    public boolean hasToJudge() {
        Progress now = open;
        return now != null && !now.relived && (unjudged(now) != null || (brief != null && !drafts.isEmpty()));
    }

    /** Returns what a bot that decides for a round has heard of the rounds before. */
    public Talks talks(int round) {
        return heard.talks(round);
    }

    /** Returns how many offers of the other side the seat has heard of in the match. */
    public int heardOffers() {
        return heard.count();
    }

    /** Returns how the bot has behaved so far. */
    public Conduct conduct() {
        return bot.conduct();
    }

    /** Lets the bot go: the match is over for it. May come from another thread; a second call does nothing. */
    public void leave() {
        bot.leave();
    }

    private Progress decide(Observation seen, boolean relived) {
        int round = seen.openRound();
        Decision made = bot.decide(seen, heard.talks(round));
        Decision own = mandate.within(made);
        Side side = mandate.seat().side();
        if (mandate.deals() || relived || seen.accusedOn(side.other()) == null) {
            return new Progress(round, own, relived);
        }
        Advice advice = bot.advise(seen, made, brief == null ? Brief.LIKE_THE_SIDE : brief);
        return new Progress(round, advice == null ? own : own.with(advice.whispered()), false);
    }

    private void take(Notice.Drafted drafted) {
        if (!mandate.deals() && !drafted.seat().equals(mandate.seat())) {
            drafts.removeIf(earlier -> earlier.drafted().seat().equals(drafted.seat()));
            drafts.add(new Draft(drafted, ++draftsHeard));
        }
    }

    private @Nullable Wish next() {
        Progress now = open;
        if (asked != null || now == null || over || stands || shut || stoodIn || now.relived) {
            return null;
        }
        if (now.toldAgain) {
            now.beginAgain();
        }
        asked = now.waits ? null : wanted(now);
        return asked;
    }

    private @Nullable Wish wanted(Progress now) {
        if (now.dealt < now.first) {
            return dealing(now, Wish.Step.DEAL);
        }
        Terms terms = now.decision.offer();
        if (terms != null && !now.isOffered) {
            return now.wish(Wish.Step.OFFER, "offer", new Deed.MakeOffer(terms, now.decision.answers()));
        }
        Wish orders = orders(now);
        if (orders != null) {
            return orders;
        }
        if (now.dealt < now.dealings.size()) {
            return dealing(now, Wish.Step.ANSWER);
        }
        Wish answer = answer(now);
        if (answer != null) {
            return answer;
        }
        Wish vote = vote(now);
        return vote != null ? vote : ready(now);
    }

    private static Wish dealing(Progress now, Wish.Step step) {
        return now.wish(step, "deal-" + now.dealt, now.dealings.get(now.dealt));
    }

    /** Seals what the seat decides, or drafts where its head decides; a minister who does neither has nothing to seal. */
    private @Nullable Wish orders(Progress now) {
        if (now.isSealed || !(mandate.seals() || mandate.drafts())) {
            return null;
        }
        Deed deed = mandate.seals() ? sealing(now) : AskedOrders.draft(now.orders);
        return now.wish(Wish.Step.ORDERS, "orders-" + now.sealings, deed);
    }

    /** Says with the orders that the bot is done, if its host asks for both at once and nothing comes in between. */
    private Deed sealing(Progress now) {
        Deed.Submit orders = AskedOrders.submit(mandate.own(now.orders));
        boolean isLast = readyWithOrders
                && !now.sealsAlone
                && now.dealt == now.dealings.size()
                && now.accepting == null
                && unjudged(now) == null
                && drafts.isEmpty();
        Wish ready = isLast ? ready(now) : null;
        return ready == null ? orders : orders.withReady((Deed.Ready) ready.deed());
    }

    /** Judges the last offer of the other side in the round. */
    private @Nullable Wish answer(Progress now) {
        if (now.accepting == null) {
            Offer offered = unjudged(now);
            if (offered == null) {
                return null;
            }
            boolean accepts = mandate.deals() && offered.isOpen() && bot.accepts(now.round, now.decision, offered);
            if (!accepts) {
                settle(now, offered);
                return orders(now);
            }
            now.accepting = offered;
        }
        Offer accepting = now.accepting;
        return now.wish(
                Wish.Step.ANSWER, "accept-" + accepting.id(), new Deed.Accept(accepting.id(), accepting.hash()));
    }

    private @Nullable Offer unjudged(Progress now) {
        Offer offered = heard.lastOf(now.round);
        return offered == null || offered.id().number() <= now.judged ? null : offered;
    }

    /** An offer is judged; what the bot orders now that it has heard it takes the place of what it ordered before. */
    private void settle(Progress now, Offer offered) {
        now.accepting = null;
        now.judged = offered.id().number();
        Orders after = bot.ordersAfter(now.round, now.decision, offered);
        if (after != null) {
            now.order(after);
        }
    }

    /**
     * Votes once it has put its own draft forward. Without a brief it is for a draft that orders what the bot would order itself, and
     * against any other; with a brief it asks the bot.
     */
    private @Nullable Wish vote(Progress now) {
        Brief judges = brief;
        drafts.removeIf(each -> each.drafted().round() < now.round);
        boolean silent = judges == null && !mandate.drafts();
        if (silent || drafts.isEmpty() || drafts.get(0).drafted().round() != now.round) {
            return null;
        }
        Draft draft = drafts.get(0);
        Seat drafter = draft.drafted().seat();
        Orders proposed = draft.drafted().orders();
        boolean yes = judges == null ? proposed.equals(now.orders) : bot.isFor(now.round, proposed, now.orders, judges);
        return now.wish(Wish.Step.VOTE, "vote-" + draft.number(), new Deed.Vote(drafter.number(), yes));
    }

    private @Nullable Wish ready(Progress now) {
        Offer last = heard.lastOf(now.round);
        int newest = last == null ? 0 : last.id().number();
        if (now.readyHeard >= newest) {
            return null;
        }
        int count = heard.count();
        return now.wish(Wish.Step.READY, "ready-" + count, new Deed.Ready(true, count));
    }

    private void done(Progress now, Wish wish) {
        Offer accepting = now.accepting;
        switch (wish.step()) {
            case OFFER -> now.isOffered = true;
            case ORDERS -> {
                now.isSealed = true;
                now.wasSealed = true;
                if (wish.deed() instanceof Deed.Submit submit && submit.ready() != null) {
                    now.readyHeard = submit.ready().heard();
                }
            }
            case VOTE -> drafts.removeIf(each -> wish.key().endsWith("vote-" + each.number()));
            case READY -> now.readyHeard = ((Deed.Ready) wish.deed()).heard();
            default -> {
                if (accepting == null) {
                    now.dealt++;
                } else {
                    settle(now, accepting);
                }
            }
        }
    }

    private void refused(Progress now, Wish wish, Refusal refused) {
        Refusal.Code code = refused.code();
        if (code == RefusalCode.STALE_ROUND) {
            if (wish.step() == Wish.Step.ORDERS && !now.wasSealed) {
                bot.report(BotFault.late(now.round, refused));
            }
            now.waits = true;
        } else if (wish.step() == Wish.Step.READY) {
            boolean isHeard = code == RefusalCode.UNHEARD_OFFER && heard.count() > ((Deed.Ready) wish.deed()).heard();
            now.waits = !isHeard;
        } else if (wish.step() == Wish.Step.ORDERS && code == RefusalCode.UNHEARD_OFFER) {
            // Its orders do not wait for what it has to hear.
            now.sealsAlone = true;
        } else if (wish.step() == Wish.Step.ORDERS) {
            unsealed(now, refused);
        } else {
            if (BotFault.isIllegalDealing(code)) {
                bot.report(BotFault.illegal(now.round, refused));
            }
            done(now, wish);
        }
    }

    private void unsealed(Progress now, Refusal refused) {
        Refusal.Code code = refused.code();
        if (BotFault.isAboutOrders(code)) {
            bot.report(BotFault.illegal(now.round, refused));
            if (!now.orders.isHold()) {
                now.order(Orders.HOLD);
                return;
            }
        }
        // What was sealed first stands, or else a side that is ready without orders holds.
        now.isSealed = true;
    }

    /** What the bot decided for a round, and how much of it is done. */
    private static final class Progress {
        private final int round;
        private final Decision decision;
        private final boolean relived;
        private final List<Deed> dealings;
        /** How many of the dealings come before the offer. */
        private final int first;

        private Orders orders;
        private int sealings;
        private int dealt;
        private boolean isOffered;
        private boolean isSealed;
        private boolean wasSealed;
        private boolean sealsAlone;
        private @Nullable Offer accepting;
        private int judged;
        private int readyHeard = -1;
        private boolean waits;
        private boolean toldAgain;

        Progress(int round, Decision decision, boolean relived) {
            this.round = round;
            this.decision = decision;
            this.relived = relived;
            this.orders = decision.orders();
            if (decision.dealings().isEmpty()) {
                this.dealings = List.of();
                this.first = 0;
                return;
            }
            // Acceptances come last: an answer stands in the record after what it answers.
            List<Deed> sorted = new ArrayList<>();
            List<Deed> acceptances = new ArrayList<>();
            for (Deed each : decision.dealings()) {
                (each instanceof Deed.Accept ? acceptances : sorted).add(each);
            }
            this.first = sorted.size();
            sorted.addAll(acceptances);
            this.dealings = sorted;
        }

        Wish wish(Wish.Step step, String key, Deed deed) {
            return new Wish(round, step, "r" + round + "-" + key, deed);
        }

        /** Orders something else from now on. */
        void order(Orders other) {
            orders = other;
            sealings++;
            isSealed = false;
        }

        /** The round was told again: orders and readiness are said again, in case they were lost. */
        void beginAgain() {
            toldAgain = false;
            waits = false;
            isSealed = false;
            readyHeard = -1;
        }
    }
}
