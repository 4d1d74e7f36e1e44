package dev.truce.tournament.row;

import dev.truce.bot.line.model.ModelCall;
import dev.truce.tournament.table.ResultTable;

/**
 * A call of a model.
 *
 * @param pair number of the pair
 * @param call what was asked and what came back
 */
public record CallRow(int pair, ModelCall call) {
    private static final double NANO = 1e9;

    /** One row for each attempt to ask a model; only in tournaments in which one plays. */
    public static final ResultTable<CallRow> TABLE = MatchRow.key(
                    ResultTable.<CallRow>named("calls"), row -> new MatchRow.Key(row.pair, row.call.match()))
            .column("round", "number of the round, from 1")
            .whole("", row -> row.call.round())
            .column("side", "US or CN")
            .text(row -> row.call.side())
            .column(
                    "number",
                    "counts the questions of the side in the match, from 1; attempts at one question share it")
            .whole("", row -> row.call.number())
            .column(
                    "phase",
                    "decide when the round opens, answer after an offer of the other side, rethink when it was told what"
                            + " was illegal")
            .text(row -> row.call.phase())
            .column("attempt", "number of the attempt at the question, from 1")
            .whole("", row -> row.call.attempt())
            .column("prompt_sha256", "hash of the request; its text is in the folder cassette")
            .text(row -> row.call.promptSha256())
            .column("reply_sha256", "hash of the answer, or empty if none came")
            .text(row -> row.call.replySha256())
            .column(
                    "parse",
                    "how the call ended: ok, rethought (legal after it was told what was illegal), illegal, unparsable,"
                            + " refused, empty, timeout or http")
            .text(row -> row.call.parse())
            .column("status", "status of HTTP, 0 if none came")
            .whole("", row -> row.call.status())
            .column("model_reported", "the model that the endpoint names")
            .text(row -> row.call.modelReported())
            .column(
                    "finish",
                    "why the model stopped, as the endpoint says; unreachable, timeout or too-large if nothing came")
            .text(row -> row.call.finish())
            .column("tokens_in", "tokens of the prompt as the endpoint counts them, the cached ones among them")
            .whole("tokens", row -> row.call.tokensIn())
            .column("tokens_cached", "tokens of the prompt that the endpoint knew already")
            .whole("tokens", row -> row.call.tokensCached())
            .column("tokens_out", "tokens of the reply")
            .whole("tokens", row -> row.call.tokensOut())
            .column(
                    "usd",
                    "what it cost by the prices in the file of the model; if the endpoint does not say what it took, the most"
                            + " that it can have cost")
            .decimal(6, "dollars", row -> row.call.nanoDollars() / NANO)
            .column("latency", "from the request to the whole answer")
            .whole("milliseconds", row -> row.call.latencyMillis())
            .build();
}
