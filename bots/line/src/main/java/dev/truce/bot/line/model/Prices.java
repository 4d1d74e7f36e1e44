package dev.truce.bot.line.model;

/**
 * What a model charges, in millionths of a dollar for a million tokens; 0 where the file gives no price.
 *
 * @param in for tokens of prompts
 * @param cached for tokens of prompts that the endpoint knew already
 * @param out for tokens of replies
 */
record Prices(long in, long cached, long out) {
    private static final int MILLI = 1_000;

    /** Returns what tokens cost in billionths of a dollar; {@code inTokens} has those that were cached as well. */
    long nanoDollars(long inTokens, long cachedTokens, long outTokens) {
        long fresh = Math.max(0, inTokens - cachedTokens);
        return (fresh * in + cachedTokens * cached + outTokens * out) / MILLI;
    }
}
