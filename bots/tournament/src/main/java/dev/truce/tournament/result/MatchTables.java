package dev.truce.tournament.result;

import static dev.truce.tournament.result.Column.decimal;
import static dev.truce.tournament.result.Column.text;
import static dev.truce.tournament.result.Column.whole;

import java.util.ArrayList;
import java.util.List;

/** The columns of what was played: one row a match, one a round, one a seat and round. */
public final class MatchTables {
    /** One row for each match. */
    public static final ResultTable MATCHES = new ResultTable("matches", matches());
    /** One row for each round of each match. */
    public static final ResultTable ROUNDS = new ResultTable("rounds", rounds());
    /** One row for each seat in each round of each match. */
    public static final ResultTable MOVES = new ResultTable("moves", moves());

    private MatchTables() {}

    /** Returns the three. */
    public static List<ResultTable> all() {
        return List.of(MATCHES, ROUNDS, MOVES);
    }

    private static List<Column> key() {
        return List.of(
                whole("pair", "", "number of the pair, from 0; both matches of a pair have the same seed"),
                whole("match", "", "1, or 2 in which the same bots have swapped sides"));
    }

    private static List<Column> matches() {
        List<Column> columns = new ArrayList<>(key());
        columns.addAll(List.of(
                whole("stage", "", "stage of the tournament, from 0"),
                text("seed", "seed of the match, a whole number of 64 bits"),
                text("us_bot", "name of the bot that played the US"),
                text("cn_bot", "name of the bot that played China"),
                whole("rounds", "rounds", "rounds that were played; empty if the pair is void"),
                decimal("us_score", "points", "true score of the US: 0 mutual war, 100 deep agreement"),
                decimal("cn_score", "points", "true score of China"),
                decimal("joint_score", "points", "mean of both scores"),
                decimal(
                        "us_truce_score",
                        "points",
                        "what holding the truce for as many rounds would have given the US"),
                decimal("cn_truce_score", "points", "the same for China"),
                text("us_ending", "normal, illegal, timeout, crash, stall or server-fault: the worst that happened"),
                text("cn_ending", "the same for the Chinese bot"),
                whole("us_illegal", "rounds", "rounds in which orders or an offer of the US bot were refused"),
                whole("cn_illegal", "rounds", "the same for the Chinese bot"),
                whole("us_timeouts", "rounds", "rounds in which the US bot did not answer in time"),
                whole("cn_timeouts", "rounds", "the same for the Chinese bot"),
                whole("us_crashes", "rounds", "rounds in which the US bot threw or its process ended"),
                whole("cn_crashes", "rounds", "the same for the Chinese bot"),
                whole("us_stalls", "rounds", "rounds in which the US bot stopped answering for good"),
                whole("cn_stalls", "rounds", "the same for the Chinese bot"),
                whole("us_breaches", "rounds", "rounds in which the US broke a public clause without a right to"),
                whole("cn_breaches", "rounds", "the same for China"),
                whole(
                        "us_catches",
                        "rounds",
                        "rounds in which the US was caught and really was short of a covert clause"),
                whole("cn_catches", "rounds", "the same for China"),
                decimal("us_escalation", "points of escalation", "mean over the rounds of how hard the US pressed, A"),
                decimal("cn_escalation", "points of escalation", "the same for China"),
                decimal("depth_kept", "depth", "mean over the rounds of the depth of agreement that was kept, Dk"),
                whole("bound_rounds", "rounds", "rounds in which a clause was binding"),
                whole("signed", "agreements", "agreements that entered into force"),
                text("outcome", "MUTUAL_GAIN, ONE_SIDED, MUTUAL_LOSS or AS_THE_TRUCE, against holding the truce"),
                text("chain", "last link of the record's hash chain, all 64 digits")));
        return columns;
    }

    private static List<Column> rounds() {
        List<Column> columns = new ArrayList<>(key());
        columns.addAll(List.of(
                whole("round", "", "number of the round, from 1"),
                whole("displayed_tariff_basis_points", "basis points", "headline US tariff on Chinese goods"),
                decimal("us_wedge", "fraction", "mean US duty on Chinese goods, weighted by imports of 2024"),
                decimal("cn_wedge", "fraction", "mean Chinese duty on US goods, weighted in the same way"),
                decimal("us_from_cn", "bn dollars a quarter", "US goods imports from China"),
                decimal("cn_from_us", "bn dollars a quarter", "Chinese goods imports from the US"),
                decimal("soy", "million tonnes a quarter", "Chinese purchases of US soya"),
                decimal("us_income", "fraction", "US real income against 2024"),
                decimal("cn_income", "fraction", "Chinese real income against 2024"),
                decimal("rare_earths", "fraction", "availability of rare earths in the US"),
                decimal("chips", "fraction", "availability of chips in China"),
                decimal("tension", "points of tension", "tension after the round"),
                decimal("depth_kept", "depth", "the smaller of the two depths kept, Dk"),
                text("treaty_change", "what happened to the treaty at the end of the round"),
                text("ratification", "what happened to what was signed in the round"),
                text("events", "what chance and the calendar did, with a blank between two"),
                whole("draws", "", "random numbers that the round drew"),
                text("link", "hash chain after the round, its first 16 digits")));
        return columns;
    }

    private static List<Column> moves() {
        List<Column> columns = new ArrayList<>(key());
        columns.addAll(List.of(
                whole("round", "", "number of the round, from 1"),
                text("side", "US or CN"),
                text("bot", "name of the bot"),
                text("orders", "its orders as in the rulebook, or HOLD"),
                text("offered", "name of the offer that it made in the round, or empty; the record has the terms"),
                text("accepted", "name of the offer that it accepted, or empty"),
                whole("notice", "", "1 if it gave notice to leave the treaty, else 0"),
                decimal("points", "points", "its points of the round"),
                decimal("escalation", "points of escalation", "how hard it pressed, A"),
                decimal("public_escalation", "points of escalation", "the part of it that everybody sees, Ap"),
                decimal("compliance", "fraction", "how well it kept its covert clauses, c"),
                decimal("breach", "fraction", "severity of an unjustified public breach, 0 if there was none"),
                whole("caught", "", "1 if it was caught, false alarms included, else 0"),
                whole("really_caught", "", "1 if it was caught and really was short, else 0"),
                decimal("reputation", "fraction", "its reputation after the round")));
        return columns;
    }
}
