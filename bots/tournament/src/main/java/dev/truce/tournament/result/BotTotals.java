package dev.truce.tournament.result;

import dev.truce.tournament.run.SeatEnding;
import java.util.List;

/**
 * Sums over all matches of one bot, void ones left out; exact whole numbers. A match against itself is one match, in which it has
 * both seats and so two endings.
 */
final class BotTotals {
    private long matches;
    private long seats;
    private long rounds;
    private long joint;
    private long depth;
    private long escalation;
    private long breaches;
    private long catches;
    private long bound;
    private final long[] endings = new long[SeatEnding.values().length];

    /** Adds a match in which the bot had the seat whose columns begin with a prefix. */
    void add(List<String> row, String prefix) {
        SeatEnding ending = SeatEnding.ofWord(MatchReader.cell(row, prefix + "ending"));
        endings[ending.ordinal()]++;
        if (ending == SeatEnding.SERVER_FAULT) {
            return;
        }
        boolean isFirstSeat = prefix.equals("us_");
        boolean isAgainstItself = MatchReader.cell(row, "us_bot").equals(MatchReader.cell(row, "cn_bot"));
        if (isFirstSeat || !isAgainstItself) {
            matches++;
            joint += Decimals.units(MatchReader.cell(row, "joint_score"), 4);
            depth += Decimals.units(MatchReader.cell(row, "depth_kept"), 6);
        }
        seats++;
        rounds += Integer.parseInt(MatchReader.cell(row, "rounds"));
        escalation += Decimals.units(MatchReader.cell(row, prefix + "escalation"), 6);
        breaches += Long.parseLong(MatchReader.cell(row, prefix + "breaches"));
        catches += Long.parseLong(MatchReader.cell(row, prefix + "catches"));
        bound += Long.parseLong(MatchReader.cell(row, "bound_rounds"));
    }

    long matches() {
        return matches;
    }

    long endings(SeatEnding ending) {
        return endings[ending.ordinal()];
    }

    /** Mean joint score, points. */
    double joint() {
        return share(joint, matches) / 10_000;
    }

    /** Mean depth kept. */
    double depth() {
        return share(depth, matches) / 1_000_000;
    }

    /** Mean escalation of its matches. */
    double escalation() {
        return share(escalation, seats) / 1_000_000;
    }

    /** Unjustified public breaches in a hundred rounds in which a clause was binding. */
    double breachRate() {
        return 100 * share(breaches, bound);
    }

    /** Real catches in a hundred rounds. */
    double catchRate() {
        return 100 * share(catches, rounds);
    }

    private static double share(long sum, long of) {
        return of == 0 ? 0 : (double) sum / of;
    }
}
