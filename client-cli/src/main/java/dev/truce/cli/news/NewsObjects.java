package dev.truce.cli.news;

import dev.truce.engine.news.NewsItem;
import dev.truce.engine.scenario.Scenario;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** News as objects for programs: the kind of each item, and its words in both languages. */
public final class NewsObjects {
    private final NewsWords english;
    private final NewsWords chinese;

    /**
     * @param scenario whose instruments and levels are named
     */
    public NewsObjects(Scenario scenario) {
        english = new NewsWords(scenario, Language.EN);
        chinese = new NewsWords(scenario, Language.ZH);
    }

    /** Returns an object for each item, in order. */
    public List<Object> of(List<NewsItem> news) {
        List<Object> objects = new ArrayList<>();
        for (NewsItem item : news) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("kind", kind(item));
            object.put("en", english.of(item));
            object.put("zh", chinese.of(item));
            objects.add(object);
        }
        return objects;
    }

    /** Returns the word for a kind of item, for example {@code soya_futures}. */
    static String kind(NewsItem item) {
        return item.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
