package dev.truce.story.scenario;

import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Glossary;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import java.util.List;

/** What a word of the game means. */
public final class GlossaryTopic {
    private final Phrases phrases;

    /** @param phrases the texts of the language */
    public GlossaryTopic(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Returns an entry. In Chinese the English word stands beside its own, since commands and levels are English; in English it stands alone. */
    public Page page(Glossary.Entry entry) {
        boolean both = phrases.language() == Language.ZH && !entry.other().isEmpty();
        String head = entry.term() + (both ? " (" + entry.other() + ")" : "");
        String text = head + phrases.of("list.colon") + entry.meaning();
        return Page.of(List.of(Part.named("entry")
                .drawn(Block.Text.of(text))
                .said(text)
                .datum(List.of("term"), entry.term())
                .datum(List.of("other"), entry.other())
                .datum(List.of("meaning"), entry.meaning())));
    }

    /** Returns the words that are explained. */
    public Page terms(Glossary glossary) {
        String text = phrases.of("glossary.how", phrases.row(glossary.terms()));
        return Page.of(List.of(
                Part.named("terms").drawn(Block.Text.of(text)).said(text).datum(glossary.terms())));
    }
}
