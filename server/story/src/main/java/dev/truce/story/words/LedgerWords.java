package dev.truce.story.words;

import dev.truce.engine.talk.Evidence;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import org.jspecify.annotations.Nullable;

/** How an entry of the ledger of said and done is told. */
public final class LedgerWords {
    private final Wording wording;
    private final TalkWords talk;
    private final TermsWords terms;

    /** @param wording the words of the scenario */
    public LedgerWords(Wording wording) {
        this.wording = wording;
        this.talk = new TalkWords(wording);
        this.terms = new TermsWords(wording);
    }

    /** Returns what was said or signed, for example {@code US threatens PORT=80 by round 4}; an agreement by its number alone. */
    public String word(LedgerEntry entry) {
        if (entry.promise() instanceof Promise.Stated stated) {
            return talk.statement(entry.side(), stated.statement());
        }
        Promise.Signed signed = (Promise.Signed) entry.promise();
        return signed.agreement() == 0
                ? wording.text("ledger.signed", entry.side(), terms.unbroken(signed.terms()))
                : wording.text("ledger.signed.number", entry.side(), signed.agreement());
    }

    /** Returns what the verdict was given for, or an empty text while it is pending. */
    public String deed(LedgerEntry entry) {
        Evidence deed = entry.deed();
        if (deed == null) {
            return "";
        }
        boolean whole = deed.kind() == Evidence.Kind.SUSPENDED && deed.instrument() == null;
        return whole
                ? wording.text("evidence.suspended.agreement", name(deed.side()))
                : wording.text("evidence." + deed.kind().name(), name(deed.side()), instrument(deed));
    }

    /** Returns a word with its result in the round that decided it. */
    public String judged(LedgerEntry entry) {
        return wording.text("ledger.judged", word(entry), entry.round(), verdict(entry), deed(entry));
    }

    /** Returns the verdict, for example {@code NOT DONE}. */
    public String verdict(LedgerEntry entry) {
        return wording.text("verdict." + entry.verdict().name());
    }

    private static String name(@Nullable Object side) {
        return side == null ? "" : side.toString();
    }

    private static String instrument(Evidence deed) {
        return deed.instrument() == null ? "" : deed.instrument().qualifiedWord();
    }
}
