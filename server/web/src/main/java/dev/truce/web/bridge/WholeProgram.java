package dev.truce.web.bridge;

import dev.truce.web.desk.RecordDebrief;
import java.util.HashMap;
import java.util.Map;
import org.teavm.interop.Export;

/** The program of a page that speaks to its server: all of {@link SoloProgram}, seats in rooms, desks and boards of classes, debriefs. It is half as heavy again. */
public final class WholeProgram {
    private WholeProgram() {}

    /** Does nothing: the page calls what is exported. */
    public static void main(String[] arguments) {}

    /** Begins; the page calls it once. */
    @Export(name = "begin")
    public static void begin() {
        Map<String, Opener> openers = new HashMap<>(SoloOpeners.byWord());
        openers.put("record", rest -> SoloOpeners.record(rest, new RecordDebrief()));
        openers.putAll(new RoomOpeners(Bridge.browser(), Bridge::random).byWord());
        openers.putAll(new ClassOpeners(Bridge.browser(), Bridge::random, System::currentTimeMillis, Bridge::phrases)
                .byWord());
        Bridge.begin(new PageProgram(SoloOpeners.start(), openers));
    }
}
