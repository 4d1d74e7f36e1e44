package dev.truce.bots.policy;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.bargain.Haggler;
import dev.truce.bots.posture.Mirror;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Packages;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.posture.Postures;
import dev.truce.bots.posture.Retaliation;
import dev.truce.bots.reference.Reader;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.strategy.Matcher;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Advice;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays by a {@link Policy}; where its rules are silent, as the strategy {@code match} does. Where sides have red lines it bargains about
 * them as {@code negotiator} does.
 */
final class Learner implements Negotiator {
    private final Side side;
    private final Policy policy;
    private final Matcher matcher;
    private final ReferenceBot match;
    private final Reader reader;
    private final Notes notes;
    private final Postures postures;
    private final Map<Extra, Retaliation> extras = new EnumMap<>(Extra.class);

    private final @Nullable Bot silent;

    Learner(BotSeat seat, Policy policy) {
        this(seat, policy, null);
    }

    /**
     * @param silent the bot that plays where no rule holds, and bargains; or null for what is said above
     */
    Learner(BotSeat seat, Policy policy, @Nullable Bot silent) {
        this.silent = silent;
        this.side = seat.side();
        this.policy = policy;
        Packages packages = ReferenceBot.packages(seat);
        Mirror mirror = new Mirror(seat.scenario(), side);
        matcher = new Matcher(seat);
        match = new ReferenceBot(seat, matcher, packages.legal(), Haggler.offers(seat));
        reader = new Reader(seat.scenario(), side);
        notes = new Notes(seat.scenario(), side);
        postures = new Postures(seat.scenario(), side);
        for (Extra extra : Extra.values()) {
            extras.put(extra, extra.retaliation(packages, mirror));
        }
    }

    @Override
    public boolean isFor(Orders draft, Orders own, Brief brief) {
        return match.isFor(draft, own, brief);
    }

    @Override
    public @Nullable Advice advise(Observation observation, Decision own, Brief brief) {
        return match.advise(observation, own, brief);
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        match.opened(observation, talks);
        Reading seen = reader.read(observation, talks);
        Stance usual = matcher.choose(seen);
        notes.take(seen, matcher.shortfall(), match.guilt(observation));
        Move move = policy.move(side, notes);
        Decision other = silent == null ? null : silent.decide(observation, talks);
        if (move == null) {
            return other == null ? match.carryOut(seen, usual) : other;
        }
        Posture posture = move.posture();
        OrderPlan draft = postures.draft(posture);
        Retaliation extra = extras.get(move.extra());
        if (posture.isHostile() && extra != null) {
            extra.add(observation, posture, draft);
        }
        if (move.extra().spreads(side, posture)) {
            postures.spreadShortfall(posture.compliance(), draft);
        }
        Decision ruled = match.decided(observation, draft, move.offer(), move.accept(), move.judgement());
        return other == null ? ruled : bargaining(move, ruled, other);
    }

    /** Returns the orders and judgements of a rule, with what another bot says and offers. */
    private static Decision bargaining(Move move, Decision ruled, Decision other) {
        boolean offers = move.offer() > 0;
        boolean accepts = move.accept() > 0;
        List<Deed> dealings = new ArrayList<>(other.dealings());
        dealings.removeIf(Deed.Judge.class::isInstance);
        if (!accepts) {
            dealings.removeIf(Deed.Accept.class::isInstance);
        }
        dealings.addAll(ruled.judgements());
        return new Decision(
                ruled.orders(),
                offers ? other.offer() : null,
                offers ? other.answers() : null,
                accepts ? other.acceptance() : AcceptanceRule.NEVER,
                dealings);
    }
}
