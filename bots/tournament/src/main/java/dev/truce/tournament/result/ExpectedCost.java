package dev.truce.tournament.result;

import dev.truce.bot.line.model.ModelCall;
import java.util.List;

/**
 * What a model would cost.
 *
 * @param bot its name in the tournament
 * @param calls how often it is asked
 * @param tokensIn tokens of the prompts
 * @param tokensOut tokens of the replies
 * @param dollars by the prices of its file
 */
public record ExpectedCost(String bot, double calls, double tokensIn, double tokensOut, double dollars) {
    private static final double NANO = 1e9;

    static ExpectedCost nothing(String bot) {
        return new ExpectedCost(bot, 0, 0, 0, 0);
    }

    /** Returns the cost with calls that stand for so many times as many. */
    ExpectedCost plus(List<ModelCall> made, double times) {
        double in = 0;
        double out = 0;
        double nanoDollars = 0;
        for (ModelCall call : made) {
            in += call.tokensIn();
            out += call.tokensOut();
            nanoDollars += call.nanoDollars();
        }
        return new ExpectedCost(
                bot,
                calls + times * made.size(),
                tokensIn + times * in,
                tokensOut + times * out,
                dollars + times * nanoDollars / NANO);
    }
}
