package dev.truce.tournament.branch;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does again what a side did in a record and reacts to nothing: its orders as far as each is legal, the last offer that it made in the
 * round and let stand, acceptances of offers on the same terms, withdrawals, notices, and what its head said to others. What cannot be
 * done again counts as illegal in its round. After the last recorded round it holds. A refusal of an offer is not repeated, as it
 * changes nothing that a score depends on.
 */
public final class RecordedSeat implements Negotiator {
    /** The name by which commands choose it; no bot of the roster has it. */
    public static final String NAME = "recorded";

    private final Side side;
    private final List<ClosedRound> rounds;
    /** The terms of all recorded offers; looked up only. */
    private final Map<OfferId, Terms> terms = new HashMap<>();
    /** The rounds in which they were made; looked up only. */
    private final Map<OfferId, Integer> madeIn = new HashMap<>();

    private final List<BotFault> faults = new ArrayList<>();
    /** The terms that are to be accepted in the round that was decided last, or null. */
    private @Nullable Terms wanted;

    private int decided;

    private RecordedSeat(Side side, List<ClosedRound> rounds) {
        this.side = side;
        this.rounds = rounds;
        for (ClosedRound round : rounds) {
            for (Done done : round.deeds()) {
                if (done.deed() instanceof Deed.MakeOffer made) {
                    OfferId id = new OfferId(done.side(), made(done.side()) + 1);
                    terms.put(id, made.terms());
                    madeIn.put(id, round.round());
                }
            }
        }
    }

    /** Returns how many of the recorded offers that are known so far a side has made. */
    private int made(Side maker) {
        int made = 0;
        while (terms.containsKey(new OfferId(maker, made + 1))) {
            made++;
        }
        return made;
    }

    /** Returns what makes a bot that repeats its side of a record. */
    public static BotFactory of(MatchRecord match) {
        List<ClosedRound> rounds =
                match.rounds().stream().map(RecordedRound::closed).toList();
        return BotFactory.of(NAME, seat -> new RecordedSeat(seat.side(), rounds));
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        int round = observation.openRound();
        if (wanted != null) {
            faults.add(BotFault.illegal(
                    decided, RefusalCode.UNKNOWN_OFFER.name(), "nobody offered the terms that the seat accepted"));
            wanted = null;
        }
        decided = round;
        if (round > rounds.size()) {
            return Decision.HOLD;
        }
        ClosedRound closed = rounds.get(round - 1);
        Deed.@Nullable MakeOffer made = null;
        List<Deed> dealings = new ArrayList<>();
        for (Done done : closed.deeds()) {
            if (done.side() != side) {
                continue;
            }
            Deed deed = done.deed();
            if (deed instanceof Deed.MakeOffer offer) {
                made = offer;
            } else if (deed instanceof Deed.Withdraw withdraw && isMadeIn(closed, withdraw.offer())) {
                // At most one offer of a round stands, so it is this one.
                made = null;
            } else {
                dealing(done, closed, talks).ifPresent(dealings::add);
            }
        }
        Orders orders = legal(closed.orders().of(side), observation);
        List<Deed> most = dealings.subList(0, Math.min(dealings.size(), Decision.MAX_DEALINGS));
        AcceptanceRule rule = wanted == null ? AcceptanceRule.NEVER : this::accepts;
        return made == null
                ? new Decision(orders, null, null, rule, most)
                : new Decision(orders, made.terms(), answered(made, closed, talks), rule, most);
    }

    @Override
    public List<BotFault> takeFaults() {
        List<BotFault> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    private Optional<Deed> dealing(Done done, ClosedRound closed, Talks talks) {
        Deed deed = done.deed();
        if (deed instanceof Deed.Accept accept) {
            if (isMadeIn(closed, accept.offer())) {
                wanted = terms.get(accept.offer());
                return Optional.empty();
            }
            return found(accept.offer(), closed, talks).map(offer -> new Deed.Accept(offer.id(), offer.hash()));
        } else if (deed instanceof Deed.Withdraw withdraw) {
            return found(withdraw.offer(), closed, talks).map(offer -> new Deed.Withdraw(offer.id()));
        } else if (deed instanceof Deed.GiveNotice
                || deed instanceof Deed.Judge
                || (deed instanceof Deed.Say say && done.seat() == 0 && say.channel() != Channel.DELEGATION)) {
            return Optional.of(deed);
        }
        return Optional.empty();
    }

    private boolean accepts(Terms offered) {
        boolean same = offered.equals(wanted);
        wanted = same ? null : wanted;
        return same;
    }

    /** Returns the offer that an offer answers: of the same round by its name, for nobody can have looked it up; else by its terms. */
    private @Nullable OfferId answered(Deed.MakeOffer made, ClosedRound closed, Talks talks) {
        OfferId answers = made.answers();
        if (answers == null || isMadeIn(closed, answers)) {
            return answers;
        }
        return found(answers, closed, talks).map(Offer::id).orElse(null);
    }

    /** Returns the open offer of the same side on the same terms as a recorded one. */
    private Optional<Offer> found(OfferId recorded, ClosedRound closed, Talks talks) {
        Terms wished = terms.get(recorded);
        for (Offer offer : talks.offers()) {
            if (offer.maker() == recorded.side() && offer.terms().equals(wished)) {
                return Optional.of(offer);
            }
        }
        faults.add(BotFault.illegal(
                closed.round(), RefusalCode.UNKNOWN_OFFER.name(), "no open offer has the terms of " + recorded));
        return Optional.empty();
    }

    private boolean isMadeIn(ClosedRound closed, OfferId offer) {
        return madeIn.getOrDefault(offer, 0) == closed.round();
    }

    private Orders legal(Orders recorded, Observation observation) {
        List<Order> kept = new ArrayList<>();
        for (Order order : recorded.list()) {
            if (observation.isLegal(order)) {
                kept.add(order);
            } else {
                faults.add(BotFault.illegal(
                        observation.openRound(),
                        RefusalCode.NOT_YET_LEGAL.name(),
                        order.instrument() + " cannot be ordered to level " + order.level()));
            }
        }
        return Orders.of(kept);
    }
}
