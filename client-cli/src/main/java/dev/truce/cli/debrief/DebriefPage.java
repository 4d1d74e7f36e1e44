package dev.truce.cli.debrief;

import dev.truce.cli.text.Texts;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Counterfactual;
import dev.truce.story.debrief.Debrief;
import dev.truce.story.debrief.DebriefTopic;
import dev.truce.story.debrief.TableNames;
import dev.truce.story.print.DocumentText;
import dev.truce.story.print.HtmlDocument;
import dev.truce.story.print.Look;
import java.util.List;

/** A debrief in the language of this program, in all its forms. */
final class DebriefPage {
    private final DebriefTopic topic;

    DebriefPage(ClassTables tables, TableNames names, List<Counterfactual> counterfactuals) {
        this.topic = new DebriefTopic(
                new Debrief(tables, names, counterfactuals),
                Texts.wording(tables.rules().scenario()));
    }

    List<String> lines(Look look) {
        return DocumentText.lines(topic.title(), topic.lead(), topic.sections(), look);
    }

    String markdown() {
        return DocumentText.markdown(topic.title(), topic.lead(), topic.sections());
    }

    String html() {
        return HtmlDocument.of(
                new HtmlDocument.Frame(
                        Texts.language(),
                        topic.title(),
                        topic.lead(),
                        Texts.phrases().of("debrief.skip"),
                        Texts.phrases().of("debrief.contents"),
                        Bundles.styles()),
                topic.sections());
    }
}
