package dev.truce.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.Press;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.topic.NewsTopic;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PressTest {
    @Test
    void theSameMatchHasTheSameNewsForEveryViewer() {
        NewsTopic topic = new NewsTopic(ViewFixture.BUSAN, Texts.phrases(), List.of());
        RealMatch match = RealMatch.play("tft", "opport", 11, 8);
        TreeSet<String> written = new TreeSet<>();
        for (Viewer viewer : Viewer.values()) {
            Press press = Press.of(Rules.of(ViewFixture.BUSAN));
            press.follow(match.views(viewer));
            press.follow(match.views(viewer));
            StringBuilder text = new StringBuilder();
            for (int round = 0; round <= press.last(); round++) {
                text.append(new ColumnsPrinter().lines(topic.page(round, press.of(round, 8))));
            }
            assertThat(press.last()).isEqualTo(8);
            written.add(text.toString());
        }
        assertThat(written).hasSize(1);
    }

    @Test
    void aMatchThatEndsJustBeforeAPoliticalDateDoesNotTellOfIt() {
        Press press = Press.of(Rules.of(ViewFixture.BUSAN));
        press.follow(RealMatch.play("tft", "opport", 11, 3).views(Viewer.PUBLIC));
        NewsItem date = new NewsItem.PoliticalDate(4);
        assertThat(press.of(3, 0)).contains(date);
        assertThat(press.of(3, 8)).contains(date);
        assertThat(press.of(3, 3)).doesNotContain(date).isNotEmpty();
    }
}
