package dev.truce.story.heard;

import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Part.Sentence;
import dev.truce.story.words.Wording;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * One thing that a listener is told. A screen draws it in the order in which it came, or leaves it out where what it is about is seen
 * elsewhere.
 *
 * @param kind what it is about
 * @param moment when it is told
 * @param says makes its page in a language; what it says of a seat is as it stood when it was heard
 */
public record Telling(Kind kind, Moment moment, Function<Wording, Page> says) {
    /** What a telling is about. */
    public enum Kind {
        /** A round has opened. */
        OPENED,
        /** A round was resolved, with what has become of its offers. */
        ROUND,
        /** The match is over. */
        OVER,
        /** The other side offers something. */
        OFFER,
        /** The other side has answered an offer or taken one back. */
        ANSWER,
        /** What was said, or notice that was given. */
        TALK,
        /** Another seat has sealed or is ready. */
        STATUS,
        /** The clock of the open round. */
        CLOCK,
        /** What the host did, or who acts on a seat. */
        HOST,
        /** What a colleague of the own delegation drafts or how he votes. */
        COUNSEL,
        /** Somebody has taken a seat. */
        SEATED,
        /** Something is so in the room for a while, or is not so any more. */
        FACT,
        /** Somebody chose the seed. */
        SEED
    }

    /** When something is told. */
    public enum Moment {
        /** As it happens. */
        NOW,
        /** Once no more is heard of it. */
        SETTLED,
        /** It happened before the listener came, who is told how things stand instead. */
        SILENT
    }

    public Page page(Wording wording) {
        return says.apply(wording);
    }

    /** Returns its sentences, one after the other; an empty text if there is nothing to say. */
    public String text(Wording wording) {
        StringJoiner text = new StringJoiner(" ");
        page(wording).sentences().forEach(sentence -> text.add(sentence.text()));
        return text.toString();
    }

    /** Returns a page of some sentences, each a paragraph; those that say nothing are left out. */
    static Page of(int indent, List<String> sentences) {
        return Page.of(sentences.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> Part.named("said")
                        .drawn(new Block.Text("", indent, text))
                        .said(new Sentence(text, indent)))
                .toList());
    }
}
