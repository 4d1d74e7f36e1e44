package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Press;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** News in words, in both languages. */
class NewsTopicTest {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final Rules RULES = Rules.of(BUSAN);

    /** Every kind of item with every key that it can need. */
    static List<NewsItem> everything() {
        List<NewsItem> all = new ArrayList<>(List.<NewsItem>of(
                new NewsItem.TruceHolds(3, true),
                new NewsItem.TruceHolds(3, false),
                new NewsItem.Summit(),
                new NewsItem.PoliticalDate(4),
                new NewsItem.PoliticalDate(5),
                new NewsItem.PoliticalDate(7),
                new NewsItem.PoliticalDate(8),
                new NewsItem.Leaked(Instrument.CN_SOY_PURCHASES, 2),
                new NewsItem.Signed(0, 0, 5, false),
                new NewsItem.Signed(2, 4, 5, true),
                new NewsItem.Expired(16),
                new NewsItem.PromisesEnded(Side.CN, List.of(Instrument.CN_SOY_PURCHASES, Instrument.CN_LICENCE_PACE)),
                new NewsItem.Breach(Side.US, List.of(Instrument.US_PORT_FEE), false, false),
                new NewsItem.Breach(Side.US, List.of(Instrument.US_PORT_FEE), false, true),
                new NewsItem.Breach(Side.CN, List.of(Instrument.CN_PORT_FEE), true, false),
                new NewsItem.Caught(Side.CN, Instrument.CN_FENTANYL_ENFORCEMENT),
                new NewsItem.Leaves(Side.US),
                new NewsItem.Corrected(new LevelChange(Instrument.US_RECIPROCAL_TARIFF, 5, 3)),
                new NewsItem.Headline(4700, 8100),
                new NewsItem.NormalTrade(true),
                new NewsItem.NormalTrade(false),
                new NewsItem.CustomsSoya(2, 6250),
                new NewsItem.Stocks(-81, 4)));
        for (RoundEvent event : RoundEvent.values()) {
            if (event != RoundEvent.SUMMIT && event.leaks() == null) {
                all.add(new NewsItem.Happened(event));
            }
        }
        for (Ratification.Outcome outcome : Ratification.Outcome.values()) {
            if (outcome != Ratification.Outcome.NOTHING_SIGNED && outcome != Ratification.Outcome.ENTERED) {
                boolean hollow = outcome == Ratification.Outcome.LAPSED_AS_HOLLOW;
                all.add(new NewsItem.Lapsed(outcome, hollow ? null : Side.CN));
            }
        }
        for (TreatyChange change : TreatyChange.values()) {
            if (change != TreatyChange.NONE && change != TreatyChange.ENTERED_INTO_FORCE) {
                all.add(new NewsItem.AgreementEnded(change));
            }
        }
        for (Instrument instrument : BUSAN.instruments().all()) {
            if (!instrument.isCovert()) {
                all.add(new NewsItem.Moved(new LevelChange(instrument, 0, 1)));
                all.add(new NewsItem.Moved(new LevelChange(instrument, 1, 0)));
            }
        }
        for (Reaction reaction : Reaction.values()) {
            for (int change : new int[] {-24, 0, 7}) {
                all.add(new NewsItem.SoyaFutures(1056, change, reaction));
            }
        }
        all.add(new NewsItem.SnapBack(
                Side.US,
                Instrument.of(Side.US).stream()
                        .filter(instrument -> !instrument.isCovert())
                        .map(instrument -> new LevelChange(instrument, 0, 1))
                        .toList()));
        return all;
    }

    private static List<String> lines(Language language, int round, List<NewsItem> news) {
        return new ColumnsPrinter().lines(topic(language).page(round, news));
    }

    private static NewsTopic topic(Language language) {
        return new NewsTopic(BUSAN, Bundles.of(language), Bundles.all());
    }

    @ParameterizedTest
    @EnumSource
    void everyItemHasWordsAndNoLineIsWiderThanTheScreen(Language language) {
        for (String line : lines(language, 4, everything())) {
            assertThat(TextWidth.width(line)).as(line).isLessThanOrEqualTo(80);
            assertThat(line).doesNotContain("null").doesNotContain("%s").doesNotContain("%d");
        }
        assertThat(lines(language, 4, List.of())).hasSize(2);
    }

    @Test
    void theOpeningTellsOfSoyaFuturesInBothLanguages() {
        List<NewsItem> opening = Press.of(RULES).of(0, 0);
        assertThat(lines(Language.EN, 0, opening))
                .contains("- Soya futures slipped $0.24 to $10.80. Details are missing.");
        assertThat(lines(Language.ZH, 0, opening)).contains("- 大豆期货下跌 0.24 美元，报每蒲式耳 10.80 美元。缺乏细节。");
    }

    @Test
    void objectsHaveAKindAndBothLanguages() {
        assertThat(new JsonPrinter().text(topic(Language.EN).page(3, List.of(new NewsItem.CustomsSoya(2, 6250)))))
                .contains("\"kind\":\"customs_soya\"")
                .contains("\"en\":\"Customs: China bought about 6.2 million tonnes")
                .contains("\"zh\":\"海关");
    }
}
