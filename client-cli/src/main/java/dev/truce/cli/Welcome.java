package dev.truce.cli;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the program says when it is started without a command and has nothing to go back to: the few commands to begin with. */
final class Welcome {
    private static final int COMMAND = 20;
    private static final Map<String, String> COMMANDS = commands();

    private Welcome() {}

    private static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("truce tutorial", "welcome.tutorial");
        commands.put("truce play", "welcome.play");
        commands.put("truce demo", "welcome.demo");
        commands.put("truce join CODE", "welcome.join");
        commands.put("truce serve --room", "welcome.serve");
        commands.put("truce help", "welcome.help");
        commands.put("truce help play", "welcome.help.one");
        return commands;
    }

    static List<String> lines() {
        List<String> lines = new ArrayList<>(TextWidth.wrap("", Texts.of("welcome")));
        lines.add("");
        COMMANDS.forEach((command, key) -> lines.add("  " + TextWidth.pad(command, COMMAND) + Texts.of(key)));
        return lines;
    }
}
