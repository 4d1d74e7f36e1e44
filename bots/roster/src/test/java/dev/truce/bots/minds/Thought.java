package dev.truce.bots.minds;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Signing;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A match with offers, of which a test may watch what one seat sees and decides. */
final class Thought {
    static final Rules RULES = Rules.of(Scenarios.busan2025R1());

    private Thought() {}

    static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    static BotSeat seat(Side side, long seed, long steps) {
        return BotSeat.seeded(side, RULES.scenario(), seed, steps);
    }

    /** One side at work. */
    private static final class Player {
        final BotSeat seat;
        final Bot bot;
        final Redaction redaction;

        @Nullable
        Terms heard;

        Player(MatchSetup setup, Side side, BotFactory factory, long steps) {
            seat = seat(side, setup.seed(), steps);
            bot = factory.create(seat);
            redaction = new Redaction(RULES, setup, Viewer.of(side));
        }

        Decision decide(MatchState state, BiConsumer<Observation, Talks> listener) {
            Observation seen = redaction.observe(state);
            Talks talks = new Talks(heard);
            listener.accept(seen, talks);
            seat.budget().refill();
            return bot.decide(seen, talks);
        }
    }

    /**
     * Plays so many rounds and returns the state after them.
     *
     * @param listener is told what the US sees and hears
     */
    static MatchState play(
            MatchSetup setup,
            BotFactory us,
            BotFactory cn,
            long steps,
            int rounds,
            BiConsumer<Observation, Talks> listener) {
        Player first = new Player(setup, Side.US, us, steps);
        Player second = new Player(setup, Side.CN, cn, steps);
        Resolver resolver = new Resolver(RULES);
        MatchState state = RULES.start(setup);
        while (!state.isOver() && state.round() < rounds) {
            Decision a = first.decide(state, listener);
            Decision b = second.decide(state, (seen, talks) -> {});
            Terms offerA = a.offer();
            Terms offerB = b.offer();
            Terms signed = Signing.of(
                    RULES.depthValues(),
                    state.openRound(),
                    offerA != null && b.accepts(offerA) ? offerA : null,
                    offerB != null && a.accepts(offerB) ? offerB : null);
            Resolution resolution = resolver.resolve(
                    setup, state, RoundInputs.signing(new JointOrders(a.orders(), b.orders()), signed));
            first.heard = offerB;
            second.heard = offerA;
            first.redaction.view(resolution.report(), resolution.next());
            second.redaction.view(resolution.report(), resolution.next());
            state = resolution.next();
        }
        return state;
    }
}
