package dev.truce.tournament.row;

import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.WordVerdict;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.ResultTable;
import java.util.Locale;

/**
 * A public statement.
 *
 * @param match the match
 * @param kind its word
 * @param about what it is about, in notation, or empty
 * @param word how it compares with the deeds
 */
public record StatementRow(PlayedMatch match, String kind, String about, LedgerEntry word) {
    /** One row for each public statement of each match; what was said in free words is none. */
    public static final ResultTable<StatementRow> TABLE = MatchRow.key(
                    ResultTable.<StatementRow>named("statements"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round in which it was said, from 1")
            .whole("", row -> row.word.round())
            .column("side", "US or CN: who said it")
            .text(row -> row.word.side().name())
            .column("kind", "reassure, warn, guard or threaten")
            .text(StatementRow::kind)
            .column("about", "the instrument, or the order, the last round and the condition, as in records; or empty")
            .text(StatementRow::about)
            .column("due", "number of the last round in which it can be decided")
            .whole("", row -> row.word.due())
            .column("verdict", "done, not_done, overtaken or unseen, as the ledger of said and done has it")
            .text(row -> row.word.verdict().name().toLowerCase(Locale.ROOT))
            .column("decided", "number of the round in which that was decided")
            .whole("", row -> row.word.decided())
            .where(row -> row.word.verdict().counts())
            .column("came_true", "1 if it came true, 0 if it did not; empty if it counts neither way")
            .flag(row -> row.word.verdict() == WordVerdict.DONE)
            .build();
}
