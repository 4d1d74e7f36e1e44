package dev.truce.story.topic;

import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.scenario.Scenario;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.NewsWords;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The news of a round, one item after the other. */
public final class NewsTopic {
    private final Scenario scenario;
    private final Phrases phrases;
    private final NewsWords words;
    private final List<Phrases> all;

    /**
     * @param scenario whose instruments and levels are named
     * @param phrases the texts of the language in which people read
     * @param all those of all languages that programs get
     */
    public NewsTopic(Scenario scenario, Phrases phrases, List<Phrases> all) {
        this.scenario = scenario;
        this.phrases = phrases;
        this.words = new NewsWords(scenario, phrases);
        this.all = List.copyOf(all);
    }

    /**
     * Returns the news of a round.
     *
     * @param round number of the round; 0 for the opening
     */
    public Page page(int round, List<NewsItem> news) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("type").datum("news"));
        parts.add(Part.named("round").datum(round));
        String head = round == 0
                ? phrases.of("news.head.opening")
                : phrases.of("news.head", round, scenario.calendar().quarter(round));
        parts.add(Part.named("quarter")
                .drawn(new Block.Heading(head, false))
                .said(head)
                .datum(round == 0 ? null : scenario.calendar().quarter(round)));
        if (news.isEmpty()) {
            parts.add(item(phrases.of("news.nothing")));
        }
        news.forEach(item -> parts.add(item(words.of(item))));
        parts.add(Part.named("news").datum(objects(news)));
        return Page.of(parts);
    }

    private static Part item(String words) {
        return Part.named("item").drawn(new Block.Text("- ", 2, words)).said(words);
    }

    /**
     * Returns the news that a report of a round prints beside its other rows, which tell the rest: a political date, how markets
     * took it, and the line of normal trade.
     */
    public List<String> headlines(List<NewsItem> news) {
        List<String> lines = new ArrayList<>();
        for (NewsItem item : news) {
            boolean markets = item instanceof NewsItem.SoyaFutures futures && futures.reaction() != Reaction.NONE;
            if (markets || item instanceof NewsItem.NormalTrade || item instanceof NewsItem.PoliticalDate) {
                lines.add(words.of(item));
            }
        }
        return lines;
    }

    /** Returns an object for each item, in order: its kind, and its words in all languages. */
    public List<Object> objects(List<NewsItem> news) {
        List<Object> objects = new ArrayList<>();
        for (NewsItem item : news) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("kind", kind(item));
            for (Phrases each : all) {
                object.put(each.language().word(), new NewsWords(scenario, each).of(item));
            }
            objects.add(object);
        }
        return objects;
    }

    /** Returns the word for a kind of item, for example {@code soya_futures}. */
    private static String kind(NewsItem item) {
        return item.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
