package dev.truce.match.notation;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the terms of an offer, {@code {US.FENT<=5; CN.SOY>=8; until r8; communique}} or {@code {RENEW; for 4}}, in any case. */
final class TermsReader {
    static final String IN_BRACES = "refused.bad_terms.braces";

    private static final Pattern UNTIL = Pattern.compile("UNTIL\\s+R?([0-9]{1,3})");
    private static final Pattern FOR = Pattern.compile("FOR\\s+([0-9]{1,3})(?:\\s+ROUNDS?)?");
    private static final Pattern CLAUSE = Pattern.compile("([A-Za-z0-9_.]+)\\s*(<=|>=|=)\\s*(\\S.*)");
    private static final String FORM = "{US.FENT<=5; CN.SOY>=8; until r8}, {RENEW; for 4}";

    private final Side reader;
    private final int round;
    private final Scenario scenario;
    private final List<Pledge> pledges = new ArrayList<>();
    private int rounds;
    private boolean renewal;
    private boolean communique;

    private TermsReader(Side reader, int round, Scenario scenario) {
        this.reader = reader;
        this.round = round;
        this.scenario = scenario;
    }

    /**
     * Reads terms.
     *
     * @param text with its braces
     * @param reader whose short words are meant where no side stands
     * @param round the round in which they are offered
     * @throws DeedSyntax if they are none
     */
    static Terms read(String text, Side reader, int round, Scenario scenario) throws DeedSyntax {
        if (!text.startsWith("{") || !text.endsWith("}") || text.length() < 2) {
            throw wrong(IN_BRACES, FORM);
        }
        TermsReader terms = new TermsReader(reader, round, scenario);
        for (String part : text.substring(1, text.length() - 1).split(";", -1)) {
            terms.take(part.strip());
        }
        return terms.made();
    }

    /** Reads one clause. */
    static Pledge clause(String part, Side reader, Scenario scenario) throws DeedSyntax {
        Matcher clause = CLAUSE.matcher(part);
        if (!clause.matches()) {
            throw wrong("refused.bad_terms.clause", FORM, DeedReader.shown(part));
        }
        String word = clause.group(1);
        Optional<Instrument> found = Instrument.find(word, reader);
        if (found.isEmpty()) {
            throw new DeedSyntax(
                    NotationFault.UNKNOWN_INSTRUMENT,
                    "refused.unknown_instrument.word",
                    words(),
                    DeedReader.shown(word));
        }
        Instrument instrument = found.get();
        String sign = instrument.isCovert() ? ">=" : "<=";
        if (!clause.group(2).equals(sign)) {
            throw wrong(
                    instrument.isCovert() ? "refused.bad_terms.floor" : "refused.bad_terms.cap",
                    instrument.qualifiedWord() + sign + "level",
                    instrument.qualifiedWord());
        }
        InstrumentSpec spec = scenario.spec(instrument);
        int level = LevelReader.level(clause.group(3).strip(), spec);
        if (level < 0) {
            throw new DeedSyntax(
                    NotationFault.LEVEL_NOT_ON_LADDER,
                    "refused.no-level",
                    ladder(spec),
                    instrument.qualifiedWord(),
                    "'" + DeedReader.shown(clause.group(3)) + "'");
        }
        return new Pledge(instrument, level);
    }

    private void take(String part) throws DeedSyntax {
        String upper = part.toUpperCase(Locale.ROOT);
        Matcher until = UNTIL.matcher(upper);
        Matcher length = FOR.matcher(upper);
        if (upper.equals("RENEW") && !renewal && pledges.isEmpty()) {
            renewal = true;
        } else if (upper.equals("COMMUNIQUE") && !communique) {
            communique = true;
        } else if (rounds == 0 && !renewal && until.matches()) {
            last(
                    Integer.parseInt(until.group(1)) - round,
                    "until r" + (round + 1) + "..r" + (round + Terms.MAX_ROUNDS));
        } else if (rounds == 0 && length.matches()) {
            last(Integer.parseInt(length.group(1)), "for 1.." + Terms.MAX_ROUNDS);
        } else if (!renewal) {
            pledge(clause(part, reader, scenario));
        } else {
            throw wrong("refused.bad_terms.renewal", "{RENEW; for 4}", DeedReader.shown(part));
        }
    }

    private void last(int counted, String right) throws DeedSyntax {
        if (counted < Terms.LEAST_ROUNDS || counted > Terms.MAX_ROUNDS) {
            throw wrong("refused.bad_terms.rounds", right, Terms.MAX_ROUNDS);
        }
        rounds = counted;
    }

    private void pledge(Pledge pledge) throws DeedSyntax {
        for (Pledge other : pledges) {
            if (other.instrument() == pledge.instrument()) {
                throw wrong("refused.bad_terms.twice", FORM, pledge.instrument().qualifiedWord());
            }
        }
        pledges.add(pledge);
    }

    private Terms made() throws DeedSyntax {
        if (rounds == 0) {
            throw wrong("refused.bad_terms.length", "until r" + (round + 1) + ", for 1");
        } else if (renewal) {
            return new Terms.Renewal(rounds, communique);
        } else if (pledges.isEmpty()) {
            throw wrong("refused.bad_terms.empty", FORM);
        }
        return new Terms.Package(pledges, rounds, communique);
    }

    private static String words() {
        StringJoiner words = new StringJoiner(" ");
        for (Instrument instrument : Instrument.all()) {
            words.add(instrument.qualifiedWord());
        }
        return words.toString();
    }

    private static String ladder(InstrumentSpec spec) {
        StringJoiner tokens = new StringJoiner(" ");
        for (Rung rung : spec.ladder()) {
            tokens.add(rung.token());
        }
        return tokens.toString();
    }

    private static DeedSyntax wrong(String sentence, String legal, Object... named) {
        return new DeedSyntax(NotationFault.BAD_TERMS, sentence, legal, named);
    }
}
