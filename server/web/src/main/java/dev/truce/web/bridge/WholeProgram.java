package dev.truce.web.bridge;

import dev.truce.bots.Roster;
import dev.truce.web.desk.RecordDebrief;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.interop.Export;

/**
 * The program of a page that speaks to its server: all of {@link SoloProgram}, the bot that thinks ahead, bouts between bots, seats in
 * rooms, desks and boards of classes, debriefs. It is half as heavy again.
 */
public final class WholeProgram {
    private WholeProgram() {}

    /** Does nothing: the page calls what is exported. */
    public static void main(String[] arguments) {}

    /** Begins; the page calls it once. */
    @Export(name = "begin")
    public static void begin() {
        SoloOpeners solo = new SoloOpeners(new PageBots(Roster.all(), List.of()));
        Map<String, Opener> openers = new HashMap<>(solo.byWord());
        openers.put("record", rest -> solo.record(rest, new RecordDebrief()));
        openers.putAll(new RoomOpeners(Bridge.browser(), Bridge::random).byWord());
        openers.putAll(new ClassOpeners(Bridge.browser(), Bridge::random, System::currentTimeMillis, Bridge::phrases)
                .byWord());
        Bridge.begin(new PageProgram(solo.start(), openers, Map.of("bout", new BoutAnswers())));
    }
}
