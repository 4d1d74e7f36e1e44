package dev.truce.bots.minds;

import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.StepBudget;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.Signing;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays matches to their end on an engine of its own, as a model of what may follow. A round in it is reduced on purpose: no referee,
 * no seats and no {@link dev.truce.bot.BotTurn}, only orders and one offer a side. Not thread-safe.
 */
final class Playout {
    private final Rules rules;
    private final Side side;
    private final Resolver resolver;
    private final Memory memory;

    Playout(Rules rules, Side side, Memory memory) {
        this.rules = rules;
        this.side = side;
        this.memory = memory;
        this.resolver = new Resolver(rules);
    }

    /**
     * Plays the match on from the open round.
     *
     * @param supposed the state as the bot supposes it
     * @param budget a step is taken for each round
     * @return the final score, or NaN if the budget does not allow the playing
     */
    double score(Candidate candidate, PlayoutChance fate, MatchState supposed, StepBudget budget) {
        if (budget.left() < fate.lastRound() - supposed.round()) {
            return Double.NaN;
        }
        MatchSetup setup = new MatchSetup(
                fate.seed(),
                new Horizon.Fixed(fate.lastRound()),
                rules.scenario().calendar(),
                Conditions.PLAY);
        OpponentModel opponentModel = fate.opponentModel();
        SearchRound now = memory.now();
        Redaction mine = new Redaction(rules, setup, memory.belief(), now.seen().last());
        Redaction others = new Redaction(rules, setup, opponentModel.belief(), opponentModel.last());
        MatchState state = opponentModel.in(supposed);
        Decision own = candidate.first();
        Decision reply = opponentModel.decision();
        @Nullable Bot me = null;
        @Nullable DicedBot other = null;
        while (true) {
            budget.take();
            Resolution resolution = resolver.resolve(setup, state, inputs(state, own, reply));
            state = resolution.next();
            if (state.isOver()) {
                return rules.finalScore(setup, state, List.of(), side).score();
            }
            mine.view(resolution.report(), state);
            others.view(resolution.report(), state);
            if (me == null || other == null) {
                me = candidate.then().create(seat(fate.seed()));
                memory.retell(me);
                other = opponentModel.twin(SplitMix64.mix(~fate.seed()));
            }
            Decision next = me.decide(mine.observe(state), new Talks(reply.offer()));
            reply = other.decide(others.observe(state), new Talks(own.offer()));
            own = next;
        }
    }

    /** Returns a bot's seat on one's own side. */
    BotSeat seat(long seed) {
        return new BotSeat(side, rules.scenario(), new SplitMix64(SplitMix64.mix(seed)), new StepBudget(0));
    }

    private RoundInputs inputs(MatchState state, Decision own, Decision reply) {
        int round = state.openRound();
        Terms ownSigned = own.offer() != null && reply.accepts(own.offer()) ? own.offer() : null;
        Terms otherSigned = reply.offer() != null && own.accepts(reply.offer()) ? reply.offer() : null;
        boolean us = side == Side.US;
        JointOrders orders =
                us ? new JointOrders(own.orders(), reply.orders()) : new JointOrders(reply.orders(), own.orders());
        Terms signed =
                Signing.of(rules.depthValues(), round, us ? ownSigned : otherSigned, us ? otherSigned : ownSigned);
        RoundInputs inputs = RoundInputs.signing(orders, signed);
        if (!rules.scenario().accusations().exist()
                && !rules.scenario().ownText().exist()) {
            return inputs;
        }
        BySide<Decision> both = BySide.pick(side, new BySide<>(own, reply), new BySide<>(reply, own));
        return inputs.deciding(both.map(Decision::choice))
                .tabling(
                        BySide.each(each -> isOwnText(state, each, both.of(each).offer())));
    }

    /** Returns whether a side tables the text that its capital expects; one that has it is not asked. */
    private boolean isOwnText(MatchState state, Side author, @Nullable Terms offered) {
        if (offered == null
                || !rules.scenario().ownText().exist()
                || state.side(author).ownText()) {
            return false;
        }
        int round = state.openRound();
        boolean chapter =
                state.treaty().admitsChapter(round, rules.scenario().calendar().isSummit(round));
        return StrategyTables.of(rules.scenario()).seriousText().isSerious(offered, author, chapter);
    }
}
