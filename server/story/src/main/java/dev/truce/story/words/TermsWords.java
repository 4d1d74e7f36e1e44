package dev.truce.story.words;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.notation.NamedTerms;
import dev.truce.match.notation.TermsNotation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How terms are written, in the notation in which they can be typed: {@code truce 4; CN.SOY>=8 communique}. */
public final class TermsWords {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public TermsWords(Wording wording) {
        this.wording = wording;
    }

    /** Returns terms as they may be typed; typed again they are the same. */
    public String line(Terms terms) {
        return body(terms) + (terms.communique() ? " communique" : "");
    }

    /** Returns the line with blanks at which it may be broken only between clauses. */
    public String unbroken(Terms terms) {
        return line(terms).replace(' ', TextWidth.HARD_BLANK).replace(";" + TextWidth.HARD_BLANK, "; ");
    }

    /** Returns a clause as an offer has it, for example {@code US.RECIP<=10}. */
    public String pledge(Pledge pledge) {
        return pledge.instrument().qualifiedWord() + bound(pledge);
    }

    /** Returns the bound, for example {@code <=10}. */
    public String bound(Pledge pledge) {
        return TermsNotation.sign(pledge.instrument()) + wording.level(pledge.instrument(), pledge.bound());
    }

    private String body(Terms terms) {
        if (terms instanceof Terms.Package clauses) {
            for (NamedTerms named : NamedTerms.values()) {
                List<Pledge> other = differences(clauses.pledges(), named.pledges(wording.scenario()));
                if (other != null && other.size() < clauses.pledges().size() / 2) {
                    String head = named.word() + " " + terms.rounds();
                    return other.isEmpty() ? head : head + "; " + joined(other);
                }
            }
            return joined(clauses.pledges()) + " for " + terms.rounds();
        }
        return "renew " + terms.rounds();
    }

    private String joined(List<Pledge> pledges) {
        return String.join("; ", pledges.stream().map(this::pledge).toList());
    }

    /** The pledges that differ from a named set or come on top of it, or null if one of the set is missing. */
    private static @Nullable List<Pledge> differences(List<Pledge> pledges, List<Pledge> named) {
        Map<Instrument, Pledge> base = new EnumMap<>(Instrument.class);
        named.forEach(pledge -> base.put(pledge.instrument(), pledge));
        List<Pledge> other = new ArrayList<>();
        int found = 0;
        for (Pledge pledge : pledges) {
            Pledge same = base.get(pledge.instrument());
            if (same != null) {
                found++;
            }
            if (!pledge.equals(same)) {
                other.add(pledge);
            }
        }
        return !base.isEmpty() && found == base.size() ? other : null;
    }
}
