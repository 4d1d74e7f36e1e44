package dev.truce.bots.minds;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.StepBudget;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.Compiled;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out whom it plays, and plays its choices out against those who that may be.
 *
 * <p>In each round it weighs how well each strategy that it knows explains what the other side has done ({@link OpponentModels}). Then
 * it plays the match on to its end, on the engine, with hidden state drawn from these weights: once with what each known
 * strategy would do in its own place, going on like it or like its guide, then with the orders next to the best of those, and with the
 * other choices about an open accusation. It takes
 * the best if that is significantly better than to do as the guide does. Against somebody whom no strategy explains, when its
 * budget is too small to look around, and when it took its seat in mid-match, it plays its base strategy.
 */
public final class Searcher implements Negotiator {
    /** Steps for playing out in a round at most; about 20 milliseconds. */
    private static final long MAX_STEPS = 5_000;
    /** Above this likelihood that no strategy explains the other side it plays its base strategy. */
    private static final double STRANGE_ABOVE = .5;

    /** Playings of each candidate in a first look, and then, for the best of them. */
    private static final int FIRST_LOOK = 6;

    private static final int SECOND_LOOK = 12;
    private static final int THIRD_LOOK = 18;
    private static final int LAST_LOOK = 32;
    /** How many go on to the looks after the first. */
    private static final int TO_SECOND = 8;

    private static final int NEIGHBOURS_TO_SECOND = 6;
    private static final int TO_THIRD = 3;

    private final Rules rules;
    private final BotSeat seat;
    private final List<BotFactory> strategies;
    private final BotFactory guideStrategy;
    private final Bot guide;
    private final Bot base;
    private final List<Bot> advisers = new ArrayList<>();
    private final Memory memory;
    private final OpponentModels opponentModels;
    private final Playout playout;
    private final SplitMix64 random;
    private boolean blind;

    private Searcher(BotSeat seat, List<BotFactory> strategies, BotFactory guideStrategy, BotFactory baseStrategy) {
        this.seat = seat;
        this.rules = Compiled.of(seat.scenario());
        this.strategies = strategies;
        this.guideStrategy = guideStrategy;
        this.random = new SplitMix64(seat.random().nextLong());
        this.base = baseStrategy.create(seat);
        for (BotFactory strategy : strategies) {
            advisers.add(adviser(strategy));
        }
        guide = adviser(guideStrategy);
        memory = new Memory(rules, seat.side());
        opponentModels = new OpponentModels(rules, seat.side().other(), strategies, random);
        playout = new Playout(rules, seat.side(), memory);
    }

    /**
     * Returns the factory of a searcher.
     *
     * @param strategies whom it knows
     * @param guide what does well against all of them together
     * @param base how it plays against others
     */
    public static BotFactory factory(List<BotFactory> strategies, BotFactory guide, BotFactory base) {
        List<BotFactory> known = List.copyOf(strategies);
        return BotFactory.of("search", seat -> new Searcher(seat, known, guide, base));
    }

    @Override
    public Decision decide(Observation seen, Talks heard) {
        Decision safe = base.decide(seen, heard);
        blind |= seat.budget().left() < opponentModels.size() || !memory.takeIn(seen, heard);
        if (blind) {
            return safe;
        }
        opponentModels.follow(memory.moments(), seat.budget());
        List<Decision> advice = new ArrayList<>();
        for (Bot adviser : advisers) {
            advice.add(adviser.decide(seen, heard));
        }
        Decision guided = guide.decide(seen, heard);
        Decision chosen = opponentModels.unknown() > STRANGE_ABOVE ? safe : search(seen, guided, advice);
        memory.say(chosen.offer());
        return chosen;
    }

    private Decision search(Observation seen, Decision guided, List<Decision> advice) {
        MatchState supposed = memory.supposed();
        StepBudget budget = new StepBudget(Math.min(MAX_STEPS, seat.budget().left()));
        List<PlayoutChance> fates = PlayoutChance.draw(rules, seen, opponentModels, random, LAST_LOOK);
        PairedPlayouts trial =
                new PairedPlayouts(playout, supposed, fates, budget, new Candidate(guided, guideStrategy));
        Set<Orders> known = new HashSet<>();
        known.add(guided.orders());
        for (int i = 0; i < advice.size(); i++) {
            trial.add(new Candidate(advice.get(i), strategies.get(i)));
            if (known.add(advice.get(i).orders())) {
                trial.add(new Candidate(advice.get(i), guideStrategy));
            }
        }
        trial.play(FIRST_LOOK);
        trial.keep(TO_SECOND);
        trial.play(SECOND_LOOK);
        trial.keep(TO_THIRD);
        trial.play(THIRD_LOOK);
        Candidate best = trial.best(0);
        for (Orders orders : neighbours(seen, supposed, best.first().orders())) {
            Decision first = best.first();
            Decision changed = new Decision(orders, first.offer(), null, first.acceptance(), first.judgements());
            trial.add(new Candidate(changed, best.then()));
        }
        for (Decision judging : judging(seen, best.first())) {
            trial.add(new Candidate(judging, best.then()));
        }
        trial.play(FIRST_LOOK);
        trial.keep(NEIGHBOURS_TO_SECOND);
        trial.play(SECOND_LOOK);
        trial.keep(TO_THIRD);
        trial.play(LAST_LOOK);
        return trial.best(SECOND_LOOK).first();
    }

    /** Returns what decides otherwise on the open accusation of the other side, and is the same in all else. */
    private List<Decision> judging(Observation seen, Decision from) {
        List<Decision> others = new ArrayList<>();
        Instrument accused = seen.accusedOn(seat.side().other());
        for (AccusationChoice choice : AccusationChoice.values()) {
            if (accused == null || choice == from.choice()) {
                continue;
            }
            List<Deed> dealings = new ArrayList<>(from.dealings());
            dealings.removeAll(from.judgements());
            dealings.add(new Deed.Judge(accused, choice));
            others.add(new Decision(from.orders(), from.offer(), from.answers(), from.acceptance(), dealings));
        }
        return others;
    }

    private Bot adviser(BotFactory strategy) {
        return strategy.create(
                new BotSeat(seat.side(), seat.scenario(), new SplitMix64(random.nextLong()), new StepBudget(0)));
    }

    /** Returns all legal orders that differ from the given ones by one step of one instrument. */
    private List<Orders> neighbours(Observation seen, MatchState supposed, Orders from) {
        List<Orders> neighbours = new ArrayList<>();
        for (LegalLevels may : seen.legal()) {
            Instrument instrument = may.instrument();
            for (int level : List.of(from.level(instrument) - 1, from.level(instrument) + 1)) {
                if (!from.has(instrument) || !may.legal().contains(level)) {
                    continue;
                }
                List<Order> changed = new ArrayList<>();
                for (Order order : from.list()) {
                    changed.add(order.instrument() == instrument ? new Order(instrument, level) : order);
                }
                Orders orders = Orders.of(changed);
                if (rules.isLegal(rules.setup(0), supposed, seat.side(), orders)) {
                    neighbours.add(orders);
                }
            }
        }
        return neighbours;
    }
}
