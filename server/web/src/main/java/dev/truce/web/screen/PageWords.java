package dev.truce.web.screen;

import dev.truce.story.words.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page says whatever it shows: its keys, and what can be done when the program has stopped and cannot be asked. */
public final class PageWords {
    private PageWords() {}

    /** Returns the words. */
    public static Map<String, Object> of(Phrases phrases) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("keys", phrases.of("web.keys"));
        words.put(
                "key_list",
                List.of(
                        phrases.of("web.keys.tab"),
                        phrases.of("web.keys.arrows"),
                        phrases.of("web.keys.enter"),
                        phrases.of("web.keys.pages"),
                        phrases.of("web.keys.help")));
        words.put("key_switch", phrases.of("web.keys.switch"));
        words.put("close", phrases.of("web.close"));
        words.put("fault", phrases.of("web.fault"));
        words.put("fault_text", phrases.of("web.fault.text"));
        words.put("go_on", phrases.of("web.fault.go-on"));
        words.put("so_far", phrases.of("web.fault.record"));
        words.put("unkept", phrases.of("web.kept.none"));
        words.put("elsewhere", phrases.of("web.kept.elsewhere"));
        words.put("moved", phrases.of("web.kept.moved"));
        words.put("lost", phrases.of("web.kept.lost"));
        words.put("home", phrases.of("web.record.home"));
        return words;
    }
}
