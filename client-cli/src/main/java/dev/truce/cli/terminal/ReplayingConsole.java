package dev.truce.cli.terminal;

import dev.truce.cli.frame.Scene;
import dev.truce.cli.seat.Completer;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.UsageFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** A console that first types what was typed before, without showing anything. */
public final class ReplayingConsole implements Console {
    private final Console console;
    private final Deque<String> before;

    /**
     * @param console where lines come from in the end
     * @param before lines that are typed first
     */
    public ReplayingConsole(Console console, List<String> before) {
        this.console = console;
        this.before = new ArrayDeque<>(before);
    }

    @Override
    public void show(List<String> lines) {
        if (before.isEmpty()) {
            console.show(lines);
        }
    }

    @Override
    public void fault(UsageFault fault) {
        if (before.isEmpty()) {
            console.fault(fault);
        }
    }

    @Override
    public void ask(String prompt, SessionQueue mailbox) {
        String again = before.poll();
        if (again != null) {
            mailbox.post(new Happening.Line(again));
            return;
        }
        console.ask(prompt, mailbox);
    }

    @Override
    public void stopAsking() {
        console.stopAsking();
    }

    @Override
    public boolean isInteractive() {
        return before.isEmpty() && console.isInteractive();
    }

    @Override
    public void asksAQuestion(boolean open) {
        console.asksAQuestion(open);
    }

    @Override
    public int rows() {
        return console.rows();
    }

    @Override
    public void stay(Supplier<Scene> scene) {
        if (before.isEmpty()) {
            console.stay(scene);
        }
    }

    @Override
    public long tickMillis() {
        return console.tickMillis();
    }

    @Override
    public boolean board() {
        return before.isEmpty() && console.board();
    }

    @Override
    public void walkWith(String earlier, String later) {
        console.walkWith(earlier, later);
    }

    @Override
    public void completeWith(Completer completer) {
        console.completeWith(completer);
    }

    @Override
    public void close() {
        console.close();
    }
}
