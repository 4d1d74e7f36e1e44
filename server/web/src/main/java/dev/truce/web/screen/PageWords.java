package dev.truce.web.screen;

import dev.truce.engine.Limits;
import dev.truce.story.words.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page says and knows whatever it shows: its keys, what can be done when the program has stopped, and the length of a match. */
public final class PageWords {
    /** By what name the page's script knows a text, and its key. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("keys", "web.keys"),
            Map.entry("key_switch", "web.keys.switch"),
            Map.entry("close", "web.close"),
            Map.entry("fault", "web.fault"),
            Map.entry("fault_text", "web.fault.text"),
            Map.entry("go_on", "web.fault.go-on"),
            Map.entry("so_far", "web.fault.record"),
            Map.entry("unkept", "web.kept.none"),
            Map.entry("elsewhere", "web.kept.elsewhere"),
            Map.entry("moved", "web.kept.moved"),
            Map.entry("lost", "web.kept.lost"),
            Map.entry("fetching", "web.program.fetching"),
            Map.entry("unfetched", "web.program.unfetched"),
            Map.entry("reseated", "web.room.reseated"),
            Map.entry("home", "web.record.home"));

    private static final List<String> KEYS = List.of(
            "web.keys.tab",
            "web.keys.arrows",
            "web.keys.enter",
            "web.keys.letters",
            "web.keys.deal",
            "web.keys.pages",
            "web.keys.help");

    private PageWords() {}

    /** Returns the words. */
    public static Map<String, Object> of(Phrases phrases) {
        Map<String, Object> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word.getKey(), phrases.of(word.getValue())));
        words.putAll(Map.of(
                "key_list", KEYS.stream().map(key -> phrases.of(key)).toList(), "max_rounds", Limits.MAX_ROUNDS));
        return words;
    }
}
