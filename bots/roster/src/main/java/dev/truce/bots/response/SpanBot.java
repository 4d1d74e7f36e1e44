package dev.truce.bots.response;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays as another bot but for what spans say. */
final class SpanBot implements Negotiator {
    private final Side side;
    private final Bot bot;
    private final List<Span> spans;

    SpanBot(BotSeat seat, Bot bot, List<Span> spans) {
        this.side = seat.side();
        this.bot = bot;
        this.spans = spans;
    }

    @Override
    public Decision decide(Observation seen, Talks talks) {
        Decision decided = bot.decide(seen, talks);
        Terms offer = decided.offer();
        AcceptanceRule acceptance = decided.acceptance();
        List<Deed> dealings = new ArrayList<>(decided.dealings());
        Map<Instrument, Integer> levels = new TreeMap<>();
        for (Span span : spans) {
            if (!span.covers(seen.openRound())) {
                continue;
            }
            switch (span.kind()) {
                case ORDER -> order(seen, span, levels);
                case OFFER_NOTHING -> offer = null;
                case ACCEPT_NOTHING -> {
                    acceptance = AcceptanceRule.NEVER;
                    dealings.removeIf(Deed.Accept.class::isInstance);
                }
                case ACCEPT_EVERYTHING -> acceptance = offered -> true;
            }
        }
        return new Decision(
                orders(decided.orders(), levels),
                offer,
                offer == null ? null : decided.answers(),
                acceptance,
                dealings);
    }

    private void order(Observation seen, Span span, Map<Instrument, Integer> levels) {
        Instrument instrument = span.instrument();
        if (instrument != null
                && instrument.holder() == side
                && Span.isFree(instrument)
                && seen.isLegal(new Order(instrument, span.level()))) {
            levels.put(instrument, span.level());
        }
    }

    private static Orders orders(Orders decided, Map<Instrument, Integer> levels) {
        if (levels.isEmpty()) {
            return decided;
        }
        List<Order> orders = new ArrayList<>();
        levels.forEach((instrument, level) -> orders.add(new Order(instrument, level)));
        for (Order order : decided.list()) {
            if (!levels.containsKey(order.instrument())) {
                orders.add(order);
            }
        }
        return Orders.of(orders);
    }
}
