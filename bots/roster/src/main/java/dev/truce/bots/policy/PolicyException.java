package dev.truce.bots.policy;

import dev.truce.engine.orders.Refusal;
import java.util.ArrayList;
import java.util.List;

/** A text is no policy. */
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String sentence;
    private final transient List<Object> named;

    /**
     * @param line counted from 1
     * @param sentence end of the key of the sentence that says what stands there and what would be right
     * @param named what the sentence names after the file and the line
     */
    public PolicyException(int line, String sentence, Object... named) {
        super("line " + line + ": " + sentence + " " + List.of(named));
        this.line = line;
        this.sentence = sentence;
        this.named = List.of(named);
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Returns the refusal of a file with this text. */
    public Refusal in(String file, Refusal.Code code) {
        List<Object> all = new ArrayList<>(List.of(file, line));
        all.addAll(named);
        return Refusal.of(code, "").because("refused.policy." + sentence, all.toArray());
    }
}
