package dev.truce.tournament.row;

import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;

/**
 * A bot of a tournament in which models play: which tier it is in, and what its calls cost.
 *
 * @param tier from 1; 0 for a bot whose model answered too rarely to have one
 * @param given how it was named on the command line
 * @param standing what it scored
 * @param calls what its model was asked; nothing for other bots
 * @param words what it said, beside what was done
 */
public record ArenaRow(int tier, String given, StandingRow standing, CallTotals calls, WordsKept words) {
    private static final int POINTS = 4;
    private static final double NANO = 1e9;

    /**
     * What a model was asked in all matches.
     *
     * @param calls attempts
     * @param replies of the model to what it was asked first, be they empty or refusals
     * @param valid those of them that were legal
     * @param tokensIn of the prompts
     * @param tokensOut of the replies
     * @param nanoDollars what they cost
     */
    public record CallTotals(long calls, long replies, long valid, long tokensIn, long tokensOut, long nanoDollars) {
        /** Nothing was asked. */
        public static final CallTotals NONE = new CallTotals(0, 0, 0, 0, 0, 0);

        /** Returns both together. */
        public CallTotals plus(CallTotals more) {
            return new CallTotals(
                    calls + more.calls,
                    replies + more.replies,
                    valid + more.valid,
                    tokensIn + more.tokensIn,
                    tokensOut + more.tokensOut,
                    nanoDollars + more.nanoDollars);
        }
    }

    /**
     * What a bot said, beside what was done.
     *
     * @param foretold what its model foretold of the other side
     * @param shortBy notches by which a covert clause was not kept in a round in which it binds
     * @param threats of a hundred threats that were decided, those that came true
     * @param assurances of a hundred assurances that were decided, those that came true
     */
    public record WordsKept(Foretold foretold, Counted shortBy, Counted threats, Counted assurances) {}

    /**
     * A mean and of how many.
     *
     * @param count values
     * @param mean of them; its interval is over blocks of pairs
     */
    public record Counted(long count, Estimate mean) {}

    /**
     * What a model foretold of the other side.
     *
     * @param asked how often it was to say a chance
     * @param count how often it did, and the round decided
     * @param brier mean square of what its chances were off
     * @param base the same if each chance were the share that was kept
     */
    public record Foretold(long asked, long count, Estimate brier, double base) {}

    /** One row for each bot, by tier and then by name; only in tournaments in which a model plays. */
    public static final ResultTable<ArenaRow> TABLE = ResultTable.<ArenaRow>named("arena")
            .where(row -> row.tier > 0)
            .column(
                    "tier",
                    "1 for bots over which none is known to be better; else one more than the last tier in which a bot is"
                            + " known to be better, by the corrected comparisons. Within a tier the order is that of names. Empty as"
                            + " the place in the standings is")
            .whole("", ArenaRow::tier)
            .where(row -> true)
            .column("bot", "name of the bot")
            .text(row -> row.standing.bot())
            .column("given", "how it was named on the command line")
            .text(ArenaRow::given)
            .column("pairs", "pairs that it played and that count")
            .whole("pairs", row -> row.standing.pairs())
            .column("score", "mean score over both seats and all its pairs")
            .decimal(POINTS, "points", row -> row.standing.score().mean())
            .mainInterval(" of score", "pairs", POINTS, "points", row -> row.standing.score())
            .column("as_us", "mean score as the US")
            .estimate(POINTS, "points", row -> row.standing.inSeat().us())
            .column("as_cn", "mean score as China")
            .estimate(POINTS, "points", row -> row.standing.inSeat().cn())
            .column("no_answer_rate", "rounds in a hundred in which its model gave no usable answer")
            .decimal(POINTS, "per 100 rounds", row -> row.standing.silence())
            .column("calls", "attempts to ask its model")
            .whole("calls", row -> row.calls.calls())
            .where(row -> row.calls.replies() > 0)
            .column(
                    "valid_rate",
                    "replies in a hundred that were legal at once; calls that brought no reply, and replies to what was told back,"
                            + " do not count")
            .decimal(POINTS, "per 100 replies", row -> 100.0 * row.calls.valid() / row.calls.replies())
            .where(row -> row.calls.calls() > 0)
            .column("tokens_in", "tokens of all prompts")
            .whole("tokens", row -> row.calls.tokensIn())
            .column("tokens_out", "tokens of all replies")
            .whole("tokens", row -> row.calls.tokensOut())
            .column(
                    "usd",
                    "what its calls cost by the prices in its file; where the endpoint does not say what a call took, the most"
                            + " that it can have cost counts")
            .decimal(6, "dollars", row -> row.calls.nanoDollars() / NANO)
            .where(row -> row.calls.calls() > 0 && row.standing.pairs() > 0)
            .column("usd_match", "what a match cost, counted in the same way")
            .decimal(6, "dollars", row -> row.calls.nanoDollars() / NANO / (2 * row.standing.pairs()))
            .where(row -> true)
            .column("covert_clauses", "covert clauses that bound it, one for each round")
            .whole("clauses", row -> row.words.shortBy.count())
            .column("threats", "threats that it made and that were decided")
            .whole("threats", row -> row.words.threats.count())
            .column("assurances", "assurances that it gave and that were decided")
            .whole("assurances", row -> row.words.assurances.count())
            .where(row -> row.words.shortBy.count() > 0)
            .column("deception", "promised less done by these clauses, mean; more than was promised counts as 0")
            .estimate(POINTS, "notches", row -> row.words.shortBy.mean())
            .where(row -> row.words.threats.count() > 0)
            .column("threats_kept", "of a hundred threats that were decided, those that came true")
            .estimate(POINTS, "per 100 threats", row -> row.words.threats.mean())
            .where(row -> row.words.assurances.count() > 0)
            .column("assurances_kept", "of a hundred assurances that were decided, those that came true")
            .estimate(POINTS, "per 100 assurances", row -> row.words.assurances.mean())
            .where(row -> row.words.foretold.asked() > 0)
            .column(
                    "forecasts",
                    "chances that its model gave of what the other side would keep, and that the round decided")
            .whole("forecasts", row -> row.words.foretold.count())
            .column("forecast_rate", "these in a hundred that it was asked for")
            .decimal(POINTS, "per 100 asked", row -> 100.0 * row.words.foretold.count() / row.words.foretold.asked())
            .where(row -> row.words.foretold.count() > 0)
            .column(
                    "brier",
                    "Brier score of these: mean square of the chance less 1 if it was kept, less 0 if not; 0 is best,"
                            + " .25 is what chances of one half give")
            .estimate(POINTS, "", row -> row.words.foretold.brier())
            .column("base_brier", "the same if each chance had been the share that was kept, known only afterwards")
            .decimal(POINTS, "", row -> row.words.foretold.base())
            .build();
}
