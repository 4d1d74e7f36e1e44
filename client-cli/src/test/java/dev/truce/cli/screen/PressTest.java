package dev.truce.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
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
                text.append(new ColumnsPrinter().lines(topic.page(round, press.of(round))));
            }
            assertThat(press.last()).isEqualTo(8);
            written.add(text.toString());
        }
        assertThat(written).hasSize(1);
    }
}
