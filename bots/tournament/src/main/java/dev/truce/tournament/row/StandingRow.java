package dev.truce.tournament.row;

import dev.truce.engine.board.BySide;
import dev.truce.tournament.run.SeatEnding;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;
import java.util.List;
import java.util.Map;

/**
 * A bot in the standings.
 *
 * @param place from 1; 0 for a bot whose model answered too rarely to have one
 * @param bot its name
 * @param pairs that it played and that count
 * @param score over both seats
 * @param inSeat score in each seat
 * @param clean score over pairs in which no bot made a mistake
 * @param cleanPairs number of those pairs
 * @param levelWith bots from which it is not separable
 * @param conduct what it did in its matches
 * @param frontier how far it lies below the efficient frontier
 * @param endings how many of its matches ended in each way
 * @param silence rounds in a hundred in which its model gave no usable answer
 */
public record StandingRow(
        int place,
        String bot,
        long pairs,
        Estimate score,
        BySide<Estimate> inSeat,
        Estimate clean,
        long cleanPairs,
        List<String> levelWith,
        Conduct conduct,
        Estimate frontier,
        Map<SeatEnding, Long> endings,
        double silence) {
    private static final String POINTS = "points";
    private static final String DEPTH = "depth";
    private static final String ESCALATION = "points of escalation";
    private static final String RATE = "per 100 rounds";

    /** One row for each bot. */
    public static final ResultTable<StandingRow> TABLE = ResultTable.<StandingRow>named("standings")
            .where(row -> row.place > 0)
            .column(
                    "place",
                    "place; by score, in swiss and knockout by the rules of the format. Empty if the bot's model gave no"
                            + " usable answer in more than 3 rounds of a hundred")
            .whole("", StandingRow::place)
            .where(row -> true)
            .column("bot", "name of the bot")
            .text(StandingRow::bot)
            .column("pairs", "pairs that it played and that count")
            .whole("pairs", StandingRow::pairs)
            .column("score", "mean score over both seats and all its pairs")
            .decimal(4, POINTS, row -> row.score.mean())
            .mainInterval(" of score", "pairs", 4, POINTS, StandingRow::score)
            .column("values", "independent values that the interval is based on: blocks of pairs, or pairs")
            .whole("", row -> row.score.pairs())
            .column("as_us", "mean score as the US")
            .estimate(4, POINTS, row -> row.inSeat.us())
            .column("as_cn", "mean score as China")
            .estimate(4, POINTS, row -> row.inSeat.cn())
            .column("joint_score", "mean of both scores in its matches: what it does for both sides")
            .estimate(4, POINTS, row -> row.conduct.joint())
            .where(row -> row.cleanPairs > 0)
            .column("clean_score", "score over its pairs in which no bot made a mistake")
            .estimate(4, POINTS, StandingRow::clean)
            .where(row -> true)
            .column("clean_pairs", "number of those pairs")
            .whole("pairs", StandingRow::cleanPairs)
            .column("level_with", "bots from which it is not separable, with a blank between two")
            .text(row -> String.join(" ", row.levelWith))
            .column("depth_kept", "mean depth of agreement kept in its matches")
            .estimate(6, DEPTH, row -> row.conduct.depth())
            .column("escalation", "escalation index: mean of how hard it pressed, A")
            .estimate(6, ESCALATION, row -> row.conduct.escalation())
            .column("breach_rate", "unjustified public breaches in a hundred rounds in which a clause was binding")
            .estimate(4, RATE, row -> row.conduct.breachRate())
            .column("catch_rate", "rounds in a hundred in which it was really caught short")
            .estimate(4, RATE, row -> row.conduct.catchRate())
            .column(
                    "frontier_distance",
                    "how far its mean pair of scores (own, other's) lies below the efficient frontier of all fixtures:"
                            + " the least that is missing to a fixture or a mixture of two that gives both sides as"
                            + " much more")
            .estimate(4, POINTS, StandingRow::frontier)
            .column("normal", "its matches in which it got nothing wrong")
            .whole("matches", row -> row.of(SeatEnding.NORMAL))
            .column("illegal", "its matches whose worst for it was a refused order or offer")
            .whole("matches", row -> row.of(SeatEnding.ILLEGAL))
            .column("timeout", "its matches whose worst for it was an answer too late")
            .whole("matches", row -> row.of(SeatEnding.TIMEOUT))
            .column("crash", "its matches whose worst for it was a crash")
            .whole("matches", row -> row.of(SeatEnding.CRASH))
            .column("stall", "its matches in which it stopped answering")
            .whole("matches", row -> row.of(SeatEnding.STALL))
            .column("server_fault", "its matches that are void, as the program failed")
            .whole("matches", row -> row.of(SeatEnding.SERVER_FAULT))
            .column("no_answer", "its matches whose worst for it was no usable answer of its model")
            .whole("matches", row -> row.of(SeatEnding.NO_ANSWER))
            .column("no_answer_rate", "rounds in a hundred in which its model gave no usable answer")
            .decimal(4, RATE, StandingRow::silence)
            .build();

    public StandingRow {
        levelWith = List.copyOf(levelWith);
        endings = Map.copyOf(endings);
    }

    /**
     * What a bot did in its matches.
     *
     * @param joint mean of both scores
     * @param depth depth of agreement kept
     * @param escalation how hard it pressed
     * @param breachRate public breaches in a hundred rounds
     * @param catchRate real catches in a hundred rounds
     */
    public record Conduct(
            Estimate joint, Estimate depth, Estimate escalation, Estimate breachRate, Estimate catchRate) {}

    private long of(SeatEnding ending) {
        return endings.getOrDefault(ending, 0L);
    }

    /** Returns in how many of its matches the bot made a mistake. */
    public long mistakes() {
        return of(SeatEnding.ILLEGAL)
                + of(SeatEnding.NO_ANSWER)
                + of(SeatEnding.TIMEOUT)
                + of(SeatEnding.CRASH)
                + of(SeatEnding.STALL);
    }

    /** Returns how many of its matches are void. */
    public long voids() {
        return of(SeatEnding.SERVER_FAULT);
    }
}
