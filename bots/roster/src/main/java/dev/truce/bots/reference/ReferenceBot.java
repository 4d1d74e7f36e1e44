package dev.truce.bots.reference;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Packages;
import dev.truce.bots.posture.Postures;
import dev.truce.bots.posture.Retaliation;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Advice;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the reference strategies share (agreements E): they read the same things, order every instrument every round, add a
 * package when hostile, keep their word when calm, and offer and accept by the level of their offer.
 */
public final class ReferenceBot implements Negotiator {
    private final Strategy strategy;
    private final Retaliation retaliation;
    private final Reader reader;
    private final Postures postures;
    private final OfferPolicy bargain;
    private final Ballot ballot;
    private final Accuser accuser;
    /** Says nothing where sides have no red lines: the first ruleset was measured with silent bots. */
    private final @Nullable Voice voice;

    public ReferenceBot(BotSeat seat, Strategy strategy, Retaliation retaliation) {
        this(seat, strategy, retaliation, OfferPolicy.of(seat.scenario(), seat.side()));
    }

    public ReferenceBot(BotSeat seat, Strategy strategy, Retaliation retaliation, OfferPolicy bargain) {
        this.strategy = strategy;
        this.retaliation = retaliation;
        reader = new Reader(seat.scenario(), seat.side());
        postures = new Postures(seat.scenario(), seat.side());
        this.bargain = bargain;
        ballot = new Ballot(seat.scenario(), seat.side());
        accuser = new Accuser(seat.scenario(), seat.side());
        voice = seat.scenario().redLines().exist() ? new Voice(seat.scenario(), seat.side()) : null;
    }

    /** Returns the factory of a strategy without a package. */
    public static BotFactory factory(String name, Function<BotSeat, Strategy> maker) {
        return factory(name, maker, seat -> Retaliation.NONE);
    }

    /** Returns the factory of a strategy with a package. */
    public static BotFactory factory(
            String name, Function<BotSeat, Strategy> maker, Function<BotSeat, Retaliation> retaliation) {
        return BotFactory.of(name, seat -> new ReferenceBot(seat, maker.apply(seat), retaliation.apply(seat)));
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        opened(observation, talks);
        Reading seen = reader.read(observation, talks);
        return carryOut(seen, strategy.choose(seen));
    }

    /** Takes in a round that has opened, where somebody else reads it and chooses the stance. */
    public void opened(Observation observation, Talks talks) {
        bargain.opened(observation, talks);
        ballot.opened(observation);
        accuser.opened(observation);
    }

    @Override
    public boolean isFor(Orders draft, Orders own, Brief brief) {
        return ballot.isFor(draft, own, brief);
    }

    @Override
    public @Nullable Advice advise(Observation observation, Decision own, Brief brief) {
        Advice advice = ballot.advice(observation, accuser.guilt(observation), brief);
        return advice == null ? Negotiator.super.advise(observation, own, brief) : advice;
    }

    /** Returns what a stance amounts to in the open round. */
    public Decision carryOut(Reading seen, Stance chosen) {
        Observation observation = seen.seen();
        OrderPlan draft = postures.draft(chosen.posture());
        if (chosen.posture().isHostile()) {
            retaliation.add(observation, chosen.posture(), draft);
        }
        strategy.adjust(seen, chosen, draft);
        return decided(observation, draft, chosen.offer(), chosen.offer(), strategy.judgement());
    }

    /** Returns how likely the open accusation of the other side is to be true, 0..1, as this bot guesses; 0 if there is none. */
    public double guilt(Observation observation) {
        return accuser.guilt(observation);
    }

    /** Returns the decision to order what a draft says, to offer and to accept by their levels, and to decide so on an accusation. */
    public Decision decided(Observation observation, OrderPlan draft, int offer, int accept, Judgement judgement) {
        Orders orders = draft.orders(observation);
        Terms offered = bargain.offer(observation, offer);
        AcceptanceRule acceptance = bargain.acceptance(observation, accept);
        List<Deed> dealings = new ArrayList<>(accuser.judge(observation, judgement));
        if (voice != null) {
            dealings.addAll(voice.words(observation, orders, draft.isHostile(), bargain.guarded()));
        }
        return new Decision(orders, offered, null, acceptance, dealings);
    }

    /** Returns the packages of a seat. */
    public static Packages packages(BotSeat seat) {
        return new Packages(seat.scenario(), seat.side());
    }
}
