package dev.truce.bots.minds;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.StepBudget;
import dev.truce.bot.Talks;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * A bot of a strategy whose random numbers start again each round from a known number. Another bot can then repeat all
 * that it did up to a round and draw other numbers from there on.
 */
final class DicedBot {
    private final SplitMix64 dice = new SplitMix64(0);
    private final Bot bot;
    private final List<Long> known;
    private final long later;

    /**
     * Makes one.
     *
     * @param known numbers of the first rounds, from round 1 on
     * @param later what those of all further rounds follow from
     */
    DicedBot(BotFactory strategy, Side side, Scenario scenario, List<Long> known, long later) {
        this.bot = strategy.create(new BotSeat(side, scenario, dice, new StepBudget(0)));
        this.known = List.copyOf(known);
        this.later = later;
    }

    Decision decide(Observation seen, Talks heard) {
        dice.restart(number(seen.openRound()));
        return bot.decide(seen, heard);
    }

    /** Returns the number of a round, from 1. */
    long number(int round) {
        return round <= known.size() ? known.get(round - 1) : SplitMix64.at(later, round);
    }

    /** Returns the numbers of the first so many rounds. */
    List<Long> numbers(int rounds) {
        List<Long> numbers = new ArrayList<>(rounds);
        for (int round = 1; round <= rounds; round++) {
            numbers.add(number(round));
        }
        return numbers;
    }
}
