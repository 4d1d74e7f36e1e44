package dev.truce.tournament.branch;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.MatchRecord;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.Counterfactual;
import dev.truce.tournament.run.StalledException;
import dev.truce.tournament.stats.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds, at a table, the offer that was not accepted and would have paid most if it had been. A few futures tell which one that probably
 * is; others, which had no part in the choice, tell what it would have paid. The same table gives the same answer, bit for bit.
 */
public final class RefusedOffers {
    /** The most offers of a table that are looked at: the last ones. */
    static final int MAX_OFFERS = 12;

    /** Futures in which each is looked at. */
    static final int SCOUTS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Rules rules;
    private final BotFactory bot;
    private final int futures;
    private final int threads;

    /**
     * @param bot who plays on after the round of the offer, in both cases and on both sides
     * @param futures how many futures tell what the chosen offer would have paid
     * @param threads futures that are played at a time
     */
    public RefusedOffers(Rules rules, BotFactory bot, int futures, int threads) {
        this.rules = rules;
        this.bot = bot;
        this.futures = futures;
        this.threads = threads;
    }

    /**
     * Returns what the best offer of a table would have led to; empty if there is none that would have changed anything.
     *
     * @throws InterruptedException if this thread was interrupted
     * @throws StalledException if a future took too long
     */
    public Optional<Counterfactual> best(ClassTable table) throws InterruptedException, StalledException {
        long seed = table.replay().match().setup().seedOfTable();
        Offer best = null;
        double most = 0;
        for (Offer offer : candidates(table)) {
            BranchReport report = study(table, offer, SCOUTS, ~seed);
            double pays = difference(report, Quantity.SEAT).mean();
            // Where all is alike the signature had lapsed.
            if (report.alike() < SCOUTS && (best == null || pays > most)) {
                best = offer;
                most = pays;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        BranchReport report = study(table, best, futures, seed);
        return Optional.of(new Counterfactual(
                table.number(),
                best.maker().other(),
                best.id().toString(),
                best.terms(),
                best.made(),
                bot.name(),
                futures,
                interval(report, Quantity.SEAT),
                interval(report, Quantity.JOINT)));
    }

    /** Returns the offers that were open at the end of their round, none of which was signed, the last ones of the table. */
    static List<Offer> candidates(ClassTable table) {
        List<Offer> open = new ArrayList<>();
        for (Offer offer : table.heard().offers()) {
            boolean isUnsigned = switch (offer.status()) {
                case OPEN, REFUSED, COUNTERED, EXPIRED, WITHDRAWN -> true;
                case ACCEPTED, ENTERED, LAPSED, SUPERSEDED -> false;
            };
            if (isUnsigned && offer.made() < table.rounds().size() && canBeSigned(table, offer)) {
                open.add(offer);
            }
        }
        open.sort((one, other) -> Integer.compare(one.made(), other.made()));
        return open.subList(Math.max(0, open.size() - MAX_OFFERS), open.size());
    }

    /** Returns whether an offer is the last of its maker in its round, not taken back in it, and nothing was accepted in that round. */
    private static boolean canBeSigned(ClassTable table, Offer offer) {
        MatchRecord match = table.replay().match();
        ClosedRound closed = match.rounds().get(offer.made() - 1).closed();
        for (Done done : closed.deeds()) {
            boolean ends = done.deed() instanceof Deed.Withdraw withdraw
                    && withdraw.offer().equals(offer.id());
            if (ends || done.deed() instanceof Deed.Accept) {
                return false;
            }
        }
        return offer.id().equals(new OfferId(offer.maker(), match.offersMade(offer.maker(), offer.made())));
    }

    private BranchReport study(ClassTable table, Offer offer, int count, long seed)
            throws InterruptedException, StalledException {
        MatchRecord match = table.replay().match();
        Side side = offer.maker().other();
        BotFactory was = HandedOver.of(match, bot, offer.made(), null);
        BranchPlan plan = new BranchPlan(
                offer.made(),
                side,
                was,
                HandedOver.of(match, bot, offer.made(), offer.terms()),
                was,
                count,
                seed,
                BotSeat.seedOf(match.setup().seedOfTable(), BotSeat.HEAD),
                Limits.STEPS_A_ROUND);
        return new BranchStudy(rules, table.replay(), plan).run(threads, PATIENCE, played -> {});
    }

    private static Estimate difference(BranchReport report, Quantity quantity) {
        return report.effects().get(quantity.ordinal()).comparison().difference();
    }

    private static Counterfactual.Interval interval(BranchReport report, Quantity quantity) {
        Estimate estimate = difference(report, quantity);
        return new Counterfactual.Interval(estimate.mean(), estimate.low(), estimate.high());
    }
}
