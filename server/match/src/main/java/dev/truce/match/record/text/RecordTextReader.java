package dev.truce.match.record.text;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.Done;
import dev.truce.match.notation.NotationFault;
import dev.truce.match.notation.OrderReader;
import dev.truce.match.notation.OrderText;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.Annotations;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.DeedLine;
import dev.truce.match.record.Hex;
import dev.truce.match.record.HostLine;
import dev.truce.match.record.HostedRound;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.RoundText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the text form of a record. Strict: what {@link RecordText} would not write is refused with its place. */
final class RecordTextReader {
    private final Function<RulesStamp, Optional<Scenario>> shelf;
    private final List<String> lines;

    RecordTextReader(Function<RulesStamp, Optional<Scenario>> shelf, List<String> lines) {
        this.shelf = shelf;
        this.lines = lines;
    }

    RecordReading.Read read() {
        RecordHead head = new RecordHead();
        int at = 0;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            header(head, lines.get(at), at + 1);
            at++;
        }
        if (at == lines.size()) {
            throw RecordSyntax.truncated(at);
        }
        head.requireVersion();
        Scenario scenario = head.scenario(shelf);
        List<RecordedRound> rounds = new ArrayList<>();
        at++;
        while (at < lines.size() && !lines.get(at).startsWith("hash")) {
            RecordedRound round = round(new LineCursor(lines.get(at), at + 1), rounds.size() + 1, scenario);
            List<Done> deeds = new ArrayList<>();
            List<Card> cards = new ArrayList<>();
            HostedRound hosting = HostedRound.NONE;
            List<AbsentMinister> absent = new ArrayList<>();
            for (at++; at < lines.size() && lines.get(at).startsWith(RoundText.MARK); at++) {
                LineCursor cursor = new LineCursor(lines.get(at), at + 1);
                String line = lines.get(at).substring(RoundText.MARK.length());
                boolean first = deeds.isEmpty() && cards.isEmpty();
                Optional<HostedRound> hosted =
                        first && absent.isEmpty() ? HostLine.read(line, hosting) : Optional.empty();
                Optional<AbsentMinister> minister = first ? HostLine.readAbsent(line) : Optional.empty();
                if (hosted.isPresent()) {
                    hosting = hosted.get();
                } else if (minister.isPresent()) {
                    absent.add(minister.get());
                } else if (line.startsWith(DeedLine.CARD) && deeds.isEmpty()) {
                    cards.add(card(cursor, cards));
                } else {
                    deeds.add(deed(cursor, round.round(), scenario));
                }
            }
            ClosedRound closed =
                    round.closed().with(deeds).playing(cards).hosted(hosting).without(absent);
            rounds.add(new RecordedRound(closed, round.link(), round.annotations()));
        }
        if (at == lines.size()) {
            throw RecordSyntax.truncated(at);
        }
        String hash = trailer(new LineCursor(lines.get(at), at + 1));
        at++;
        RecordSignature signature = null;
        if (at < lines.size() && lines.get(at).startsWith(RecordText.SIGNED)) {
            signature = signature(new LineCursor(lines.get(at), at + 1));
            at++;
        }
        if (at != lines.size()) {
            throw new LineCursor(lines.get(at), at + 1).wrong("after-hash");
        }
        return new RecordReading.Read(head.with(scenario, rounds, hash).signedBy(signature), scenario);
    }

    private static RecordSignature signature(LineCursor cursor) {
        cursor.expect(RecordText.SIGNED);
        int place = cursor.at();
        String key = cursor.until(" ");
        cursor.expect(" ");
        String value = cursor.rest();
        if (!Hex.is(key, Hex.WHOLE) || !Hex.is(value, RecordSignature.DIGITS)) {
            throw cursor.wrongAt(place, "signature", Hex.WHOLE, RecordSignature.DIGITS);
        }
        return new RecordSignature(key, value);
    }

    private static void header(RecordHead head, String text, int line) {
        LineCursor cursor = new LineCursor(text, line);
        cursor.expect("[");
        int place = cursor.at();
        String word = cursor.until(" ");
        Header header = Header.of(word).orElseThrow(() -> cursor.wrongAt(place, "header-name"));
        cursor.expect(" ");
        String value = cursor.quoted();
        cursor.expect("]");
        cursor.expectEnd();
        head.put(header, value, line);
    }

    private static RecordedRound round(LineCursor cursor, int round, Scenario scenario) {
        if (round > Limits.MAX_ROUNDS) {
            throw cursor.wrong("too-many-rounds", Limits.MAX_ROUNDS);
        }
        cursor.expect(round + ". ");
        Half us = half(cursor, Side.US, scenario, round);
        cursor.expect("| ");
        Half cn = half(cursor, Side.CN, scenario, round);
        cursor.expect("#");
        int place = cursor.at();
        String link = cursor.rest();
        if (!Hex.is(link, Hex.SHOWN)) {
            throw cursor.wrongAt(place, "link", round);
        }
        return new RecordedRound(
                new ClosedRound(round, new JointOrders(us.orders, cn.orders), us.ordersOrigin, cn.ordersOrigin),
                link,
                new Annotations(us.annotations, cn.annotations));
    }

    private static Done deed(LineCursor cursor, int round, Scenario scenario) {
        cursor.expect(RoundText.MARK);
        int place = cursor.at();
        return taken(cursor, place, DeedLine.read(cursor.rest(), round, scenario));
    }

    private static Card card(LineCursor cursor, List<Card> before) {
        cursor.expect(RoundText.MARK);
        int place = cursor.at();
        return taken(cursor, place, DeedLine.readCard(cursor.rest(), before));
    }

    private static <T> T taken(LineCursor cursor, int place, Reply<T> reply) {
        return reply.orThrow(refusal -> cursor.refusedAt(place, refusal));
    }

    private record Half(Orders orders, OrdersOrigin ordersOrigin, List<String> annotations) {}

    private static Half half(LineCursor cursor, Side side, Scenario scenario, int round) {
        cursor.expect(side + " ");
        int place = cursor.at();
        String text = cursor.until("{(|#");
        if (!text.endsWith(" ")) {
            throw cursor.wrong("blank", round);
        }
        text = text.substring(0, text.length() - 1);
        List<String> annotations = new ArrayList<>();
        while (cursor.isAt('{') || cursor.isAt('(')) {
            annotations.add(cursor.aside());
            cursor.expect(" ");
        }
        OrdersOrigin ordersOrigin = OrdersOrigin.ofSuffix(text);
        if (ordersOrigin != OrdersOrigin.SEALED) {
            text = text.substring(0, text.length() - ordersOrigin.word().length() - 1);
        }
        Orders orders = orders(cursor, place, text, side, scenario);
        if (!ordersOrigin.mayOrder() && !orders.isHold()) {
            throw cursor.wrongAt(place, "holds", round, ordersOrigin.word());
        }
        return new Half(orders, ordersOrigin, annotations);
    }

    private static Orders orders(LineCursor cursor, int place, String text, Side side, Scenario scenario) {
        Orders orders = OrderReader.read(text, side, scenario)
                .orThrow(refusal -> cursor.refusedAt(place + firstWrong(text, side, scenario), refusal));
        String canonical = OrderText.of(orders, scenario);
        if (!canonical.equals(text)) {
            // People may write orders in many ways; a record in one, so that no byte of it can change unnoticed.
            throw cursor.wrongAt(place, "canonical", canonical);
        }
        return orders;
    }

    /** Returns where the first wrong word of orders stands; 0 if each of them is right and they conflict. */
    private static int firstWrong(String text, Side side, Scenario scenario) {
        int at = 0;
        for (String part : text.split(OrderText.BETWEEN, -1)) {
            if (OrderReader.read(part, side, scenario) instanceof Reply.Refused<Orders> wrong) {
                boolean level = wrong.refusal().code() == NotationFault.LEVEL_NOT_ON_LADDER;
                return at + Math.max(0, part.indexOf(wrong.refusal().field(), level ? part.indexOf('=') + 1 : 0));
            }
            at += part.length() + OrderText.BETWEEN.length();
        }
        return 0;
    }

    private static String trailer(LineCursor cursor) {
        cursor.expect(RecordText.TRAILER);
        int place = cursor.at();
        String hash = cursor.rest();
        if (!Hex.is(hash, Hex.WHOLE)) {
            throw cursor.wrongAt(place, "hash");
        }
        return hash;
    }
}
