package dev.truce.web.desk;

import dev.truce.story.words.Phrases;
import dev.truce.web.screen.PageView;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for what opens a desk, and says how a class is opened. */
public final class DeskDoor implements PageView {
    private final String code;

    /**
     * A door.
     *
     * @param code the code of the class, or empty
     */
    public DeskDoor(String code) {
        this.code = code;
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        Map<String, Object> screen = new LinkedHashMap<>();
        screen.put("kind", "door");
        screen.put("value", code);
        screen.put("title", phrases.of("web.desk.title"));
        screen.put("code", phrases.of("web.desk.code"));
        screen.put("secret", phrases.of("web.desk.secret"));
        screen.put("open", phrases.of("web.desk.open"));
        screen.put("how", phrases.of("web.desk.how"));
        screen.put("home", phrases.of("web.record.home"));
        return screen;
    }
}
