package dev.truce.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bots.Roster;
import dev.truce.cli.PublishedSchema;
import dev.truce.cli.screen.RealMatch;
import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.text.Texts;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.facts.Reasons;
import dev.truce.story.print.Json;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchLinesTest {
    private static final Rules RULES = Rules.of(ViewFixture.BUSAN);
    private static final Wording WORDING = Texts.wording(ViewFixture.BUSAN);
    private static final PublishedSchema SCHEMA = PublishedSchema.named("demo-output");

    private static List<String> lines(RealMatch match) {
        MatchLines objects = new MatchLines(ViewFixture.BUSAN);
        List<String> lines = new ArrayList<>();
        lines.add(Json.write(objects.match("1.0.0", Long.MIN_VALUE, 12, "tft", "hawk")));
        List<RoundView> views = match.views(Viewer.OMNISCIENT);
        Proceedings heard = match.heard(Viewer.OMNISCIENT);
        Reasons published = Reasons.published(RULES);
        published.follow(views);
        RoundTopic topic = new RoundTopic(WORDING, 12, published, Bundles.all());
        views.forEach(view -> lines.add(new JsonPrinter().text(topic.page(view, null, heard.round(view.round())))));
        lines.add(Json.write(objects.end(match.over(), views, heard.ledger(), "./truce-busan-7.twg")));
        lines.add(Json.write(objects.end(match.over(), views, heard.ledger(), null)));
        lines.add(new JsonPrinter().text(new RoundTopic(WORDING, 12).page(views.get(0), null, RoundTalk.NONE)));
        return lines;
    }

    @Test
    void everyLineOfEveryBotInEachSeatFitsThePublishedSchema() {
        List<String> names = Roster.names();
        for (int other : new int[] {1, 5}) {
            for (int i = 0; i < names.size(); i++) {
                RealMatch match = RealMatch.play(names.get(i), names.get((i + other) % names.size()), i, 12);
                for (String line : lines(match)) {
                    assertThat(line).doesNotContain("\n");
                    SCHEMA.assertFits(line);
                }
            }
        }
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() {
        RealMatch match = RealMatch.play("tft", "hawk", 7, 2);
        String round = lines(match).get(1);
        SCHEMA.assertRefuses(round.replace("\"quarter\"", "\"quartre\""));
        SCHEMA.assertRefuses(round.replace("\"round\":1", "\"round\":\"one\""));
        SCHEMA.assertRefuses("{\"type\":\"rumour\"}");
    }

    @Test
    void jsonEscapesWhatCouldEndAStringOrALine() {
        assertThat(Json.write(Map.of("k", "a\"b\\c\nd\u0001\ud83d\ude00")))
                .isEqualTo("{\"k\":\"a\\\"b\\\\c\\nd\\u0001\\ud83d\\ude00\"}");
        assertThat(Json.write(List.of(1, 2.5, true, List.of(), Map.of()))).isEqualTo("[1,2.5,true,[],{}]");
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
