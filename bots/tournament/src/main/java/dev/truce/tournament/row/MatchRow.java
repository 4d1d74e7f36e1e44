package dev.truce.tournament.row;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundReport;
import dev.truce.match.record.RecordTitle;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.run.SeatConduct;
import dev.truce.tournament.run.SeatEnding;
import dev.truce.tournament.table.ResultTable;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A match.
 *
 * @param pair number of its pair
 * @param match its number in the pair
 * @param stage stage of the tournament
 * @param seed its seed
 * @param bots names of the bots
 * @param conduct how the bots behaved
 * @param played its result; null if the pair is void
 */
public record MatchRow(
        int pair,
        int match,
        int stage,
        long seed,
        BySide<String> bots,
        BySide<SeatConduct> conduct,
        @Nullable Played played) {
    private static final String POINTS = "points";
    private static final String ROUNDS = "rounds";
    private static final String ALSO = "the same for the Chinese bot";
    private static final String CHINA = "the same for China";

    /** One row for each match. */
    public static final ResultTable<MatchRow> TABLE = key(ResultTable.<MatchRow>named("matches"), MatchRow::key)
            .column("stage", "stage of the tournament, from 0")
            .whole("", MatchRow::stage)
            .column("seed", "seed of the match, a whole number of 64 bits")
            .text(row -> Long.toString(row.seed))
            .column("us_bot", "name of the bot that played the US")
            .text(row -> row.bots.us())
            .column("cn_bot", "name of the bot that played China")
            .text(row -> row.bots.cn())
            .where(row -> row.played != null)
            .column(ROUNDS, "rounds that were played; empty if the pair is void")
            .whole(ROUNDS, row -> row.known().rounds)
            .column("us_score", "true score of the US: 0 mutual war, 100 what honest bargaining reaches")
            .decimal(4, POINTS, row -> row.seat(Side.US).score)
            .column("cn_score", "true score of China")
            .decimal(4, POINTS, row -> row.seat(Side.CN).score)
            .column("joint_score", "mean of both scores")
            .decimal(4, POINTS, row -> row.known().joint)
            .column("us_truce_score", "what holding the truce for as many rounds would have given the US")
            .decimal(4, POINTS, row -> row.seat(Side.US).truceScore)
            .column("cn_truce_score", CHINA)
            .decimal(4, POINTS, row -> row.seat(Side.CN).truceScore)
            .where(row -> true)
            .column(
                    "us_ending",
                    "normal, illegal, no-answer, timeout, crash, stall or server-fault: the worst that happened")
            .text(row -> row.conduct.us().ending().word())
            .column("cn_ending", ALSO)
            .text(row -> row.conduct.cn().ending().word())
            .column("us_illegal", "rounds in which orders or an offer of the US bot were refused")
            .whole(ROUNDS, row -> row.conduct.us().illegal())
            .column("cn_illegal", ALSO)
            .whole(ROUNDS, row -> row.conduct.cn().illegal())
            .column("us_timeouts", "rounds in which the US bot did not answer in time")
            .whole(ROUNDS, row -> row.conduct.us().timeouts())
            .column("cn_timeouts", ALSO)
            .whole(ROUNDS, row -> row.conduct.cn().timeouts())
            .column("us_crashes", "rounds in which the US bot threw or its process ended")
            .whole(ROUNDS, row -> row.conduct.us().crashes())
            .column("cn_crashes", ALSO)
            .whole(ROUNDS, row -> row.conduct.cn().crashes())
            .column("us_stalls", "rounds in which the US bot stopped answering for good")
            .whole(ROUNDS, row -> row.conduct.us().stalls())
            .column("cn_stalls", ALSO)
            .whole(ROUNDS, row -> row.conduct.cn().stalls())
            .column("us_no_answers", "rounds in which the model of the US bot gave no usable answer, as the bot said")
            .whole(ROUNDS, row -> row.conduct.us().noAnswers())
            .column("cn_no_answers", ALSO)
            .whole(ROUNDS, row -> row.conduct.cn().noAnswers())
            .where(row -> row.played != null)
            .column("us_breaches", "rounds in which the US broke a public clause without a right to")
            .whole(ROUNDS, row -> row.seat(Side.US).breaches)
            .column("cn_breaches", CHINA)
            .whole(ROUNDS, row -> row.seat(Side.CN).breaches)
            .column("us_catches", "rounds in which the US was caught and really was short of a covert clause")
            .whole(ROUNDS, row -> row.seat(Side.US).catches)
            .column("cn_catches", CHINA)
            .whole(ROUNDS, row -> row.seat(Side.CN).catches)
            .column("us_escalation", "mean over the rounds of how hard the US pressed, A")
            .decimal(6, "points of escalation", row -> row.seat(Side.US).escalation)
            .column("cn_escalation", CHINA)
            .decimal(6, "points of escalation", row -> row.seat(Side.CN).escalation)
            .column("depth_kept", "mean over the rounds of the depth of agreement that was kept, Dk")
            .decimal(6, "depth", row -> row.known().depth)
            .column("bound_rounds", "rounds in which a clause was binding")
            .whole(ROUNDS, row -> row.known().bound)
            .column("signed", "agreements that entered into force")
            .whole("agreements", row -> row.known().signed)
            .column("outcome", "MUTUAL_GAIN, ONE_SIDED, MUTUAL_LOSS or AS_THE_TRUCE, against holding the truce")
            .text(row -> row.known().outcome)
            .column("chain", "last link of the record's hash chain, all 64 digits")
            .text(row -> row.known().chain)
            .build();

    /**
     * The result of a match.
     *
     * @param rounds that were played
     * @param seats its result for each seat
     * @param joint mean of both scores
     * @param depth mean depth of agreement kept
     * @param bound rounds in which a clause was binding
     * @param signed agreements that entered into force
     * @param outcome against holding the truce
     * @param chain last link of the record
     */
    public record Played(
            int rounds,
            BySide<SeatScore> seats,
            double joint,
            double depth,
            int bound,
            int signed,
            String outcome,
            String chain) {}

    /**
     * The result of a match for a seat.
     *
     * @param score true score
     * @param truceScore what holding the truce would have given
     * @param breaches unjustified public breaches
     * @param catches real catches
     * @param escalation how hard it pressed
     */
    public record SeatScore(double score, double truceScore, long breaches, long catches, double escalation) {}

    /** Adds what tells matches apart. */
    static <T> ResultTable.Builder<T> key(ResultTable.Builder<T> table, Function<T, Key> of) {
        return table.column("pair", "number of the pair, from 0; both matches of a pair have the same seed")
                .whole("", row -> of.apply(row).pair())
                .column("match", "1, or 2 in which the same bots have swapped sides")
                .whole("", row -> of.apply(row).match());
    }

    /** Which match. */
    record Key(int pair, int match) {
        static Key of(PlayedMatch match) {
            return new Key(match.pairSpec().index(), match.number());
        }
    }

    private Key key() {
        return new Key(pair, match);
    }

    public static MatchRow of(PlayedMatch match) {
        double depth = 0;
        int bound = 0;
        int signed = 0;
        for (RoundReport report : match.reports()) {
            depth += report.depthKept();
            bound += report.treaty().bindsAny(report.round()) ? 1 : 0;
            signed += report.ratification().outcome() == Ratification.Outcome.ENTERED ? 1 : 0;
        }
        FinalScore us = match.usScore();
        FinalScore cn = match.cnScore();
        Played played = new Played(
                match.reports().size(),
                BySide.each(side -> score(match, side)),
                (us.score() + cn.score()) / 2,
                depth / match.reports().size(),
                bound,
                signed,
                Outcome.of(us.score() - us.truceScore(), cn.score() - cn.truceScore())
                        .name(),
                match.record().hash());
        RecordTitle title = match.record().recordTitle();
        return of(
                match.pairSpec(),
                match.number(),
                new BySide<>(title.usName(), title.cnName()),
                BySide.each(match::conduct),
                played);
    }

    private static SeatScore score(PlayedMatch match, Side side) {
        double escalation = 0;
        for (RoundReport report : match.reports()) {
            escalation += report.side(side).escalation();
        }
        FinalScore score = match.score(side);
        return new SeatScore(
                score.score(),
                score.truceScore(),
                score.breaches(),
                score.catches(),
                escalation / match.reports().size());
    }

    public static MatchRow ofVoid(PairSpec pair, int number, BySide<String> bots) {
        return of(pair, number, bots, BySide.each(side -> SeatConduct.UNKNOWN), null);
    }

    private static MatchRow of(
            PairSpec pair, int number, BySide<String> bots, BySide<SeatConduct> conduct, @Nullable Played played) {
        return new MatchRow(pair.index(), number, pair.stage(), pair.seed(), bots, conduct, played);
    }

    /**
     * Reads a row.
     *
     * @param cells its cells by column
     * @throws IllegalArgumentException if a cell is not what its column says
     */
    public static MatchRow read(UnaryOperator<String> cells) {
        BySide<SeatConduct> conduct = BySide.each(side -> conduct(side, cells));
        boolean isVoid = conduct.us().ending() == SeatEnding.SERVER_FAULT;
        return new MatchRow(
                whole(cells, "pair"),
                whole(cells, "match"),
                whole(cells, "stage"),
                number(cells, "seed", Long::valueOf),
                BySide.each(side -> cells.apply(side.word() + "_bot")),
                conduct,
                isVoid ? null : played(cells));
    }

    private static Played played(UnaryOperator<String> cells) {
        return new Played(
                whole(cells, ROUNDS),
                BySide.each(side -> score(side.word(), cells)),
                number(cells, "joint_score", Double::valueOf),
                number(cells, "depth_kept", Double::valueOf),
                whole(cells, "bound_rounds"),
                whole(cells, "signed"),
                cells.apply("outcome"),
                cells.apply("chain"));
    }

    private static SeatConduct conduct(Side side, UnaryOperator<String> cells) {
        return new SeatConduct(
                SeatEnding.ofWord(cells.apply(side.word() + "_ending")),
                whole(cells, side.word() + "_illegal"),
                whole(cells, side.word() + "_timeouts"),
                whole(cells, side.word() + "_crashes"),
                whole(cells, side.word() + "_stalls"),
                whole(cells, side.word() + "_no_answers"));
    }

    private static SeatScore score(String seat, UnaryOperator<String> cells) {
        return new SeatScore(
                number(cells, seat + "_score", Double::valueOf),
                number(cells, seat + "_truce_score", Double::valueOf),
                whole(cells, seat + "_breaches"),
                whole(cells, seat + "_catches"),
                number(cells, seat + "_escalation", Double::valueOf));
    }

    private static int whole(UnaryOperator<String> cells, String column) {
        return number(cells, column, Integer::valueOf);
    }

    private static <N> N number(UnaryOperator<String> cells, String column, Function<String, N> parser) {
        String cell = cells.apply(column);
        try {
            return parser.apply(cell);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(column + " is '" + cell + "', expected a number", wrong);
        }
    }

    /** Returns the same row for a place in the plan. */
    public MatchRow as(PairSpec spec, int number, BySide<String> players) {
        return of(spec, number, players, conduct, played);
    }

    /** Returns whether the pair is void. */
    public boolean isVoid() {
        return played == null;
    }

    /** Returns whether neither bot made a mistake. */
    public boolean isClean() {
        return conduct.us().isClean() && conduct.cn().isClean();
    }

    /**
     * Returns its result, if the pair is not void.
     *
     * @throws NullPointerException if the pair is void
     */
    public Played known() {
        return Objects.requireNonNull(played);
    }

    /** Returns its result for a seat, if the pair is not void. */
    public SeatScore seat(Side side) {
        return known().seats.of(side);
    }
}
