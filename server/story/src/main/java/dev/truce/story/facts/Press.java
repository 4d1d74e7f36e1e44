package dev.truce.story.facts;

import dev.truce.engine.news.NewsItem;
import dev.truce.engine.news.NewsWriter;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.RoundView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The news of the rounds that are known here, written on this device; everybody gets the same. */
public final class Press {
    private final @Nullable Rules rules;
    private final List<List<NewsItem>> written = new ArrayList<>();
    private @Nullable NewsWriter newsWriter;

    private Press(@Nullable Rules rules) {
        this.rules = rules;
    }

    public static Press of(Rules rules) {
        return new Press(rules);
    }

    /** Writes none, so that screens leave news out. */
    public static Press none() {
        return new Press(null);
    }

    /**
     * Follows rounds; those that it knows already, or that do not follow on the ones it knows, are passed over.
     *
     * @param rounds any viewer's views in round order
     */
    public void follow(List<RoundView> rounds) {
        NewsWriter current = open();
        for (RoundView view : rounds) {
            if (current != null && view.round() == current.round() + 1) {
                written.add(current.absorb(view));
            }
        }
    }

    /**
     * Returns the news of a round; empty if it is not known here.
     *
     * @param round number of the round; 0 for the news with which the match opens
     * @param lastRound with which the match ends, 0 if that is not known: no political date follows on it
     */
    public List<NewsItem> of(int round, int lastRound) {
        var unused = open();
        if (round < 0 || round >= written.size()) {
            return List.of();
        }
        return written.get(round).stream()
                .filter(item -> round != lastRound || !(item instanceof NewsItem.PoliticalDate))
                .toList();
    }

    /** Returns the last round whose news are known. */
    public int last() {
        return Math.max(0, written.size() - 1);
    }

    private @Nullable NewsWriter open() {
        Rules with = rules;
        if (newsWriter == null && with != null) {
            newsWriter = new NewsWriter(with, with.scenario().calendar());
            written.add(NewsWriter.opening(with, with.scenario().calendar()));
        }
        return newsWriter;
    }
}
