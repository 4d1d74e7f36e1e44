package dev.truce.bot.line.model;

import dev.truce.bot.BotSeat;
import dev.truce.bot.line.answer.AnswerReader;
import dev.truce.bot.line.json.Fields;
import dev.truce.bot.line.json.JsonText;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a model is to foretell of the open round: whether the other side keeps each covert clause, and all its public ones. */
public final class ForecastQuestion {
    /** Stands for all public clauses of the other side. */
    public static final String PUBLIC = "public";

    private static final String FORECAST = "forecast";

    /** Most characters of what is wrong that are repeated. */
    private static final int MAX_ITEM = 60;

    private final BotSeat seat;
    private final int round;
    private final List<String> about = new ArrayList<>();

    private enum ForecastFault implements Refusal.Code {
        BAD_FORECAST
    }

    /**
     * Asks about the clauses that bind the other side of a seat.
     *
     * @param seen what the seat sees
     * @param isAsked whether it is asked at all
     */
    ForecastQuestion(BotSeat seat, Observation seen, boolean isAsked) {
        this.seat = seat;
        this.round = seen.openRound();
        boolean hasPublic = false;
        for (Instrument instrument : seat.scenario().instruments().all()) {
            boolean binds = isAsked
                    && instrument.holder() == seat.side().other()
                    && seen.treaty().binding(instrument, round) != null;
            hasPublic |= binds && !instrument.isCovert();
            if (binds && instrument.isCovert()) {
                about.add(instrument.qualifiedWord());
            }
        }
        if (hasPublic) {
            about.add(PUBLIC);
        }
    }

    /** Returns the question as a line of its own, or nothing if there is none. */
    String text() {
        return about.isEmpty() ? "" : "\n" + JsonText.write(Map.of(FORECAST, about));
    }

    /**
     * Reads the chances that an answer has. One that was not asked for, or is no number from 0 to 1, is complained about; one that is not there
     * is not.
     */
    Map<String, Double> read(ModelAnswer answer, Consumer<String> complaints) {
        Map<String, Double> chances = new HashMap<>();
        if (about.isEmpty() || answer.forecast() == null) {
            return chances;
        }
        try {
            Fields given = new Fields("answer", Map.of(FORECAST, answer.forecast())).object(FORECAST);
            for (String on : given.map().keySet()) {
                if (given.has(on)) {
                    read(on, given, chances, complaints);
                }
            }
        } catch (IllegalArgumentException none) {
            complaints.accept(complaint(String.valueOf(answer.forecast())));
        }
        return chances;
    }

    private void read(String on, Fields given, Map<String, Double> chances, Consumer<String> complaints) {
        try {
            double chance = given.number(on);
            if (about.contains(on) && chance >= 0 && chance <= 1) {
                chances.put(on, chance);
                return;
            }
        } catch (IllegalArgumentException none) {
            // It is told back like a number that is no chance.
        }
        complaints.accept(complaint(on + "=" + given.map().get(on)));
    }

    private String complaint(String item) {
        String shown = item.substring(0, Math.min(item.length(), MAX_ITEM));
        return AnswerReader.complaint(Refusal.of(ForecastFault.BAD_FORECAST, shown)
                .because("refused.answer.forecast", String.join(" ", about)));
    }

    /** Returns a forecast for each thing that was asked. */
    List<ModelForecast> forecasts(int match, Map<String, Double> chances) {
        return about.stream()
                .map(on ->
                        new ModelForecast(match, seat.side().name(), round, on, Optional.ofNullable(chances.get(on))))
                .toList();
    }
}
