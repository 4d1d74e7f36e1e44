package dev.truce.story.facts;

import dev.truce.engine.indicator.IndicatorBoard;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.RoundView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The indicators of the rounds that are known here, worked out on this device; everybody gets the same. */
public final class Markets {
    private final @Nullable Rules rules;
    private final List<Indicators> published = new ArrayList<>();
    private @Nullable IndicatorBoard board;

    private Markets(@Nullable Rules rules) {
        this.rules = rules;
    }

    /** Publishes indicators. */
    public static Markets of(Rules rules) {
        return new Markets(rules);
    }

    /** Publishes nothing, so that screens leave indicators out. */
    public static Markets none() {
        return new Markets(null);
    }

    /**
     * Follows rounds; those that it knows already, or that do not follow on the ones it knows, are passed over.
     *
     * @param rounds any viewer's views in round order
     */
    public void follow(List<RoundView> rounds) {
        Rules with = rules;
        if (with == null) {
            return;
        }
        IndicatorBoard current = board;
        if (current == null) {
            current = new IndicatorBoard(with, with.scenario().calendar());
            board = current;
            published.add(current.latest());
        }
        for (RoundView view : rounds) {
            if (view.round() == current.round() + 1) {
                published.add(current.absorb(view));
            }
        }
    }

    /**
     * Returns what was published after a round, or null if that cannot be told here.
     *
     * @param round number of the round; 0 for the start
     */
    public @Nullable Indicators after(int round) {
        return round >= 0 && round < published.size() ? published.get(round) : null;
    }
}
