package dev.truce.match.referee;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The treaty as the fold of what entered into force and what ended it, written down a second time from the rules of the game. */
final class TreatyModel {
    private record Binding(int bound, int first, int last) {}

    private final Map<Instrument, Binding> clauses = new EnumMap<>(Instrument.class);
    private boolean communique;

    /** Agreement 1. */
    TreatyModel() {
        for (Clause clause : Table.RULES.scenario().truce()) {
            clauses.put(clause.instrument(), new Binding(clause.bound(), clause.first(), clause.last()));
        }
    }

    /** What ended before a round leaves it. */
    void open(int round) {
        clauses.values().removeIf(clause -> clause.last < round);
        communique &= !clauses.isEmpty();
    }

    /** Returns whether any clause binds in a round. */
    boolean binds(int round) {
        return clauses.values().stream().anyMatch(clause -> clause.first <= round && round <= clause.last);
    }

    /** Returns what a side has signed away in a round, each instrument counted once. */
    double depth(Side side, int round) {
        double sum = 0;
        for (Instrument instrument : Table.RULES.scenario().instruments().all()) {
            Binding clause = clauses.get(instrument);
            if (instrument.holder() == side && clause != null && clause.first <= round && round <= clause.last) {
                // A clause worse than the fallback is worth nothing, not less.
                sum += Math.max(
                        0, Table.RULES.scenario().spec(instrument).depthValues().get(clause.bound));
            }
        }
        return sum;
    }

    /**
     * Does what a report says became of the treaty.
     *
     * @param signed the terms that were offered and accepted, if any
     * @param published whether they were signed as a communique
     */
    void close(RoundReport report, @Nullable Terms signed, boolean published, boolean summit) {
        int round = report.round();
        switch (report.change()) {
            case NONE -> {}
            case ENDED_BY_BREACH, ENDED_BY_NOTICE, ENDED_AS_HOLLOW, ENDED_BY_CATCH ->
                clauses.replaceAll(
                        (instrument, clause) -> new Binding(clause.bound, clause.first, Math.min(clause.last, round)));
            case REDUCED_BY_CATCH -> reduce(round);
            case ENTERED_INTO_FORCE -> {
                if (signed == null) {
                    throw new AssertionError(
                            "round " + round + ": something entered into force and nothing was signed");
                }
                enter(signed, round, summit);
                communique |= published;
            }
        }
    }

    private void reduce(int round) {
        Map<Instrument, Integer> busan = new EnumMap<>(Instrument.class);
        Table.RULES.scenario().truce().forEach(clause -> busan.put(clause.instrument(), clause.bound()));
        for (Instrument instrument : Table.RULES.scenario().instruments().all()) {
            Binding clause = clauses.get(instrument);
            if (clause == null || clause.last <= round) {
                continue;
            }
            Integer model = busan.get(instrument);
            if (model == null) {
                clauses.remove(instrument);
            } else {
                // The worse of the two bounds: the higher cap, the lower floor.
                int bound = instrument.isCovert() ? Math.min(clause.bound, model) : Math.max(clause.bound, model);
                clauses.put(instrument, new Binding(bound, clause.first, clause.last));
            }
        }
        communique &= !clauses.isEmpty();
    }

    private void enter(Terms signed, int round, boolean summit) {
        if (signed instanceof Terms.Renewal) {
            clauses.replaceAll((instrument, clause) -> new Binding(
                    clause.bound, clause.first, Math.min(round + 8, Math.max(clause.last, round) + signed.rounds())));
            return;
        }
        Binding chip = clauses.get(Instrument.US_CHIP_CONTROL);
        boolean chapter = summit || (chip != null && chip.bound == 0 && chip.first <= round && round <= chip.last);
        for (Pledge pledge : ((Terms.Package) signed).pledges()) {
            boolean barred = !chapter && pledge.instrument() == Instrument.US_CHIP_CONTROL && pledge.bound() == 0;
            clauses.put(
                    pledge.instrument(), new Binding(barred ? 1 : pledge.bound(), round + 1, round + signed.rounds()));
        }
    }

    /** Returns the clauses as text that {@link #of} writes too. */
    List<String> text() {
        List<String> text = new ArrayList<>();
        clauses.forEach((instrument, clause) -> text.add(line(instrument, clause.bound, clause.first, clause.last)));
        text.add(communique ? "communique" : "private");
        return text;
    }

    static List<String> of(Treaty treaty) {
        List<String> text = new ArrayList<>();
        for (Clause clause : treaty.clauses()) {
            text.add(line(clause.instrument(), clause.bound(), clause.first(), clause.last()));
        }
        text.add(treaty.isCommunique() ? "communique" : "private");
        return text;
    }

    private static String line(Instrument instrument, int bound, int first, int last) {
        return instrument.id() + " " + bound + " in " + first + ".." + last;
    }
}
