package dev.truce.bot.line.model;

import dev.truce.engine.orders.Refusal;
import java.util.List;

/** A file names no model that can play. */
public final class ModelFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** ModelRefusal a model cannot play; the first two are about the file, the others about where it is played. */
    public enum ModelRefusal implements Refusal.Code {
        /** The file cannot be read. */
        FILE_UNREADABLE,
        /** The file has a key or a value that is not known. */
        MODEL_FILE,
        /** The environment variable of the key is empty, or holds what no header can carry. */
        KEY_MISSING,
        /** The run needs more calls than the file allows. */
        BUDGET_TOO_SMALL
    }

    /**
     * @param why its code
     * @param sentence end of the key of the sentence that says what stands there and what would be right
     * @param named what the sentence names
     */
    ModelFileException(ModelRefusal why, String sentence, Object... named) {
        super(why + ": " + sentence + " " + List.of(named));
        this.refusal = Refusal.of(why, "").because("refused.model." + sentence, named);
    }

    /** What is wrong, with what its sentence names. */
    public Refusal refusal() {
        return refusal;
    }
}
