package dev.truce.match.notation;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The notation of terms. One way to write them, {@code {US.FENT<=5; CN.SOY>=8; until r8; communique}} or {@code {RENEW; for 4}};
 * people may leave out much of it: {@code renew 4}, {@code truce 4; SOY>=8}, {@code FENT<=5; CN.RECIP<=5 for 4 private}.
 */
public final class TermsNotation {
    private static final Pattern BRACES =
            Pattern.compile("\\{([^{}]*)}\\s*(private|communique)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLICITY =
            Pattern.compile("(?:^|.*\\s)(private|communique)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH =
            Pattern.compile("(?:^|.*\\s)((for|until)\\s+r?([0-9]{1,4})(?:\\s+rounds?)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE =
            Pattern.compile("([a-z]+)(?:\\s+a[0-9]+)?(?:\\s+([0-9]{1,4})(?:\\s+rounds?)?)?", Pattern.CASE_INSENSITIVE);
    /** Ends at anything, so that no blank is tried twice. */
    private static final Pattern CLAUSE = Pattern.compile("([A-Za-z0-9_.]+)\\s*(<=|>=|=|<|>)?\\s*(.*)", Pattern.DOTALL);

    private static final String RENEW = "renew";
    /** Rounds of what is proposed in place of wrong terms, where the scenario allows so many. */
    private static final int SOME = 4;

    private final Side side;
    private final int round;
    private final Scenario scenario;
    private final @Nullable Treaty treaty;
    private final Map<Instrument, Pledge> typed = new EnumMap<>(Instrument.class);
    private final StringJoiner kept = new StringJoiner("; ");
    private String base = "";
    private String length = "";
    private String publicity = "";
    private int number;

    private TermsNotation(Side side, int round, Scenario scenario, @Nullable Treaty treaty) {
        this.side = side;
        this.round = round;
        this.scenario = scenario;
        this.treaty = treaty;
    }

    // ---- writing ----

    /**
     * Returns the notation of terms.
     *
     * @param round the round in which they are offered, from which their last round counts
     */
    public static String of(Terms terms, int round, Scenario scenario) {
        StringBuilder text = new StringBuilder("{");
        if (terms instanceof Terms.Package clauses) {
            for (Pledge pledge : clauses.pledges()) {
                text.append(of(pledge, scenario)).append("; ");
            }
            text.append("until r").append(round + terms.rounds());
        } else {
            text.append("RENEW; for ").append(terms.rounds());
        }
        return text.append(terms.communique() ? "; communique}" : "}").toString();
    }

    /** Returns the notation of one clause: {@code US.FENT<=5}, a cap, or {@code CN.SOY>=8}, a floor. */
    public static String of(Pledge pledge, Scenario scenario) {
        return pledge.instrument().qualifiedWord()
                + sign(pledge.instrument())
                + scenario.spec(pledge.instrument()).rung(pledge.bound()).token();
    }

    /** Returns the only sign that a clause on the instrument can have. */
    public static String sign(Instrument instrument) {
        return instrument.isCovert() ? ">=" : "<=";
    }

    /** Returns the words for sets of clauses, with which terms may begin. */
    public static List<String> bases() {
        List<String> words = new ArrayList<>(List.of(RENEW));
        for (NamedTerms named : NamedTerms.values()) {
            words.add(named.word());
        }
        return words;
    }

    // ---- reading ----

    /**
     * Reads terms.
     *
     * @param text with or without braces
     * @param side whose short words are meant where both sides have the instrument
     * @param round the round in which they are offered
     * @throws DeedSyntax if they are none; what would be right are terms
     */
    static Terms read(String text, Side side, int round, Scenario scenario, @Nullable Treaty treaty) throws DeedSyntax {
        TermsNotation terms = new TermsNotation(side, round, scenario, treaty);
        String rest = text.strip();
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            Matcher braces = BRACES.matcher(rest);
            if (!braces.matches()) {
                throw wrong("refused.bad_terms.braces", "{renew 4}");
            }
            rest = braces.group(1) + (braces.group(2) == null ? "" : ";" + braces.group(2));
        }
        String[] parts = rest.split("[;,]", -1);
        for (int i = 0; i < parts.length; i++) {
            try {
                terms.take(parts[i].strip());
            } catch (DeedSyntax wrong) {
                throw wrong.refusal().legal().endsWith(forSome(scenario)) ? terms.mended(wrong, parts, i) : wrong;
            }
        }
        return terms.made();
    }

    /** Returns what is wrong with one clause, with all terms as what would be right: the other clauses and the length stay. */
    private DeedSyntax mended(DeedSyntax wrong, String[] parts, int at) {
        Refusal refusal = wrong.refusal();
        String clause = refusal.legal()
                .substring(0, refusal.legal().length() - forSome(scenario).length());
        StringJoiner right = new StringJoiner("; ");
        String length = "";
        String publicity = "";
        for (int i = 0; i < parts.length; i++) {
            String rest = parts[i].strip();
            for (boolean cut = true; cut; ) {
                Matcher publicityAtEnd = PUBLICITY.matcher(rest);
                Matcher lengthAtEnd = LENGTH.matcher(rest);
                cut = publicityAtEnd.matches() || lengthAtEnd.matches();
                if (publicityAtEnd.matches()) {
                    publicity = " " + publicityAtEnd.group(1);
                    rest = rest.substring(0, publicityAtEnd.start(1)).strip();
                } else if (cut) {
                    length = " " + lengthAtEnd.group(1);
                    rest = rest.substring(0, lengthAtEnd.start(1)).strip();
                }
            }
            if (i == at || !(rest.isEmpty() || isAbout(rest, clause))) {
                right.add(i == at ? clause : rest);
            }
        }
        String whole = readable(right + (length.isEmpty() ? forSome(scenario) : length) + publicity);
        return new DeedSyntax(
                NotationFault.BAD_TERMS,
                refusal.key(),
                whole,
                refusal.arguments().toArray());
    }

    /** Terms of which one clause was mended: that was not always all that was wrong, since agreements may be shorter than was typed. */
    private String readable(String mended) {
        try {
            read(mended, side, round, scenario, treaty);
            return mended;
        } catch (DeedSyntax again) {
            return again.refusal().code() == NotationFault.BAD_TERMS
                    ? again.refusal().legal()
                    : mended;
        }
    }

    /**
     * Reads one clause.
     *
     * @param first whose short word is meant where both sides have the instrument
     */
    static Pledge clause(String text, Side first, Scenario scenario) throws DeedSyntax {
        Matcher clause = CLAUSE.matcher(text);
        if (!clause.matches()) {
            throw wrong("refused.bad_terms.clause", "renew 4", DeedReader.shown(text));
        }
        String word = clause.group(1);
        Optional<Instrument> found = Instrument.find(word, first);
        Instrument instrument =
                found.or(() -> Instrument.find(word, first.other())).orElse(null);
        if (instrument == null) {
            throw new DeedSyntax(
                    NotationFault.UNKNOWN_INSTRUMENT,
                    "refused.unknown_instrument.word",
                    words(),
                    DeedReader.shown(word));
        }
        InstrumentSpec spec = scenario.spec(instrument);
        String written = clause.group(3).strip();
        String name = instrument.qualifiedWord() + sign(instrument);
        if (written.isEmpty()) {
            throw wrong(
                    "refused.bad_terms.bound",
                    name + spec.rung(spec.start()).token() + forSome(scenario),
                    instrument.qualifiedWord());
        }
        String sign = clause.group(2) == null ? "=" : clause.group(2);
        if (!sign.equals("=") && sign.charAt(0) != sign(instrument).charAt(0)) {
            throw wrong(
                    instrument.isCovert() ? "refused.bad_terms.floor" : "refused.bad_terms.cap",
                    name + DeedReader.shown(written) + forSome(scenario),
                    instrument.qualifiedWord());
        }
        int level = LevelReader.level(written, spec);
        if (level < 0) {
            throw OrderReader.noLevel(instrument.qualifiedWord(), written, spec);
        }
        return new Pledge(instrument, level);
    }

    private void take(String part) throws DeedSyntax {
        String rest = part;
        boolean cut = true;
        while (cut) {
            Matcher publicityAtEnd = PUBLICITY.matcher(rest);
            Matcher lengthAtEnd = LENGTH.matcher(rest);
            if (publicityAtEnd.matches()) {
                once(publicity, publicityAtEnd.group(1));
                publicity = publicityAtEnd.group(1).toLowerCase(Locale.ROOT);
                rest = rest.substring(0, publicityAtEnd.start(1)).strip();
            } else if (lengthAtEnd.matches()) {
                lasts(lengthAtEnd.group(2), lengthAtEnd.group(3), lengthAtEnd.group(1));
                rest = rest.substring(0, lengthAtEnd.start(1)).strip();
            } else {
                cut = false;
            }
        }
        if (rest.isEmpty()) {
            return;
        }
        Matcher named = BASE.matcher(rest);
        String name = named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : "";
        if (bases().contains(name)) {
            once(base, rest);
            base = name;
            kept.add(
                    named.group(2) == null
                            ? rest
                            : rest.substring(0, named.start(2)).strip());
            if (named.group(2) != null) {
                lasts("for", named.group(2), rest);
            }
        } else {
            pledge(clause(rest, side, scenario));
            kept.add(rest);
        }
    }

    private static void once(String before, String now) throws DeedSyntax {
        if (!before.isEmpty()) {
            throw wrong("refused.bad_terms.again", "renew 4", DeedReader.shown(now));
        }
    }

    private void lasts(String word, String rounds, String all) throws DeedSyntax {
        once(length, all);
        length = word.toLowerCase(Locale.ROOT);
        number = Integer.parseInt(rounds);
    }

    private void pledge(Pledge pledge) throws DeedSyntax {
        Pledge other = typed.put(pledge.instrument(), pledge);
        if (other != null && other.bound() != pledge.bound()) {
            String now = of(pledge, scenario);
            throw wrong("refused.bad_terms.twice", now + forSome(scenario), of(other, scenario), now);
        }
    }

    private Terms made() throws DeedSyntax {
        if (base.isEmpty() && typed.isEmpty()) {
            throw wrong("refused.bad_terms.empty", "renew 4");
        }
        boolean renewal = base.equals(RENEW) && typed.isEmpty();
        Map<Instrument, Pledge> pledges = new EnumMap<>(Instrument.class);
        for (Pledge pledge : renewal && treaty == null ? List.<Pledge>of() : base()) {
            pledges.put(pledge.instrument(), pledge);
        }
        pledges.putAll(typed);
        if (length.isEmpty()) {
            throw wrong("refused.bad_terms.length", kept + " for " + Math.min(SOME, most(renewal, pledges)));
        }
        int end = end(renewal);
        int rounds = length.equals("until") ? number - end : number;
        if (rounds < Terms.LEAST_ROUNDS || rounds > Terms.MAX_ROUNDS) {
            int most = most(renewal, pledges);
            String some = kept + " for " + Math.min(SOME, most);
            String right = number > Terms.MAX_ROUNDS ? kept + " for " + most : some;
            throw length.equals("until")
                    ? wrong("refused.bad_terms.until", some, number, Terms.MAX_ROUNDS, end)
                    : wrong("refused.bad_terms.rounds", right, Terms.MAX_ROUNDS, number);
        }
        boolean communique = publicity.equals("communique");
        Terms terms = renewal
                ? new Terms.Renewal(rounds, communique)
                : new Terms.Package(List.copyOf(pledges.values()), rounds, communique);
        requireLayered(terms);
        return terms;
    }

    /** Returns whether a part of terms is a clause on the same instrument as another one. */
    private boolean isAbout(String part, String other) {
        Matcher first = CLAUSE.matcher(part);
        Matcher second = CLAUSE.matcher(other);
        return first.matches()
                && second.matches()
                && instrument(first.group(1)).isPresent()
                && instrument(first.group(1)).equals(instrument(second.group(1)));
    }

    private Optional<Instrument> instrument(String word) {
        return Instrument.find(word, side).or(() -> Instrument.find(word, side.other()));
    }

    /** Returns the most rounds for which terms may bind. */
    private int most(boolean renewal, Map<Instrument, Pledge> pledges) {
        return renewal || pledges.isEmpty()
                ? Terms.MAX_ROUNDS
                : scenario.layering().mostRounds(new Terms.Package(List.copyOf(pledges.values()), 1, false));
    }

    /** Where agreements lie on top of the truce they are short, and they alone can be published. */
    private void requireLayered(Terms terms) throws DeedSyntax {
        Layers layers = scenario.layering();
        int most = layers.mostRounds(terms);
        if (terms.rounds() > most) {
            String right = kept + " for " + most + (terms.communique() ? " communique" : "");
            throw wrong("refused.bad_terms.agreement", right, most, terms.rounds());
        }
        if (layers.exist() && terms.communique() && !layers.isAgreement(terms, true)) {
            throw wrong("refused.bad_terms.published", kept + " for " + terms.rounds() + " private");
        }
    }

    /** How long that lasts which is proposed in place of wrong terms. */
    private static String forSome(Scenario scenario) {
        int most = scenario.layers().exist() ? scenario.layers().agreementRounds() : SOME;
        return " for " + Math.min(SOME, most);
    }

    /** The clauses that the base stands for; for a renewal those that can still bind. */
    private List<Pledge> base() throws DeedSyntax {
        Optional<NamedTerms> named = NamedTerms.find(base);
        List<Pledge> pledges = new ArrayList<>();
        if (named.isPresent()) {
            pledges.addAll(named.get().pledges(scenario));
        } else if (base.equals(RENEW)) {
            if (treaty == null) {
                throw wrong("refused.bad_terms.renewal", "renew 4");
            }
            for (Clause clause : treaty.clauses()) {
                if (clause.last() >= round) {
                    pledges.add(new Pledge(clause.instrument(), clause.bound()));
                }
            }
        }
        if (pledges.isEmpty() && !base.isEmpty()) {
            throw new DeedSyntax(
                    NotationFault.NO_TREATY,
                    "refused.no-treaty.renewal",
                    "deep" + forSome(scenario).replace(" for", ""));
        }
        return pledges;
    }

    /** The round after which the rounds of new terms count. */
    private int end(boolean renewal) throws DeedSyntax {
        int last = round;
        if (renewal && treaty != null) {
            for (Clause clause : treaty.isLayered() ? treaty.truce() : treaty.clauses()) {
                last = clause.last() != Clause.FOREVER ? Math.max(last, clause.last()) : last;
            }
        } else if (renewal && length.equals("until")) {
            throw wrong("refused.bad_terms.renewal", "renew 4");
        }
        return last;
    }

    private static String words() {
        StringJoiner words = new StringJoiner(" ");
        for (Instrument instrument : Instrument.all()) {
            words.add(instrument.qualifiedWord());
        }
        return words.toString();
    }

    private static DeedSyntax wrong(String sentence, String legal, Object... named) {
        return new DeedSyntax(NotationFault.BAD_TERMS, sentence, legal, named);
    }
}
