package dev.truce.bot.line.model;

/**
 * One call of a model: a row of the table of calls.
 *
 * @param match 1 or 2
 * @param side US or CN
 * @param number counts the questions of the seat in the match, from 1; attempts at one question share it
 * @param round the round, from 1
 * @param phase {@code decide}, {@code answer} after an offer was heard, or {@code rethink}
 * @param attempt from 1
 * @param promptSha256 of the request
 * @param replySha256 of the answer, or empty
 * @param parse how the reply could be read
 * @param status of HTTP, 0 if nothing came
 * @param modelReported the model that the endpoint names
 * @param finish why the model stopped, as the endpoint says
 * @param tokensIn of the prompt, the cached ones among them
 * @param tokensCached of the prompt, which the endpoint knew already
 * @param tokensOut of the reply
 * @param nanoDollars what it cost by the prices of the file, billionths of a dollar
 * @param latencyMillis from the request to the whole answer
 */
public record ModelCall(
        int match,
        String side,
        int number,
        int round,
        String phase,
        int attempt,
        String promptSha256,
        String replySha256,
        String parse,
        int status,
        String modelReported,
        String finish,
        long tokensIn,
        long tokensCached,
        long tokensOut,
        long nanoDollars,
        long latencyMillis) {}
