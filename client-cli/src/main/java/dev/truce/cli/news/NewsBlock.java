package dev.truce.cli.news;

import dev.truce.engine.news.NewsItem;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The news of a round as lines of at most 80 columns; one item after the other, so that it can be read aloud. */
public final class NewsBlock {
    private final Scenario scenario;
    private final NewsWords words;
    private final ResourceBundle bundle;

    /**
     * @param scenario whose instruments and levels are named
     * @param language in which
     */
    public NewsBlock(Scenario scenario, Language language) {
        this.scenario = scenario;
        this.words = new NewsWords(scenario, language);
        this.bundle = ResourceBundle.getBundle(
                "dev.truce.cli.news.news",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Returns the news of a round.
     *
     * @param round number of the round; 0 for the opening
     */
    public List<String> lines(int round, List<NewsItem> news) {
        List<String> lines = new ArrayList<>();
        lines.add(
                round == 0
                        ? bundle.getString("head.opening")
                        : String.format(
                                Locale.ROOT,
                                bundle.getString("head"),
                                round,
                                scenario.calendar().quarter(round)));
        if (news.isEmpty()) {
            lines.add("- " + bundle.getString("nothing"));
        }
        for (NewsItem item : news) {
            lines.addAll(TextWidth.wrap("- ", words.of(item)));
        }
        return lines;
    }
}
