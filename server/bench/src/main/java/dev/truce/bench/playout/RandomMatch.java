package dev.truce.bench.playout;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays matches in which both sides draw what they do: up to four legal orders each round, a package in every fourth one, notice in every
 * sixteenth. All rules apply, chance and the economy included; nobody observes. Of one thread.
 */
public final class RandomMatch {
    private static final int MAX_ORDERS = 4;
    private static final int ROUNDS_TO_A_PACKAGE = 4;
    private static final int ROUNDS_TO_A_NOTICE = 16;
    private static final int MAX_PLEDGES = 5;

    private final Rules rules;
    private final Resolver resolver;

    /** Plays by these rules. */
    public RandomMatch(Rules rules) {
        this.rules = rules;
        this.resolver = new Resolver(rules);
    }

    /**
     * Plays one match.
     *
     * @param seed of its chance, and of what both sides do
     * @param rounds 1..64; a match may end before
     * @return the state after its last round
     */
    MatchState play(long seed, int rounds) {
        MatchSetup setup = setup(seed, rounds);
        SplitMix64 drawn = new SplitMix64(SplitMix64.mix(seed));
        MatchState state = rules.start(setup);
        while (!state.isOver()) {
            state = resolver.resolve(setup, state, inputs(setup, state, drawn)).next();
        }
        return state;
    }

    /** Returns what makes the match of a seed. */
    public MatchSetup setup(long seed, int rounds) {
        return new MatchSetup(seed, new Horizon.Fixed(rounds), rules.scenario().calendar(), MatchSetup.Conditions.PLAY);
    }

    /** Returns what both sides draw for the round that a state opens. */
    public RoundInputs inputs(MatchSetup setup, MatchState state, SplitMix64 drawn) {
        return new RoundInputs(
                new JointOrders(orders(setup, state, Side.US, drawn), orders(setup, state, Side.CN, drawn)),
                terms(drawn),
                drawn.nextInt(ROUNDS_TO_A_NOTICE) == 0,
                drawn.nextInt(ROUNDS_TO_A_NOTICE) == 0);
    }

    private Orders orders(MatchSetup setup, MatchState state, Side side, SplitMix64 drawn) {
        List<LegalLevels> legal = rules.legal(setup, state, side);
        List<Order> orders = new ArrayList<>();
        int first = drawn.nextInt(legal.size());
        int count = drawn.nextInt(MAX_ORDERS + 1);
        for (int i = 0; i < count; i++) {
            LegalLevels levels = legal.get((first + i) % legal.size());
            int level = levels.legal().get(drawn.nextInt(levels.legal().size()));
            orders.add(new Order(levels.instrument(), level));
        }
        Orders chosen = Orders.of(orders);
        // Orders that are legal one by one may not be so together: a paused investigation allows no tariff.
        return rules.isLegal(setup, state, side, chosen) ? chosen : Orders.HOLD;
    }

    private @Nullable Terms terms(SplitMix64 drawn) {
        if (drawn.nextInt(ROUNDS_TO_A_PACKAGE) != 0) {
            return null;
        }
        List<Pledge> pledges = new ArrayList<>();
        List<Instrument> all = rules.scenario().instruments().all();
        int first = drawn.nextInt(all.size());
        int count = 1 + drawn.nextInt(MAX_PLEDGES);
        for (int i = 0; i < count; i++) {
            Instrument instrument = all.get((first + i) % all.size());
            int ladder = rules.scenario().spec(instrument).ladder().size();
            pledges.add(new Pledge(instrument, drawn.nextInt(ladder)));
        }
        return new Terms.Package(pledges, 1 + drawn.nextInt(Terms.MAX_ROUNDS), drawn.nextInt(2) == 0);
    }
}
