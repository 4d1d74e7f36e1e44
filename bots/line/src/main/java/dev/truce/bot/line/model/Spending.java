package dev.truce.bot.line.model;

import org.jspecify.annotations.Nullable;

/**
 * What the calls of one model have cost, and whether another may be made. A call that is under way counts as if it took all that it may; if
 * nobody says what it took, it goes on to count so. Thread-safe.
 */
final class Spending {
    /** Bytes of a prompt for one token: fewer than any tokenizer packs into one on average. */
    private static final int BYTES_A_TOKEN = 2;

    /** Tokens of a reply whose length the file leaves open. */
    private static final int USUAL_REPLY_TOKENS = 4_096;

    private final ModelFile file;
    private long calls;
    private long tokens;
    private long nanoDollars;
    private volatile boolean isSpent;

    Spending(ModelFile file) {
        this.file = file;
    }

    /**
     * Reserves what a call may take.
     *
     * @param promptBytes length of the request
     * @return what is reserved, or null if the budget has no room for it
     */
    synchronized @Nullable Cost reserve(long promptBytes) {
        long in = (promptBytes + BYTES_A_TOKEN - 1) / BYTES_A_TOKEN;
        long out = file.replyTokens() > 0 ? file.replyTokens() : USUAL_REPLY_TOKENS;
        Cost wanted = new Cost(in + out, file.prices().nanoDollars(in, 0, out));
        boolean fits = fits(calls + 1, file.maxCalls())
                && fits(tokens + wanted.tokens(), file.maxTokens())
                && fits(nanoDollars + wanted.nanoDollars(), file.maxNanoDollars());
        if (isSpent || !fits) {
            isSpent = true;
            return null;
        }
        calls++;
        tokens += wanted.tokens();
        nanoDollars += wanted.nanoDollars();
        return wanted;
    }

    private static boolean fits(long wanted, long most) {
        return most == 0 || wanted <= most;
    }

    /** A call is over: what was reserved for it is replaced by what it took. */
    synchronized void settle(Cost reserved, Cost took) {
        tokens += took.tokens() - reserved.tokens();
        nanoDollars += took.nanoDollars() - reserved.nanoDollars();
    }

    /** A call of an earlier run of the same tournament. */
    synchronized void took(Cost cost) {
        calls++;
        tokens += cost.tokens();
        nanoDollars += cost.nanoDollars();
    }

    /** Whether a call was refused: from then on none is made. */
    boolean isSpent() {
        return isSpent;
    }
}
