package dev.truce.bot.line.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the examination of one property found.
 *
 * @param property which one
 * @param fault what the bot did instead, or null if it has the property
 * @param arguments what the text of the fault names, in order
 */
public record Finding(Property property, @Nullable Fault fault, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** What a bot can do wrong. Who prints a finding has a text for each. */
    public enum Fault {
        /** It cannot be started: the reason. */
        NOT_STARTED,
        /** It does not read its input. */
        DEAF,
        /** It did not say a word in time: the word, milliseconds. */
        SILENT,
        /** It ended before it said a word: the word, how it ended. */
        ENDED,
        /** It wrote too many lines before it said a word: the word, how many lines. */
        TALKATIVE,
        /** It was ready without the greeting. */
        NO_GREETING,
        /** It announced an option in another form: the line, the form. */
        OPTION_FORM,
        /** It announced an option whose default is none of its values: the line. */
        OPTION_DEFAULT,
        /** It answered for another round: the round asked for, the round answered for. */
        OTHER_ROUND,
        /** An answer was refused: the round, the reason. */
        REFUSED,
        /** It answered twice in different ways: both answers. */
        NOT_REPEATABLE,
        /** It still ran after it was told to quit: milliseconds. */
        STILL_RUNS,
        /** It wrote a line that is no answer: the line. */
        FOREIGN_LINE,
        /** It says that its model gave no usable answer: what happened. */
        MODEL_SILENT
    }

    /** Returns whether the bot has the property. */
    public boolean passed() {
        return fault == null;
    }
}
