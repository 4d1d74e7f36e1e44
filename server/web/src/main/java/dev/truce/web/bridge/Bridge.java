package dev.truce.web.bridge;

import dev.truce.story.words.Phrases;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.Link.LinkListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.interop.Export;
import org.teavm.interop.Import;

/**
 * What the page's script calls, and what it is called by. Texts pass one UTF-16 unit at a time, because numbers are all that crosses
 * without script being evaluated, which the page's policy forbids.
 */
public final class Bridge {
    private static final StringBuilder HEARD = new StringBuilder();
    private static @Nullable PageProgram program;
    private static byte[] message = new byte[0];
    private static int messageLength;

    private Bridge() {}

    /** Answers for a program from now on. */
    static void begin(PageProgram begun) {
        program = begun;
    }

    private static PageProgram program() {
        if (program == null) {
            throw new IllegalArgumentException("the program has not begun");
        }
        return program;
    }

    /** The texts of the language that the page speaks now. */
    static Phrases phrases() {
        return program().phrases();
    }

    /** What opens a connection to the server that the page came from. */
    static Link browser() {
        return new Browser();
    }

    /** Hears one more unit of a request. */
    @Export(name = "hear")
    public static void hear(int unit) {
        HEARD.append((char) unit);
    }

    /**
     * Answers the request that was heard, unit by unit, through {@link #say}.
     *
     * @return 1, or 0 if what was said is the message of a fault of the program
     */
    @Export(name = "answer")
    public static int answer() {
        String request = HEARD.toString();
        HEARD.setLength(0);
        return guarded(() -> program().answer(request));
    }

    /** Says that so many bytes of a message of the server follow. */
    @Export(name = "message")
    public static void message(int length) {
        message = new byte[length];
        messageLength = 0;
    }

    /** Takes one more byte of a message. */
    @Export(name = "take")
    public static void take(int value) {
        message[messageLength++] = (byte) value;
    }

    /** Hears the message that was taken; answers as {@link #answer} does. */
    @Export(name = "heard")
    public static int heard() {
        byte[] whole = message;
        message = new byte[0];
        return guarded(() -> {
            program().link(line -> line.heard(whole));
            return "";
        });
    }

    /** Hears that the page has connected to the server, with 1, or that the connection is gone, with 0. */
    @Export(name = "linked")
    public static int linked(int open) {
        return guarded(() -> {
            if (open == 1) {
                program().link(LinkListener::opened);
            } else {
                program().link(LinkListener::dropped);
            }
            return "";
        });
    }

    /** Hears that the time of a timer has come. */
    @Export(name = "woken")
    public static int woken(int timer) {
        return guarded(() -> {
            program().link(line -> line.woken(timer));
            return "";
        });
    }

    private static int guarded(Supplier<String> does) {
        String answer;
        int good = 1;
        try {
            answer = does.get();
        } catch (RuntimeException fault) {
            answer = String.valueOf(fault.getMessage());
            good = 0;
        }
        for (int i = 0; i < answer.length(); i++) {
            say(answer.charAt(i));
        }
        return good;
    }

    /** What the page's script does for a room. */
    private static final class Browser implements Link {
        @Override
        public void open() {
            dial();
        }

        @Override
        public void send(byte[] bytes) {
            for (byte value : bytes) {
                put(value & 0xFF);
            }
            Bridge.send();
        }

        @Override
        public void drop() {
            hangUp();
        }

        @Override
        public void wake(int timer, int millis) {
            Bridge.wake(timer, millis);
        }

        @Override
        public long now() {
            return (long) clock();
        }
    }

    @Import(module = "truce", name = "say")
    private static native void say(int unit);

    @Import(module = "truce", name = "dial")
    private static native void dial();

    @Import(module = "truce", name = "put")
    private static native void put(int value);

    @Import(module = "truce", name = "send")
    private static native void send();

    @Import(module = "truce", name = "hangUp")
    private static native void hangUp();

    @Import(module = "truce", name = "wake")
    private static native void wake(int timer, int millis);

    @Import(module = "truce", name = "clock")
    private static native double clock();

    @Import(module = "truce", name = "random")
    static native int random();
}
