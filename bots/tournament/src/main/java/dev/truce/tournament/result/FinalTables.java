package dev.truce.tournament.result;

import static dev.truce.tournament.result.Column.decimal;
import static dev.truce.tournament.result.Column.text;
import static dev.truce.tournament.result.Column.whole;

import java.util.List;

/** The columns of what follows from the matches. */
public final class FinalTables {
    private static final String ESCALATION = "points of escalation";
    private static final String RATE = "per 100 rounds";
    static final String UPPER = "upper end";
    static final String LOWER = "lower end of its interval";
    private static final String BASIS = "how the interval was found: bootstrap, student, all-alike or too-few";
    private static final String VERDICT = "first, second, not-separable or too-few";

    /** One row for each bot. */
    public static final ResultTable STANDINGS = new ResultTable(
            "standings",
            List.of(
                    whole("place", "", "place; by score, in swiss and knockout by the rules of the format"),
                    text("bot", "name of the bot"),
                    whole("pairs", "pairs", "pairs that it played and that count"),
                    decimal("score", "points", "mean score over both seats and all its pairs"),
                    decimal(
                            "low",
                            "points",
                            "lower end of the 95 % interval of score; empty if there are too few pairs"),
                    decimal("high", "points", UPPER),
                    text("basis", BASIS),
                    whole("values", "", "independent values that the interval is based on: blocks of pairs, or pairs"),
                    decimal("as_us", "points", "mean score as the US"),
                    decimal("as_us_low", "points", LOWER),
                    decimal("as_us_high", "points", UPPER),
                    decimal("as_cn", "points", "mean score as China"),
                    decimal("as_cn_low", "points", LOWER),
                    decimal("as_cn_high", "points", UPPER),
                    decimal("joint_score", "points", "mean of both scores in its matches: what it does for both sides"),
                    decimal("joint_score_low", "points", LOWER),
                    decimal("joint_score_high", "points", UPPER),
                    decimal("clean_score", "points", "score over its pairs in which no bot got anything wrong"),
                    decimal("clean_score_low", "points", LOWER),
                    decimal("clean_score_high", "points", UPPER),
                    whole("clean_pairs", "pairs", "number of those pairs"),
                    text("level_with", "bots from which it is not separable, with a blank between two"),
                    decimal("depth_kept", "depth", "mean depth of agreement kept in its matches"),
                    decimal("depth_kept_low", "depth", LOWER),
                    decimal("depth_kept_high", "depth", UPPER),
                    decimal("escalation", ESCALATION, "escalation index: mean of how hard it pressed, A"),
                    decimal("escalation_low", ESCALATION, LOWER),
                    decimal("escalation_high", ESCALATION, UPPER),
                    decimal(
                            "breach_rate",
                            RATE,
                            "unjustified public breaches in a hundred rounds in which a clause was binding"),
                    decimal("breach_rate_low", RATE, LOWER),
                    decimal("breach_rate_high", RATE, UPPER),
                    decimal("catch_rate", RATE, "rounds in a hundred in which it was really caught short"),
                    decimal("catch_rate_low", RATE, LOWER),
                    decimal("catch_rate_high", RATE, UPPER),
                    decimal(
                            "frontier_distance",
                            "points",
                            "how far its mean pair of scores (own, other's) lies below the efficient frontier of all"
                                    + " fixtures: the least that is missing to a fixture or a mixture of two that"
                                    + " gives both sides as much more"),
                    decimal("frontier_distance_low", "points", LOWER),
                    decimal("frontier_distance_high", "points", UPPER),
                    whole("normal", "matches", "its matches in which it got nothing wrong"),
                    whole("illegal", "matches", "its matches whose worst for it was a refused order or offer"),
                    whole("timeout", "matches", "its matches whose worst for it was an answer too late"),
                    whole("crash", "matches", "its matches whose worst for it was a crash"),
                    whole("stall", "matches", "its matches in which it stopped answering"),
                    whole("server_fault", "matches", "its matches that are void, as the program failed")));

    /** One row for each fixture. */
    public static final ResultTable CROSSTABLE = new ResultTable(
            "crosstable",
            List.of(
                    text("first", "bot that played the US in match 1"),
                    text("second", "the other bot"),
                    whole("pairs", "pairs", "pairs that count"),
                    decimal("first_score", "points", "mean score of the first"),
                    decimal("first_score_low", "points", LOWER),
                    decimal("first_score_high", "points", UPPER),
                    decimal("second_score", "points", "mean score of the second"),
                    decimal("second_score_low", "points", LOWER),
                    decimal("second_score_high", "points", UPPER),
                    decimal("lead", "points", "how much more the first scored, mean over the pairs"),
                    decimal(
                            "low",
                            "points",
                            "lower end of the 95 % interval of lead; empty if there are too few pairs"),
                    decimal("high", "points", UPPER),
                    text("basis", BASIS),
                    decimal("level", "", "level of the paired test by itself; empty if there are too few pairs"),
                    decimal("level_holm", "", "the same, corrected for all fixtures by Holm"),
                    text("verdict", VERDICT),
                    decimal("first_as_us", "points", "mean score of the first as the US"),
                    decimal("first_as_cn", "points", "mean score of the first as China"),
                    decimal("second_as_us", "points", "mean score of the second as the US"),
                    decimal("second_as_cn", "points", "mean score of the second as China"),
                    whole(
                            "won_0",
                            "pairs",
                            "pairs in which the first won neither match; a lead below half a point is half"),
                    whole("won_half", "pairs", "pairs in which it won a half"),
                    whole("won_1", "pairs", "pairs in which it won one"),
                    whole("won_1_half", "pairs", "pairs in which it won one and a half"),
                    whole("won_2", "pairs", "pairs in which it won both")));

    /** One row for every two bots. */
    public static final ResultTable COMPARISONS = new ResultTable(
            "comparisons",
            List.of(
                    text("first", "name of a bot"),
                    text("second", "name of another"),
                    whole(
                            "values",
                            "",
                            "independent values: blocks of pairs against the same field, or their own pairs"),
                    decimal("difference", "points", "how much more the first scored; empty if they cannot be compared"),
                    decimal("low", "points", "lower end of the 95 % interval; empty if there are too few values"),
                    decimal("high", "points", UPPER),
                    text("basis", BASIS),
                    decimal("level", "", "level of the paired test by itself"),
                    decimal("level_holm", "", "the same, corrected for all comparisons by Holm"),
                    text("verdict", VERDICT)));

    /** One row: what the sequential test came to. */
    public static final ResultTable SPRT = new ResultTable(
            "sprt",
            List.of(
                    text("test", "differences, points, and levels of the test"),
                    text("first", "bot whose lead is tested"),
                    text("second", "the other"),
                    whole("pairs", "pairs", "pairs until the verdict"),
                    decimal("against_d0", "", "logarithm of what bets against d0 won; 1/alpha is enough for d1"),
                    decimal("against_d1", "", "logarithm of what bets against d1 won; 1/beta is enough for d0"),
                    text("verdict", "d0, d1, go-on if pairs were too few, not-applicable if a lead was too large")));

    /** The dictionary. */
    public static final ResultTable COLUMNS = new ResultTable(
            "columns",
            List.of(
                    text("file", "name of the file without its ending"),
                    text("column", "name of the column"),
                    text("type", "text, whole or decimal"),
                    text("unit", "unit of its numbers, or empty"),
                    text("meaning", "what it says")));

    private FinalTables() {}
}
