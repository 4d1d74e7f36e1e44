package dev.truce.cli.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.RealMatch;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.round.Ratification;
import dev.truce.engine.round.RoundEvent;
import dev.truce.engine.round.Rules;
import dev.truce.engine.round.TreatyChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** News in words, in both languages. */
class NewsWordsTest {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final Rules RULES = Rules.of(BUSAN);
    private static final Pattern ARGUMENT = Pattern.compile("%(?!%)[0-9$]*[sd]");

    /** Every kind of item with every key that it can need. */
    static List<NewsItem> everything() {
        List<NewsItem> all = new ArrayList<>(List.<NewsItem>of(
                new NewsItem.TruceHolds(3, true),
                new NewsItem.TruceHolds(3, false),
                new NewsItem.Summit(),
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
        for (NewsItem.Topic topic : NewsItem.Topic.values()) {
            all.add(new NewsItem.Moved(topic, new LevelChange(Instrument.US_CHIP_CONTROL, 1, 2)));
            all.add(new NewsItem.Moved(topic, new LevelChange(Instrument.US_CHIP_CONTROL, 2, 1)));
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

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameNumberOfArguments() {
        assertThat(NewsWords.keys(Language.ZH)).isEqualTo(NewsWords.keys(Language.EN));
        ResourceBundle english = ResourceBundle.getBundle("dev.truce.cli.news.news", Language.EN.locale());
        ResourceBundle chinese = ResourceBundle.getBundle("dev.truce.cli.news.news", Language.ZH.locale());
        for (String key : NewsWords.keys(Language.EN)) {
            assertThat(ARGUMENT.matcher(chinese.getString(key)).results().count())
                    .as(key)
                    .isEqualTo(
                            ARGUMENT.matcher(english.getString(key)).results().count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyItemHasWordsAndNoLineIsWiderThanTheScreen(Language language) {
        for (String line : new NewsBlock(BUSAN, language).lines(4, everything())) {
            assertThat(TextWidth.width(line)).as(line).isLessThanOrEqualTo(80);
            assertThat(line).doesNotContain("null").doesNotContain("%s").doesNotContain("%d");
        }
        assertThat(new NewsBlock(BUSAN, language).lines(4, List.of())).hasSize(2);
    }

    @Test
    void theOpeningTellsOfSoyaFuturesInBothLanguages() {
        List<NewsItem> opening = Press.of(RULES).of(0);
        assertThat(new NewsBlock(BUSAN, Language.EN).lines(0, opening))
                .contains("- Soya futures slipped $0.24 to $10.80. Details are missing.");
        assertThat(new NewsBlock(BUSAN, Language.ZH).lines(0, opening))
                .contains("- 大豆期货下跌 0.24 美元， 报每蒲式耳 10.80 美元。 缺乏细节。");
    }

    @Test
    void theSameMatchHasTheSameNewsWhoeverWritesThem() {
        RealMatch match = RealMatch.play("tft", "opport", 11, 8);
        TreeSet<String> written = new TreeSet<>();
        for (Viewer viewer : Viewer.values()) {
            Press press = Press.of(RULES);
            press.follow(match.views(viewer));
            press.follow(match.views(viewer));
            StringBuilder text = new StringBuilder();
            for (int round = 0; round <= press.last(); round++) {
                text.append(new NewsBlock(BUSAN, Language.EN).lines(round, press.of(round)));
            }
            assertThat(press.last()).isEqualTo(8);
            written.add(text.toString());
        }
        assertThat(written).hasSize(1);
    }

    @Test
    void objectsHaveAKindAndBothLanguages() {
        List<Object> objects = new NewsObjects(BUSAN).of(List.of(new NewsItem.CustomsSoya(2, 6250)));
        assertThat(objects.toString())
                .contains("kind=customs_soya")
                .contains("en=Customs: China bought about 6.2 million tonnes")
                .contains("zh=海关");
    }
}
