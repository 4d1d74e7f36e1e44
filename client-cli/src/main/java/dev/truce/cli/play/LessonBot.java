package dev.truce.cli.play;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.OrderReader;
import dev.truce.match.notation.ReadingContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** China in the tutorial: breaks a clause in round 1, makes a bad offer in round 2 and a good one in round 3. */
final class LessonBot implements Negotiator {
    /** Its name at the table. */
    static final String NAME = "tutor";

    private static final Map<Integer, String> ORDERS = Map.of(1, "PORT=400");
    private static final Map<Integer, String> OFFERS =
            Map.of(2, "offer US.FENT<=0; US.RECIP<=0 for 3", 3, "offer renew 4");

    private final Scenario scenario;

    private LessonBot(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Makes the bot as it is seated. */
    static BotFactory factory() {
        return BotFactory.of(NAME, seat -> new LessonBot(seat.scenario()));
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        int round = observation.openRound();
        return new Decision(
                orders(ORDERS.getOrDefault(round, "HOLD")),
                offer(observation, OFFERS.get(round)),
                AcceptanceRule.NEVER);
    }

    private Orders orders(String text) {
        return OrderReader.read(text, Side.CN, scenario).in(orders -> orders, refused -> Orders.HOLD);
    }

    private @Nullable Terms offer(Observation observation, @Nullable String text) {
        if (text == null) {
            return null;
        }
        ReadingContext context = new ReadingContext(observation.treaty(), List.of(), Map.of());
        Reply<Deed> read = new DeedReader(Side.CN, observation.openRound(), scenario, context).deed(text);
        return read instanceof Reply.Done<Deed> done && done.value() instanceof Deed.MakeOffer made
                ? made.terms()
                : null;
    }
}
