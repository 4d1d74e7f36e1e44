package dev.truce.story.outlook;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Outlook;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.view.Figures;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.topic.TryTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The quarters ahead under drafted orders as charts: own score, trade, own prices and tension, a curve for each assumption. */
public final class OutlookTopic {
    /** The letters of assumptions, in their order. */
    private static final String LETTERS = "HXEK";

    private final TryTopic words;
    private final Phrases phrases;

    /**
     * @param words what assumptions are called
     * @param phrases all texts
     */
    public OutlookTopic(TryTopic words, Phrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    /**
     * Returns the charts.
     *
     * @param side whose score and prices
     * @param previews of the same orders, one for each assumption
     * @param keeping whether holding keeps a treaty
     */
    public Page page(Side side, List<Preview> previews, boolean keeping) {
        List<Preview> told = previews.stream().filter(TryTopic::tells).toList();
        List<String> keys = new ArrayList<>();
        for (Preview preview : told) {
            keys.add(letter(preview) + " " + words.name(preview, keeping));
        }
        String key = phrases.row(keys);
        List<Chart> charts = new ArrayList<>();
        charts.add(chart(
                "outlook.score",
                told,
                keeping,
                of -> NumberText.tenths(of.score(side).scoreMilli())));
        charts.add(chart("outlook.trade", told, keeping, of -> TradeFacts.shareTenths(of.figures())));
        charts.add(chart("outlook.prices", told, keeping, of -> 10L * prices(of.figures(), side)));
        charts.add(chart("outlook.tension", told, keeping, of -> of.figures().tensionTenths()));
        Part part = Part.named("outlook");
        for (Chart chart : charts) {
            part = part.said(chart.says());
        }
        return Page.of(
                List.of(part.drawn(new Block.Charts(charts)), Part.named("key").drawn(Block.Text.of(key))));
    }

    private Chart chart(String title, List<Preview> previews, boolean keeping, ToLongFunction<Outlook> figure) {
        List<Chart.Curve> curves = new ArrayList<>();
        for (Preview preview : previews) {
            List<Long> tenths = new ArrayList<>();
            for (Outlook quarter : preview.quarters()) {
                tenths.add(figure.applyAsLong(quarter));
            }
            curves.add(new Chart.Curve(letter(preview), words.name(preview, keeping), tenths));
        }
        return Chart.from(previews.get(0).next().round(), phrases.of(title), curves, "")
                .said(phrases);
    }

    private static char letter(Preview preview) {
        return LETTERS.charAt(preview.assumption().ordinal());
    }

    private static int prices(Figures figures, Side side) {
        return BySide.pick(side, figures.usPricesBasisPoints(), figures.cnPricesBasisPoints());
    }
}
