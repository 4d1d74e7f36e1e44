package dev.truce.cli.session;

import dev.truce.cli.seat.Completer;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.UsageFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types prepared lines and keeps all that is shown, the typed lines too. */
final class ScriptedConsole implements Console {
    private static final Pattern ASKED = Pattern.compile("Type {2}(\\S.*?) {2}to go on; anything else cancels\\.$");
    /** A line that is the key of an interrupt. */
    static final String CTRL_C = "^C";

    private final Deque<String> lines;
    private final List<String> transcript = new ArrayList<>();
    private final List<UsageFault> faults = new ArrayList<>();
    private final Map<String, Runnable> before = new HashMap<>();
    private boolean confirming;
    private boolean person;
    private Completer completer = (before, typed) -> List.of();

    ScriptedConsole(String... lines) {
        this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public void show(List<String> shown) {
        transcript.addAll(shown);
    }

    @Override
    public void fault(UsageFault fault) {
        faults.add(fault);
        transcript.addAll(fault.lines());
    }

    /** Lets something happen just before a line is typed. */
    ScriptedConsole before(String line, Runnable happens) {
        before.put(line, happens);
        return this;
    }

    /** Types what is asked for as a confirmation, before the next prepared line. */
    ScriptedConsole confirming() {
        confirming = true;
        return this;
    }

    private @Nullable String asked() {
        String last = String.join(" ", transcript.subList(Math.max(0, transcript.size() - 2), transcript.size()));
        Matcher asked = ASKED.matcher(last);
        return confirming && asked.find() ? asked.group(1) : null;
    }

    @Override
    public void ask(String prompt, SessionQueue mailbox) {
        String confirmation = asked();
        String line = confirmation == null ? lines.poll() : confirmation;
        Runnable happens = line == null ? null : before.remove(line);
        if (happens != null) {
            happens.run();
        }
        if (line == null) {
            mailbox.post(new Happening.End());
            return;
        }
        transcript.add((prompt + line).stripTrailing());
        if (line.equals(CTRL_C)) {
            mailbox.post(new Happening.Interrupt(true));
            return;
        }
        mailbox.post(new Happening.Line(line));
    }

    @Override
    public void completeWith(Completer newest) {
        completer = newest;
    }

    /** Returns what Tab offers. */
    List<String> candidates(List<String> before, String typed) {
        return completer.candidates(before, typed);
    }

    /** Lets a person type the lines, who may do so before the match begins. */
    ScriptedConsole ofAPerson() {
        person = true;
        return this;
    }

    @Override
    public boolean isInteractive() {
        return person;
    }

    @Override
    public void stopAsking() {
        lines.clear();
    }

    @Override
    public void close() {}

    List<String> transcript() {
        return transcript;
    }

    List<UsageFault> faults() {
        return faults;
    }

    String text() {
        return String.join("\n", transcript);
    }
}
