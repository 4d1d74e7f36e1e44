package dev.truce.bot.line.model;

import java.util.Collection;
import java.util.List;

/**
 * What the models of a pair were asked.
 *
 * @param calls attempts to ask them
 * @param forecasts what they foretold
 */
public record PairAsked(List<ModelCall> calls, List<ModelForecast> forecasts) {
    /** No model played. */
    public static final PairAsked NOTHING = new PairAsked(List.of(), List.of());

    /** Copies the lists. */
    public PairAsked {
        calls = List.copyOf(calls);
        forecasts = List.copyOf(forecasts);
    }

    /** Takes what models were asked in a pair; a second time there is nothing. */
    public static PairAsked take(Collection<ModelBots> models, int pair) {
        return new PairAsked(
                models.stream().flatMap(model -> model.takeCalls(pair).stream()).toList(),
                models.stream()
                        .flatMap(model -> model.takeForecasts(pair).stream())
                        .toList());
    }
}
