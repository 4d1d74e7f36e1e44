package dev.truce.bot.line.model;

import dev.truce.bot.line.json.RecordBinding;

/**
 * What a call took, or may take at most.
 *
 * @param tokens of prompt and reply
 * @param nanoDollars billionths of a dollar
 */
record Cost(long tokens, long nanoDollars) implements RecordBinding.Inline {
    static final Cost NOTHING = new Cost(0, 0);
}
