package dev.truce.tournament.row;

import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;

/**
 * The best attacker of a family against one bot from one seat, compared with the best bot of the pool there.
 *
 * @param victim name of the bot that is attacked
 * @param seat of the attacker
 * @param family attackers of a kind
 * @param attacker name of the best of them, by other matches
 * @param tried attackers of the family
 * @param score its mean score
 * @param best the bot of the pool that scores most there
 * @param bestScore its mean score
 * @param gain of the attacker over it, on equal seeds
 */
public record AttackRow(
        String victim,
        Side seat,
        String family,
        String attacker,
        int tried,
        double score,
        String best,
        double bestScore,
        Estimate gain) {
    private static final String POINTS = "points";

    /** One row for each victim, seat and family. */
    public static final ResultTable<AttackRow> TABLE = ResultTable.<AttackRow>named("attacks")
            .column("victim", "name of the bot that is attacked")
            .text(AttackRow::victim)
            .column("seat", "seat of the attacker")
            .text(row -> row.seat.name())
            .column("family", "attackers of a kind")
            .text(AttackRow::family)
            .column("attacker", "the best of them by as many matches on other seeds")
            .text(AttackRow::attacker)
            .column("tried", "attackers of the family")
            .whole("attackers", AttackRow::tried)
            .column("seeds", "matches of each attacker, on equal seeds")
            .whole("matches", row -> row.gain.pairs())
            .column("score", "mean score of the attacker")
            .decimal(4, POINTS, AttackRow::score)
            .column("best", "the bot of the pool that scores most there")
            .text(AttackRow::best)
            .column("best_score", "its mean score")
            .decimal(4, POINTS, AttackRow::bestScore)
            .column("gain", "score of the attacker less that of the best bot")
            .decimal(4, POINTS, row -> row.gain.mean())
            .mainInterval(" of gain", "seeds", 4, POINTS, AttackRow::gain)
            .build();
}
