package dev.truce.tournament;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import java.util.List;

/**
 * A bot that makes and hears offers but signs nothing before a round.
 *
 * @param factory the bot
 * @param firstSigning first round in which it accepts
 * @param changesOnly whether it leaves out orders for the present level, so that instruments fall back when a treaty ends
 */
record Withholding(BotFactory factory, int firstSigning, boolean changesOnly) implements BotFactory {
    @Override
    public String name() {
        return factory.name();
    }

    @Override
    public Bot create(BotSeat seat) {
        Bot bot = factory.create(seat);
        return new Bot() {
            @Override
            public Decision decide(Observation observation) {
                return decide(observation, Talks.NONE);
            }

            @Override
            public Decision decide(Observation observation, Talks talks) {
                return withheld(observation, bot.decide(observation, talks));
            }

            @Override
            public List<BotFault> takeFaults() {
                return bot.takeFaults();
            }

            @Override
            public void leave() {
                bot.leave();
            }
        };
    }

    private Decision withheld(Observation observation, Decision decision) {
        boolean signs = observation.openRound() >= firstSigning;
        List<Order> orders = decision.orders().list().stream()
                .filter(order ->
                        !changesOnly || order.level() != observation.levels().get(order.instrument()))
                .toList();
        List<Deed> dealings = decision.dealings().stream()
                .filter(dealing -> signs || !(dealing instanceof Deed.Accept))
                .toList();
        return new Decision(
                Orders.of(orders),
                decision.offer(),
                decision.answers(),
                signs ? decision.acceptance() : AcceptanceRule.NEVER,
                dealings);
    }
}
