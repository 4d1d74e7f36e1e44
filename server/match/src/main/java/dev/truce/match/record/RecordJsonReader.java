package dev.truce.match.record;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.match.negotiation.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the machine form of a record. Keys stand in the order in which {@link RecordJson} writes them; none may be missing or added. */
final class RecordJsonReader {
    private final Function<String, Optional<Scenario>> shelf;
    private final List<String> lines;

    RecordJsonReader(Function<String, Optional<Scenario>> shelf, List<String> lines) {
        this.shelf = shelf;
        this.lines = lines;
    }

    RecordReading.Read read() {
        RecordHead head = new RecordHead();
        try (JsonLine line = new JsonLine(lines.get(0), 1)) {
            head(head, line);
        }
        Scenario scenario = head.scenario(shelf);
        List<RecordedRound> rounds = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            try (JsonLine line = new JsonLine(lines.get(i), i + 1)) {
                if (line.isAtKey("hash")) {
                    if (i != lines.size() - 1) {
                        throw line.wrong("nothing may follow the hash");
                    }
                    return new RecordReading.Read(head.with(scenario, rounds, hash(line)), scenario);
                }
                int last = rounds.size() - 1;
                if (line.isAtKey(RecordJson.ACT) && !rounds.isEmpty()) {
                    rounds.set(last, with(rounds.get(last), act(line, scenario)));
                } else if (line.isAtKey(RecordJson.CARD)
                        && !rounds.isEmpty()
                        && rounds.get(last).closed().acts().isEmpty()) {
                    rounds.set(last, playing(rounds.get(last), line));
                } else {
                    rounds.add(round(line, rounds.size() + 1, scenario));
                }
            }
        }
        throw RecordSyntax.truncated(lines.size());
    }

    private static void head(RecordHead head, JsonLine line) {
        line.key("truce_record");
        String version = line.number();
        if (!version.equals(Integer.toString(RecordJson.VERSION))) {
            throw line.wrong("version " + version + " of this form is unknown; here it is " + RecordJson.VERSION);
        }
        for (Header header : Header.values()) {
            if (!header.isOptional() || line.isAtKey(header.key())) {
                line.key(header.key());
                head.put(header, value(header, line), 1);
            }
        }
        line.end();
    }

    /** Returns a header's value as the text form writes it. */
    private static String value(Header header, JsonLine line) {
        return switch (header) {
            case EVENT,
                    DATE,
                    US,
                    CHINA,
                    SEED,
                    SEED_BY,
                    MATCH,
                    SEED_SALT,
                    SEED_HASH,
                    RULESET,
                    DATA,
                    SCENARIO,
                    SCENARIO_HASH,
                    DELEGATIONS,
                    START -> line.string();
            case ROUNDS -> line.number();
            case HORIZON -> horizon(line);
            case SUMMITS -> summits(line);
            case CONDITIONS -> conditions(line);
            case RESULT -> result(line);
            case ENDING -> line.isNull() ? RecordWords.OPEN : ending(line);
        };
    }

    private static String horizon(JsonLine line) {
        String text;
        line.beginObject();
        if (line.isAtKey("fixed")) {
            text = "fixed " + line.key("fixed").number();
        } else {
            line.key("hidden").beginObject();
            text = "hidden " + line.key("at_least").number() + " "
                    + line.key("go_on").number() + " "
                    + line.key("at_most").number();
            line.endObject();
        }
        line.endObject();
        return text;
    }

    private static String summits(JsonLine line) {
        StringBuilder text = new StringBuilder();
        line.beginArray();
        while (line.hasMore()) {
            text.append(text.isEmpty() ? "" : " ").append(line.number());
        }
        return text.toString();
    }

    private static String conditions(JsonLine line) {
        line.beginObject();
        boolean noise = line.key("noise").bool();
        boolean perpetualTruce = line.key("perpetual_truce").bool();
        boolean openChapter = line.key("open_chapter").bool();
        line.endObject();
        return SetupText.conditions(new Conditions(noise, perpetualTruce, openChapter));
    }

    private static String result(JsonLine line) {
        if (line.isNull()) {
            return RecordWords.OPEN;
        }
        line.beginObject();
        String text = "US " + line.key("us").number() + " CN " + line.key("cn").number();
        line.endObject();
        return text;
    }

    private static String ending(JsonLine line) {
        String text = line.string();
        if (text.equals(RecordWords.OPEN)) {
            throw line.wrong("a match that goes on has the ending null");
        }
        return text;
    }

    private static RecordedRound round(JsonLine line, int round, Scenario scenario) {
        if (round > MatchRecord.MOST_ROUNDS) {
            throw line.wrong("a match has at most " + MatchRecord.MOST_ROUNDS + " rounds");
        }
        line.key("round");
        if (!line.number().equals(Integer.toString(round))) {
            throw line.wrong("expected round " + round);
        }
        Half us = half(line, Side.US, scenario, round);
        Half cn = half(line, Side.CN, scenario, round);
        String link = line.key("chain").string();
        if (!Hex.is(link, Hex.SHOWN)) {
            throw line.wrong("round " + round + ": expected the 16 hex digits of its hash");
        }
        line.end();
        try {
            return new RecordedRound(
                    new ClosedRound(round, new JointOrders(us.orders, cn.orders), us.ordersOrigin, cn.ordersOrigin),
                    link,
                    new Annotations(us.annotations, cn.annotations));
        } catch (IllegalArgumentException wrong) {
            throw line.wrong("round " + round + ": " + wrong.getMessage());
        }
    }

    private static Act act(JsonLine line, Scenario scenario) {
        String text = line.key(RecordJson.ACT).string();
        line.end();
        try {
            return ActText.read(text, scenario);
        } catch (IllegalArgumentException wrong) {
            throw line.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static RecordedRound with(RecordedRound round, Act act) {
        List<Act> acts = new ArrayList<>(round.closed().acts());
        acts.add(act);
        return new RecordedRound(round.closed().with(acts), round.link(), round.annotations());
    }

    private static RecordedRound playing(RecordedRound round, JsonLine line) {
        String text = line.key(RecordJson.CARD).string();
        line.end();
        List<Card> cards = new ArrayList<>(round.closed().cards());
        try {
            cards.add(CardText.read(CardText.CARD + text, cards));
        } catch (IllegalArgumentException wrong) {
            throw line.wrong(String.valueOf(wrong.getMessage()));
        }
        return new RecordedRound(round.closed().playing(cards), round.link(), round.annotations());
    }

    private record Half(Orders orders, OrdersOrigin ordersOrigin, List<String> annotations) {}

    private static Half half(JsonLine line, Side side, Scenario scenario, int round) {
        line.key(RecordJson.key(side)).beginObject();
        OrdersOrigin ordersOrigin = ordersOrigin(line.key("manner"), round);
        List<Order> orders = new ArrayList<>();
        line.key("orders").beginArray();
        while (line.hasMore()) {
            orders.add(order(line, side, scenario, round, orders));
        }
        if (ordersOrigin != OrdersOrigin.SEALED && !orders.isEmpty()) {
            throw line.wrong("round " + round + ": a seat that is " + ordersOrigin.word() + " holds");
        }
        List<String> annotations = new ArrayList<>();
        line.key("asides").beginArray();
        while (line.hasMore()) {
            annotations.add(line.string());
        }
        line.endObject();
        return new Half(Orders.of(orders), ordersOrigin, annotations);
    }

    private static OrdersOrigin ordersOrigin(JsonLine line, int round) {
        String word = line.string();
        for (OrdersOrigin ordersOrigin : OrdersOrigin.values()) {
            if (ordersOrigin.word().equals(word)) {
                return ordersOrigin;
            }
        }
        throw line.wrong("round " + round + ": expected sealed, ready or absent");
    }

    private static Order order(JsonLine line, Side side, Scenario scenario, int round, List<Order> before) {
        line.beginObject();
        String id = line.key("instrument").string();
        String token = line.key("level").string();
        line.endObject();
        int least = before.isEmpty()
                ? -1
                : before.get(before.size() - 1).instrument().ordinal();
        for (Instrument instrument : Instrument.of(side)) {
            if (!instrument.id().equals(id) || instrument.ordinal() <= least) {
                continue;
            }
            int level = scenario.spec(instrument).levelOf(token);
            if (level < 0 || !scenario.spec(instrument).rung(level).token().equals(token)) {
                throw line.wrong("round " + round + ": LEVEL_NOT_ON_LADDER: " + id + " has no level '" + token + "'");
            }
            return new Order(instrument, level);
        }
        throw line.wrong("round " + round + ": '" + id + "' is no instrument of " + side + ", or stands too late");
    }

    private static String hash(JsonLine line) {
        String text = line.key("hash").string();
        if (!text.startsWith(RecordJson.HASH) || !Hex.is(text.substring(RecordJson.HASH.length()), Hex.WHOLE)) {
            throw line.wrong("expected " + RecordJson.HASH + " with 64 hex digits");
        }
        line.end();
        return text.substring(RecordJson.HASH.length());
    }
}
