package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.text.NearWord;
import dev.truce.story.words.NamedTerms;
import dev.truce.story.words.TermsWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads terms as people type them: {@code renew 4}, {@code truce 4; SOY>=8}, {@code deep 8 communique},
 * {@code FENT<=5; CN.RECIP<=5; SOY>=8 for 4 private}, {@code {renew A1 until r7; CN.SOY>=8}}.
 */
final class TermsText {
    private static final Pattern PUBLICITY = Pattern.compile("(?i)(?:^|[\\s;])(private|communique)$");
    private static final Pattern LENGTH =
            Pattern.compile("(?i)(?:^|[\\s;])(for|until)\\s+r?(\\d{1,4})(?:\\s+rounds?)?$");
    private static final Pattern BASE =
            Pattern.compile("(?i)([a-z]+)(?:\\s+a\\d+)?(?:\\s+(\\d{1,4})(?:\\s+rounds?)?)?");
    private static final Pattern CLAUSE = Pattern.compile("([A-Za-z0-9_.]+)\\s*(<=|>=|=|<|>)?\\s*(.*)");
    private static final String RENEW = "renew";

    private final Board board;
    private final LevelText levels;
    private final TermsWords words;

    TermsText(Board board) {
        this.board = board;
        this.levels = new LevelText(board.scenario());
        this.words = new TermsWords(Texts.wording(board.scenario()));
    }

    /** Terms, or why there are none. */
    sealed interface Reading {
        /** The terms. */
        record Of(Terms terms) implements Reading {}

        /** What is wrong with the first wrong part. */
        record Wrong(UsageFault fault) implements Reading {}
    }

    /** A clause, or why there is none. */
    record Part(@Nullable Pledge pledge, @Nullable UsageFault fault) {}

    /**
     * Reads terms.
     *
     * @param text what was typed after the command
     * @param command the command with what stands between it and the terms, for the line to type next
     */
    Reading read(String text, String command) {
        String rest = ascii(text);
        boolean communique = false;
        Matcher publicity = PUBLICITY.matcher(rest);
        if (publicity.find()) {
            communique = publicity.group(1).equalsIgnoreCase("communique");
            rest = trimmed(rest.substring(0, publicity.start()));
        }
        String lengthWord = "";
        int number = 0;
        Matcher length = LENGTH.matcher(rest);
        if (length.find()) {
            lengthWord = length.group(1).toLowerCase(Locale.ROOT);
            number = Integer.parseInt(length.group(2));
            rest = trimmed(rest.substring(0, length.start()));
        }
        if (rest.isEmpty()) {
            return wrong("TERMS_MISSING", Texts.of("fault.terms-missing"), command + " renew 4");
        }
        String[] parts = rest.split("[;,]", -1);
        Matcher inFirst = LENGTH.matcher(parts[0].strip());
        if (lengthWord.isEmpty() && inFirst.find()) {
            lengthWord = inFirst.group(1).toLowerCase(Locale.ROOT);
            number = Integer.parseInt(inFirst.group(2));
            parts[0] = parts[0].strip().substring(0, inFirst.start());
        }
        Matcher base = BASE.matcher(parts[0].strip());
        String name = base.matches() ? base.group(1).toLowerCase(Locale.ROOT) : "";
        boolean named = name.equals(RENEW) || NamedTerms.find(name).isPresent();
        if (named && base.group(2) != null) {
            lengthWord = "for";
            number = Integer.parseInt(base.group(2));
        }
        Map<Instrument, Pledge> pledges = new EnumMap<>(Instrument.class);
        if (named) {
            base(name).forEach(pledge -> pledges.put(pledge.instrument(), pledge));
            if (pledges.isEmpty()) {
                return wrong("NO_TREATY", Texts.of("fault.no-treaty"), command + " deep 4");
            }
        }
        List<Pledge> typed = new ArrayList<>();
        for (int i = named ? 1 : 0; i < parts.length; i++) {
            if (parts[i].isBlank()) {
                continue;
            }
            Part part = clause(parts[i].strip(), command);
            if (part.pledge() == null) {
                return new Reading.Wrong(Objects.requireNonNull(part.fault(), "no clause without a fault"));
            }
            UsageFault conflict = conflict(typed, part.pledge(), command);
            if (conflict != null) {
                return new Reading.Wrong(conflict);
            }
            typed.add(part.pledge());
            pledges.put(part.pledge().instrument(), part.pledge());
        }
        boolean renewal = name.equals(RENEW) && typed.isEmpty();
        int rounds = lengthWord.equals("until") ? number - end(renewal) : number;
        if (rounds < Terms.LEAST_ROUNDS || rounds > Terms.MAX_ROUNDS) {
            return wrongLength(lengthWord, number, renewal, command + " " + rest);
        }
        return new Reading.Of(
                renewal
                        ? new Terms.Renewal(rounds, communique)
                        : new Terms.Package(List.copyOf(pledges.values()), rounds, communique));
    }

    /** The text with ASCII signs and without braces. */
    private static String ascii(String text) {
        return trimmed(OrderText.ascii(text)
                .replace("\u2264", "<=")
                .replace("\u2265", ">=")
                .replace('\uff1c', '<')
                .replace('\uff1e', '>')
                .replaceAll("[{}]", " ")
                .replaceAll("\\s+", " "));
    }

    private static String trimmed(String text) {
        return text.strip().replaceAll("[;,\\s]+$", "");
    }

    /** The clauses that a word stands for; for a renewal those that can still bind. */
    private List<Pledge> base(String name) {
        Optional<NamedTerms> named = NamedTerms.find(name);
        if (named.isPresent()) {
            return named.get().pledges(board.scenario());
        }
        List<Pledge> pledges = new ArrayList<>();
        for (Clause clause : treaty().clauses()) {
            if (clause.last() >= board.openRound()) {
                pledges.add(new Pledge(clause.instrument(), clause.bound()));
            }
        }
        return pledges;
    }

    private Treaty treaty() {
        return board.observation() == null ? Treaty.NONE : board.observation().treaty();
    }

    /** The round after which the rounds of new terms count. */
    private int end(boolean renewal) {
        int last = board.openRound();
        for (Clause clause : treaty().clauses()) {
            last = renewal && clause.last() != Clause.FOREVER ? Math.max(last, clause.last()) : last;
        }
        return last;
    }

    private Reading wrongLength(String word, int number, boolean renewal, String typed) {
        String what = word.isEmpty()
                ? Texts.of("fault.terms-length.missing")
                : word.equals("until")
                        ? Texts.of("fault.terms-length.until", number, end(renewal))
                        : Texts.of("fault.terms-length", number);
        int near = word.equals("for") && number > Terms.MAX_ROUNDS ? Terms.MAX_ROUNDS : 4;
        String bare = typed.replaceFirst("(?i)^(\\S+(?: \\S+)? (?:renew|truce|deep))( a\\d+)? \\d+", "$1$2");
        return new Reading.Wrong(fault("TERMS_LENGTH", what, bare + " for " + near)
                .about("rounds", Terms.LEAST_ROUNDS + ".." + Terms.MAX_ROUNDS));
    }

    /** Reads one clause. */
    Part clause(String text, String command) {
        Matcher matcher = CLAUSE.matcher(text);
        if (!matcher.matches()) {
            return new Part(
                    null, fault("TERMS_SYNTAX", Texts.of("fault.terms-syntax", LevelText.shown(text)), "help offer"));
        }
        String word = matcher.group(1);
        String sign = matcher.group(2) == null ? "" : matcher.group(2);
        String level = matcher.group(3).strip();
        Optional<Instrument> found = Instrument.find(word, board.side());
        Instrument instrument =
                found.or(() -> Instrument.find(word, board.side().other())).orElse(null);
        if (instrument == null) {
            return new Part(null, unknown(word, command));
        }
        String right = TermsWords.sign(instrument);
        if (level.isEmpty()) {
            String start = board.scenario()
                    .spec(instrument)
                    .rung(board.scenario().spec(instrument).start())
                    .token();
            return new Part(
                    null,
                    fault(
                                    "LEVEL_MISSING",
                                    Texts.of("fault.clause-level", instrument.qualifiedWord()),
                                    command + " " + instrument.qualifiedWord() + right + start + " for 4")
                            .about(instrument.id(), levels.ladder(instrument)));
        }
        if (!sign.isEmpty() && !sign.equals("=") && sign.charAt(0) != right.charAt(0)) {
            return new Part(
                    null,
                    fault(
                                    "WRONG_BOUND",
                                    Texts.of(
                                            instrument.isCovert() ? "fault.bound.covert" : "fault.bound.public",
                                            instrument.qualifiedWord()),
                                    command + " " + instrument.qualifiedWord() + right + level + " for 4")
                            .about(instrument.id(), right));
        }
        int index = levels.find(instrument, level);
        return index < 0
                ? new Part(
                        null,
                        levels.offLadder(
                                instrument,
                                right,
                                level,
                                Texts.of("fault.unchanged.nothing-sent"),
                                command + " * for 4"))
                : new Part(new Pledge(instrument, index), null);
    }

    private @Nullable UsageFault conflict(List<Pledge> typed, Pledge pledge, String command) {
        for (Pledge other : typed) {
            if (other.instrument() == pledge.instrument() && other.bound() != pledge.bound()) {
                return fault(
                                "CONFLICTING_CLAUSES",
                                Texts.of("fault.clauses", words.pledge(other), words.pledge(pledge)),
                                command + " " + words.pledge(pledge) + " for 4")
                        .about(pledge.instrument().id(), "");
            }
        }
        return null;
    }

    private UsageFault unknown(String word, String command) {
        List<String> known = new ArrayList<>(List.of(RENEW));
        for (NamedTerms named : NamedTerms.values()) {
            known.add(named.word());
        }
        for (Instrument instrument : Instrument.all()) {
            known.add(
                    instrument.holder() == board.side() || !isShared(instrument)
                            ? instrument.word()
                            : instrument.qualifiedWord());
        }
        Optional<String> near = NearWord.one(word, known);
        return fault(
                        "UNKNOWN_INSTRUMENT",
                        near.map(n -> Texts.of("fault.unknown-instrument.near", LevelText.shown(word), n))
                                .orElse(Texts.of("fault.unknown-instrument", LevelText.shown(word))),
                        near.map(n -> known.indexOf(n) <= NamedTerms.values().length
                                        ? command + " " + n + " 4"
                                        : "state " + n)
                                .orElse("help offer"))
                .about(LevelText.shown(word), String.join(" ", known));
    }

    /** Whether both sides have an instrument of this word. */
    private static boolean isShared(Instrument instrument) {
        return Instrument.find(instrument.word(), instrument.holder().other()).isPresent();
    }

    private Reading wrong(String code, String what, String next) {
        return new Reading.Wrong(fault(code, what, next));
    }

    private static UsageFault fault(String code, String what, String next) {
        return UsageFault.of(code, what, Texts.of("fault.unchanged.nothing-sent"), next);
    }
}
