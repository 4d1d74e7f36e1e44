package dev.truce.tournament.row;

import dev.truce.bot.line.model.ForecastQuestion;
import dev.truce.bot.line.model.ModelForecast;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.ResultTable;
import java.util.Optional;

/**
 * What a model foretold of the other side, and what that did.
 *
 * @param match the match
 * @param forecast what was foretold
 * @param kept whether the other side kept its word; nothing if it did not bind in the round after all
 */
public record ForecastRow(PlayedMatch match, ModelForecast forecast, Optional<Boolean> kept) {
    /** One row for each thing that a model was asked to foretell in each round; only in tournaments in which one plays. */
    public static final ResultTable<ForecastRow> TABLE = MatchRow.key(
                    ResultTable.<ForecastRow>named("forecasts"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round, from 1")
            .whole("", row -> row.forecast.round())
            .column("side", "US or CN: the model's; the word is that of the other side")
            .text(row -> row.forecast.side())
            .column("about", "the covert instrument whose clause binds, or public for all public clauses that bind")
            .text(row -> row.forecast.on())
            .where(row -> row.forecast.chance().isPresent())
            .column("chance", "with what chance the model said it is kept; empty if it did not say so legally")
            .decimal(6, "fraction", row -> row.forecast.chance().orElse(0.0))
            .where(row -> row.kept.isPresent())
            .column(
                    "kept",
                    "1 if it was kept, 0 if it was not, be it by right; empty if it did not bind in the round after all")
            .flag(row -> row.kept.orElse(false))
            .build();

    /** Returns the row of a forecast in a match. */
    public static ForecastRow of(PlayedMatch match, ModelForecast forecast) {
        Optional<Boolean> kept = forecast.round() > match.reports().size()
                ? Optional.empty()
                : kept(match.reports().get(forecast.round() - 1), forecast);
        return new ForecastRow(match, forecast, kept);
    }

    private static Optional<Boolean> kept(RoundReport report, ModelForecast forecast) {
        Side other = Side.valueOf(forecast.side()).other();
        if (!forecast.on().equals(ForecastQuestion.PUBLIC)) {
            return report.treaty().clauses().stream()
                    .map(Clause::instrument)
                    .filter(instrument -> instrument.qualifiedWord().equals(forecast.on()))
                    .findFirst()
                    .map(instrument -> report.treaty().binding(instrument, report.round()))
                    .map(clause -> !clause.isBrokenBy(report.after().get(clause.instrument())));
        }
        boolean binds = report.treaty().clauses().stream()
                .map(Clause::instrument)
                .anyMatch(instrument -> instrument.holder() == other
                        && !instrument.isCovert()
                        && report.treaty().binding(instrument, report.round()) != null);
        return binds ? Optional.of(report.side(other).brokenClauses().isEmpty()) : Optional.empty();
    }
}
