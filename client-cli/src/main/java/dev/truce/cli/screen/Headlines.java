package dev.truce.cli.screen;

import dev.truce.cli.news.NewsWords;
import dev.truce.cli.news.Press;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.scenario.Scenario;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;

/** The news that a report of a round prints beside its other rows, which tell the rest: how markets took it, and the line of normal trade. */
final class Headlines {
    private Headlines() {}

    static List<String> of(Scenario scenario, Press press, int round) {
        List<String> lines = new ArrayList<>();
        NewsWords words = new NewsWords(scenario, Language.EN);
        for (NewsItem item : press.of(round)) {
            boolean markets = item instanceof NewsItem.SoyaFutures futures && futures.reaction() != Reaction.NONE;
            if (markets || item instanceof NewsItem.NormalTrade) {
                lines.add(words.of(item));
            }
        }
        return lines;
    }
}
