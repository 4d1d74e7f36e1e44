package dev.truce.web.bridge;

import org.teavm.interop.Export;
import org.teavm.interop.Import;

/**
 * What the page's script calls, and what it is called by. Texts pass one UTF-16 unit at a time, because numbers are all that crosses
 * without script being evaluated, which the page's policy forbids.
 */
public final class Bridge {
    private static final StringBuilder HEARD = new StringBuilder();
    private static final PageProgram PROGRAM = new PageProgram();

    private Bridge() {}

    /** Does nothing: the page calls {@link #hear} and {@link #answer}. */
    public static void main(String[] arguments) {}

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
        String answer;
        int good = 1;
        try {
            answer = PROGRAM.answer(request);
        } catch (RuntimeException fault) {
            answer = fault.toString();
            good = 0;
        }
        for (int i = 0; i < answer.length(); i++) {
            say(answer.charAt(i));
        }
        return good;
    }

    @Import(module = "truce", name = "say")
    private static native void say(int unit);
}
