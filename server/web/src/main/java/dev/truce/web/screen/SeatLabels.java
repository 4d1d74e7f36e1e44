package dev.truce.web.screen;

import dev.truce.story.words.Phrases;
import dev.truce.web.seat.PageSeat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of buttons and heads at a seat. */
final class SeatLabels {
    private SeatLabels() {}

    /**
     * Returns the words by name.
     *
     * @param seal what the button says that sends the chosen orders
     */
    static Map<String, Object> of(Phrases phrases, PageSeat seat, String seal) {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("levers", phrases.of("web.levers"));
        labels.put("what_if", phrases.of("web.what-if"));
        labels.put("offers", phrases.of("web.offers"));
        labels.put("seal", seal);
        labels.put("undo", phrases.of("web.undo"));
        labels.put("ready", phrases.of(seat.closesAlone() ? "web.ready" : "web.room.ready"));
        labels.put("accept", phrases.of("web.accept"));
        labels.put("offer", phrases.of("web.offer"));
        labels.put("no_offer", phrases.of("web.no-offer"));
        labels.put("type", phrases.of("web.type"));
        labels.put("do", phrases.of("web.do"));
        labels.put("unchanged", phrases.of("web.unchanged"));
        labels.put("covert", phrases.of("web.covert"));
        labels.put("table", phrases.of("web.table"));
        labels.put("again", phrases.of("web.again"));
        labels.put("record", phrases.of("web.record"));
        labels.put("talk", phrases.of("web.talk"));
        labels.put("say", phrases.of("web.say"));
        labels.put("say_to", phrases.of("web.say.to"));
        labels.put("say_text", phrases.of("web.say.text"));
        labels.put("ask", phrases.of("web.ask"));
        labels.put("ask_text", phrases.of("web.ask.text"));
        labels.put("earlier", phrases.of("web.notices.earlier"));
        labels.put("walk", phrases.of("web.record.walk"));
        labels.put("end", phrases.of("web.end"));
        labels.put("why", phrases.of("web.reasons"));
        labels.put("you", phrases.of("web.you"));
        labels.put("them", phrases.of("web.them"));
        return labels;
    }
}
