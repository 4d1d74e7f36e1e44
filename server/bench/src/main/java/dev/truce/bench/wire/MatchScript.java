package dev.truce.bench.wire;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A match to be played without thinking: what both sides decide in each round. Most are of two bots {@code negotiator} that played in
 * process, and each side says something in every second round as well, as people do and negotiators do not. The scenario is that of
 * the first ruleset, so that figures compare with older ones.
 *
 * @param scenario what is played
 * @param seed seed of the match
 * @param rounds how many rounds it has
 * @param us decisions of the US by round
 * @param cn decisions of China by round
 */
record MatchScript(Scenario scenario, long seed, int rounds, List<Decision> us, List<Decision> cn) {
    private static final String BOT = "negotiator";
    private static final long BOT_SEED = 1;
    private static final String WORDS =
            "We hold what was signed in Busan, and we expect the same of you in the next quarter.";

    MatchScript {
        us = List.copyOf(us);
        cn = List.copyOf(cn);
    }

    /** Plays matches in process and returns what was decided in them. */
    static List<MatchScript> playedInAdvance(int scripts, int rounds) {
        Rules rules = Rules.of(Scenarios.busan2025R1());
        List<MatchScript> played = new ArrayList<>();
        for (int seed = 1; seed <= scripts; seed++) {
            played.add(play(rules, seed, rounds));
        }
        return played;
    }

    /** Returns matches in which both sides hold in every round and are done: one message of each. */
    static List<MatchScript> holding(int scripts, int rounds) {
        Scenario scenario = Scenarios.busan2025R1();
        List<Decision> holds = Collections.nCopies(rounds, Decision.HOLD);
        List<MatchScript> all = new ArrayList<>();
        for (int seed = 1; seed <= scripts; seed++) {
            all.add(new MatchScript(scenario, seed, rounds, holds, holds));
        }
        return all;
    }

    private static MatchScript play(Rules rules, long seed, int rounds) {
        List<Decision> us = new ArrayList<>();
        List<Decision> cn = new ArrayList<>();
        BotFactory bot = Roster.find(BOT).orElseThrow();
        MatchSetup setup = new MatchSetup(
                seed, new Horizon.Fixed(rounds), rules.scenario().calendar(), MatchSetup.Conditions.PLAY);
        new InProcessMatch(rules)
                .play(
                        setup,
                        new Pairing(listening(bot, us), listening(bot, cn), BOT_SEED, Limits.STEPS_A_ROUND),
                        Recording.NONE);
        return new MatchScript(rules.scenario(), seed, rounds, us, cn);
    }

    /** Returns a bot that plays a side as it was played. */
    BotFactory bot(Side side) {
        List<Decision> decisions = BySide.pick(side, us, cn);
        return BotFactory.of("scripted", seat -> new Bot() {
            @Override
            public Decision decide(Observation observation) {
                return decisions.get(observation.openRound() - 1);
            }
        });
    }

    private static BotFactory listening(BotFactory bot, List<Decision> decisions) {
        return BotFactory.of(bot.name(), seat -> new Listening(bot.create(seat), seat, decisions));
    }

    /** Lets a bot play and notes what it decides, and what it says to each offer that it hears. */
    private record Listening(Bot bot, BotSeat seat, List<Decision> decisions) implements Negotiator {
        @Override
        public Decision decide(Observation observation, Talks talks) {
            Decision decided = bot.decide(observation, talks);
            List<Deed> dealings = new ArrayList<>(decided.dealings());
            int round = observation.openRound();
            if ((seat.side() == Side.US) == (round % 2 == 1)) {
                dealings.add(new Deed.Say(round % 4 < 2 ? Channel.PUBLIC : Channel.OTHER_SIDE, WORDS, null));
            }
            NotedAnswers noted = new NotedAnswers(new HashMap<>(), new HashMap<>());
            decisions.add(with(decided, noted, dealings));
            return with(decided, new ListeningRule(decided.acceptance(), noted), dealings);
        }

        private static Decision with(Decision decided, AcceptanceRule rule, List<Deed> dealings) {
            return new Decision(decided.orders(), decided.offer(), decided.answers(), rule, dealings);
        }
    }

    /** Asks a bot's own rule and notes what it says. */
    private record ListeningRule(AcceptanceRule rule, NotedAnswers noted) implements AcceptanceRule {
        @Override
        public boolean accepts(Terms offered) {
            boolean accepts = rule.accepts(offered);
            noted.accepted.put(offered, accepts);
            return accepts;
        }

        @Override
        public boolean accepts(Offer offered) {
            boolean accepts = rule.accepts(offered);
            noted.accepted.put(offered.terms(), accepts);
            return accepts;
        }

        @Override
        public @Nullable Orders ordersAfter(Offer offered) {
            Orders orders = rule.ordersAfter(offered);
            if (orders != null) {
                noted.ordered.put(offered.terms(), orders);
            }
            return orders;
        }
    }

    /** Says the same again; no to terms that nobody offered then. Not changed any more once the match in process is over. */
    private record NotedAnswers(Map<Terms, Boolean> accepted, Map<Terms, Orders> ordered) implements AcceptanceRule {
        @Override
        public boolean accepts(Terms offered) {
            return accepted.getOrDefault(offered, false);
        }

        @Override
        public @Nullable Orders ordersAfter(Offer offered) {
            return ordered.get(offered.terms());
        }
    }
}
