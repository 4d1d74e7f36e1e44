package dev.truce.web.screen;

import dev.truce.story.words.Phrases;
import dev.truce.web.seat.PageSeat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of buttons and heads at a seat. */
final class SeatLabels {
    /** By what name the page's script knows a text, and its key. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("what_if", "web.what-if"),
            Map.entry("undo", "web.undo"),
            Map.entry("accept", "web.sign"),
            Map.entry("back", "web.back"),
            Map.entry("refuse", "web.refuse"),
            Map.entry("withdraw", "web.withdraw"),
            Map.entry("deal", "web.deal"),
            Map.entry("notation", "web.notation"),
            Map.entry("leave_guide", "guide.leave"),
            Map.entry("own", "deal.own"),
            Map.entry("details", "web.details"),
            Map.entry("no_offer", "web.no-offer"),
            Map.entry("orders", "web.orders"),
            Map.entry("no_orders", "web.orders.none"),
            Map.entry("type", "web.type"),
            Map.entry("type_fold", "web.type.fold"),
            Map.entry("do", "web.do"),
            Map.entry("table", "web.table"),
            Map.entry("again", "web.again"),
            Map.entry("record", "web.record"),
            Map.entry("tab_table", "web.tab.table"),
            Map.entry("tab_we", "web.tab.we"),
            Map.entry("tab_they", "web.tab.they"),
            Map.entry("tab_talk", "web.talk"),
            Map.entry("tab_why", "web.tab.why"),
            Map.entry("say", "web.say"),
            Map.entry("say_to", "web.say.to"),
            Map.entry("say_text", "web.say.text"),
            Map.entry("ask", "web.ask"),
            Map.entry("ask_text", "web.ask.text"),
            Map.entry("earlier", "web.notices.earlier"),
            Map.entry("walk", "web.record.walk"),
            Map.entry("close", "web.close"),
            Map.entry("end", "web.end"),
            Map.entry("end_all", "web.end.all"));

    private SeatLabels() {}

    /**
     * Returns the words by name.
     *
     * @param seal what the button says that sends the chosen orders
     */
    static Map<String, Object> of(Phrases phrases, PageSeat seat, String seal) {
        Map<String, Object> labels = new LinkedHashMap<>();
        WORDS.forEach(word -> labels.put(word.getKey(), phrases.of(word.getValue())));
        labels.putAll(Map.of("seal", seal, "ready", ready(phrases, seat)));
        return labels;
    }

    /** Returns what the button says that ends the round for the seat. */
    static String ready(Phrases phrases, PageSeat seat) {
        return seat.closesAlone() ? phrases.of("web.ready", seat.board().openRound()) : phrases.of("web.room.ready");
    }
}
