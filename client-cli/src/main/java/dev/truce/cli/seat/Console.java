package dev.truce.cli.seat;

import dev.truce.cli.frame.Scene;
import dev.truce.cli.text.UsageFault;
import java.util.List;
import java.util.function.Supplier;

/** Where a session is read from and shown. All methods are called from the session's thread and do not block. */
public interface Console extends AutoCloseable {
    /** Rows of a screen of which nothing is known. */
    int USUAL_ROWS = 24;

    /** Shows lines; a line that is being typed stays as it is. */
    void show(List<String> lines);

    /** Shows an error. */
    void fault(UsageFault fault);

    /** Asks for a line; it arrives in the mailbox as {@link Happening.Line}, {@link Happening.Interrupt} or {@link Happening.End}. */
    void ask(String prompt, SessionQueue mailbox);

    /** Wants no further line: what is being typed is dropped, and what is shown from now on stands below it. */
    void stopAsking();

    /** Returns whether lines come from a person at a terminal. */
    boolean isInteractive();

    /** Rows of the screen, as far as they are known. */
    default int rows() {
        return USUAL_ROWS;
    }

    /** Shows a scene that stays, if this console has a screen on which something can; one that only appends does not ask for it. */
    default void stay(Supplier<Scene> scene) {}

    /** After how many milliseconds it wants the scene again, as a clock runs in it. */
    default long tickMillis() {
        return Long.MAX_VALUE;
    }

    /** Shows the board of the scene; returns whether there is one that stays. */
    default boolean board() {
        return false;
    }

    /** Takes an object instead of the lines that say the same, if it speaks to a program; returns whether it does. */
    default boolean data(Supplier<String> object) {
        return false;
    }

    /** Is told what the next lines are about: the name of an event, or an empty text for an answer. */
    default void about(String event) {}

    /** Is told whether the next line answers a question, which an empty line would cancel. */
    default void asksAQuestion(boolean open) {}

    /** Is told which commands the arrows to the left and to the right are on an empty line. */
    default void walkWith(String earlier, String later) {}

    /** Is told what may be typed next. */
    default void completeWith(Completer completer) {}

    @Override
    void close();
}
