package dev.truce.match.notation;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
    /** The clauses as they are written, or as they would be right. */
    private final Map<Instrument, String> clauses = new LinkedHashMap<>();

    private String base = "";
    /** The base as it is written, without its length. */
    private String typedBase = "";

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
        DeedSyntax.WrongClause first = null;
        for (String part : rest.split("[;,]", -1)) {
            try {
                terms.take(part.strip());
            } catch (DeedSyntax.WrongClause wrong) {
                first = first == null ? wrong : first;
                terms.put(wrong.right(), of(wrong.right(), scenario));
            } catch (DeedSyntax wrong) {
                // What is wrong first is told; what cannot be read after it is left out of what would be right.
                if (first == null) {
                    throw wrong;
                }
            }
        }
        if (first != null) {
            throw first.legal(terms.right());
        }
        return terms.made();
    }

    /** Returns the terms as they would be right: a clause that was mended is not always all that was wrong. */
    private String right() throws DeedSyntax {
        if (length.isEmpty()) {
            length = "for";
            number = Math.min(SOME, most());
        }
        try {
            made();
        } catch (DeedSyntax more) {
            return more.refusal().legal();
        }
        String until = length.equals("until") ? " r" : " ";
        return kept() + " " + length + until + number + (publicity.isEmpty() ? "" : " " + publicity);
    }

    /** Returns base and clauses. */
    private String kept() {
        StringJoiner kept = new StringJoiner("; ");
        if (!typedBase.isEmpty()) {
            kept.add(typedBase);
        }
        clauses.values().forEach(kept::add);
        return kept.toString();
    }

    /** Returns how long that may last which has no length, or a wrong one. */
    private String forSome() throws DeedSyntax {
        return "for " + Math.min(SOME, most());
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
        Optional<Instrument> found = scenario.instruments().find(word, first);
        Instrument instrument =
                found.or(() -> scenario.instruments().find(word, first.other())).orElse(null);
        if (instrument == null) {
            throw new DeedSyntax(
                    NotationFault.UNKNOWN_INSTRUMENT,
                    "refused.unknown_instrument.word",
                    words(scenario),
                    DeedReader.shown(word));
        }
        InstrumentSpec spec = scenario.spec(instrument);
        String written = clause.group(3).strip();
        if (written.isEmpty()) {
            throw new DeedSyntax.WrongClause(
                    "refused.bad_terms.bound",
                    new Pledge(instrument, spec.start()),
                    scenario,
                    instrument.qualifiedWord());
        }
        int level = LevelReader.level(written, spec);
        if (level < 0) {
            throw OrderReader.noLevel(instrument.qualifiedWord(), written, spec);
        }
        Pledge pledge = new Pledge(instrument, level);
        String sign = clause.group(2) == null ? "=" : clause.group(2);
        if (!sign.equals("=") && sign.charAt(0) != sign(instrument).charAt(0)) {
            throw new DeedSyntax.WrongClause(
                    instrument.isCovert() ? "refused.bad_terms.floor" : "refused.bad_terms.cap",
                    pledge,
                    scenario,
                    instrument.qualifiedWord());
        }
        return pledge;
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
            typedBase = named.group(2) == null
                    ? rest
                    : rest.substring(0, named.start(2)).strip();
            if (named.group(2) != null) {
                lasts("for", named.group(2), rest);
            }
        } else {
            pledge(clause(rest, side, scenario), rest);
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

    private void pledge(Pledge pledge, String written) throws DeedSyntax {
        Pledge other = typed.get(pledge.instrument());
        if (other != null && other.bound() != pledge.bound()) {
            throw new DeedSyntax.WrongClause(
                    "refused.bad_terms.twice", pledge, scenario, of(other, scenario), of(pledge, scenario));
        }
        put(pledge, written);
    }

    private void put(Pledge pledge, String written) {
        typed.put(pledge.instrument(), pledge);
        clauses.put(pledge.instrument(), written);
    }

    private Terms made() throws DeedSyntax {
        if (base.isEmpty() && typed.isEmpty()) {
            throw wrong("refused.bad_terms.empty", "renew 4");
        }
        boolean renewal = isRenewal();
        List<Pledge> pledges = pledges();
        if (length.isEmpty()) {
            throw wrong("refused.bad_terms.length", kept() + " " + forSome());
        }
        int end = end(renewal);
        int rounds = length.equals("until") ? number - end : number;
        if (rounds < Terms.LEAST_ROUNDS || rounds > Terms.MAX_ROUNDS) {
            String some = kept() + " " + forSome();
            String right = number > Terms.MAX_ROUNDS ? kept() + " for " + most() : some;
            throw length.equals("until")
                    ? wrong("refused.bad_terms.until", some, number, Terms.MAX_ROUNDS, end)
                    : wrong("refused.bad_terms.rounds", right, Terms.MAX_ROUNDS, number);
        }
        boolean communique = publicity.equals("communique");
        Terms terms = renewal ? new Terms.Renewal(rounds, communique) : new Terms.Package(pledges, rounds, communique);
        requireLayered(terms);
        return terms;
    }

    private boolean isRenewal() {
        return base.equals(RENEW) && typed.isEmpty();
    }

    /** Returns what is promised, in instrument order. */
    private List<Pledge> pledges() throws DeedSyntax {
        Map<Instrument, Pledge> pledges = new EnumMap<>(Instrument.class);
        for (Pledge pledge : isRenewal() && treaty == null ? List.<Pledge>of() : base()) {
            pledges.put(pledge.instrument(), pledge);
        }
        pledges.putAll(typed);
        return List.copyOf(pledges.values());
    }

    /** Returns the most rounds for which the terms may bind. */
    private int most() throws DeedSyntax {
        return isRenewal() ? Terms.MAX_ROUNDS : most(pledges());
    }

    private int most(List<Pledge> pledges) {
        return pledges.isEmpty()
                ? Terms.MAX_ROUNDS
                : scenario.layering().mostRounds(new Terms.Package(pledges, 1, false));
    }

    /** Where agreements lie on top of the truce they are short, and they alone can be published. */
    private void requireLayered(Terms terms) throws DeedSyntax {
        Layers layers = scenario.layering();
        int most = layers.mostRounds(terms);
        if (terms.rounds() > most) {
            String right = kept() + " for " + most + (terms.communique() ? " communique" : "");
            throw wrong("refused.bad_terms.agreement", right, most, terms.rounds());
        }
        if (layers.exist() && terms.communique() && !layers.isAgreement(terms, true)) {
            throw wrong("refused.bad_terms.published", kept() + " for " + terms.rounds() + " private");
        }
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
                    NamedTerms.DEEP.word() + " " + Math.min(SOME, most(NamedTerms.DEEP.pledges(scenario))));
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

    private static String words(Scenario scenario) {
        StringJoiner words = new StringJoiner(" ");
        for (Instrument instrument : scenario.instruments().all()) {
            words.add(instrument.qualifiedWord());
        }
        return words.toString();
    }

    private static DeedSyntax wrong(String sentence, String legal, Object... named) {
        return new DeedSyntax(NotationFault.BAD_TERMS, sentence, legal, named);
    }
}
