package dev.truce.engine.talk;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.talk.Judge.LedgerVerdict;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what a side signed with its deeds, clause by clause, until the last round that was agreed. */
final class SignatureJudge implements Judge {
    private final Side side;
    /** The side's clauses, with the number of the agreement to which each belonged when it was signed. */
    private final Map<Instrument, Integer> clauses;

    private final int due;
    private boolean kept;

    private SignatureJudge(Side side, Map<Instrument, Integer> clauses, int due) {
        this.side = side;
        this.clauses = clauses;
        this.due = due;
    }

    /** Follows what a side signed in a round in which it entered into force; null if it is bound to nothing by it. */
    static @Nullable SignatureJudge of(Side side, Terms terms, RoundView view) {
        Map<Instrument, Integer> clauses = new EnumMap<>(Instrument.class);
        int due = 0;
        boolean truce = view.next().isLayered() && view.ratification().agreement() == 0;
        for (Clause clause : truce ? view.next().truce() : view.next().clauses()) {
            boolean meant =
                    truce || terms instanceof Terms.Renewal || names((Terms.Package) terms, clause.instrument());
            if (meant && clause.instrument().holder() == side && clause.last() > view.round()) {
                clauses.put(clause.instrument(), clause.agreement());
                due = Math.max(due, clause.last());
            }
        }
        return clauses.isEmpty() ? null : new SignatureJudge(side, clauses, due);
    }

    private static boolean names(Terms.Package terms, Instrument instrument) {
        return terms.pledges().stream().anyMatch(pledge -> pledge.instrument() == instrument);
    }

    int due() {
        return due;
    }

    @Override
    public @Nullable LedgerVerdict judge(Facts facts) {
        replace(facts.view().treaty());
        if (clauses.isEmpty()) {
            return LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.REPLACED, null, null);
        }
        Instrument broke = broke(facts);
        if (broke != null) {
            return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.BROKE, side, broke);
        }
        if (facts.of(side).notice()) {
            return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.NOTICE, side, null);
        }
        kept = true;
        TreatyChange change = facts.view().change();
        if (facts.round() >= due) {
            return LedgerVerdict.of(WordVerdict.DONE, Evidence.Kind.KEPT, side, null);
        }
        return change.isEnd()
                ? LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.ENDED, null, null)
                : struck(facts);
    }

    /** An agreement on top of the truce ends with a finding or a suspension: one side fell short, or one suspended it. */
    private @Nullable LedgerVerdict struck(Facts facts) {
        TreatyChange change = facts.view().change();
        boolean found = change == TreatyChange.REDUCED_BY_CATCH;
        if (!isOnTop(facts) || !change.isStruck()) {
            return null;
        }
        Instrument caught = facts.of(side).caughtOn();
        if (found && caught != null) {
            return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.BROKE, side, caught);
        }
        return facts.of(side).decisions().choice() == AccusationChoice.SUSPEND
                ? LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.SUSPENDED, side, null)
                : LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.ENDED, null, null);
    }

    /** Returns whether the clauses lie on top of a truce, and so end with a finding or a suspension. */
    private boolean isOnTop(Facts facts) {
        for (Clause clause : facts.view().treaty().agreement()) {
            if (clauses.containsValue(clause.agreement())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Instrument broke(Facts facts) {
        SideFacts own = facts.of(side);
        if (own.severityMilli() == 0) {
            return null;
        }
        for (BrokenClause broken : own.brokenClauses()) {
            if (clauses.containsKey(broken.clause().instrument())) {
                return broken.clause().instrument();
            }
        }
        // A material breach of another agreement ends this one too.
        return own.material() ? own.brokenClauses().get(0).clause().instrument() : null;
    }

    /** Takes out what another agreement has taken over. */
    private void replace(Treaty treaty) {
        clauses.entrySet().removeIf(own -> {
            Clause clause = treaty.on(own.getKey());
            boolean same = clause != null && clause.agreement() == own.getValue();
            return !same && !isBeneath(treaty, own.getKey(), own.getValue());
        });
    }

    private static boolean isBeneath(Treaty treaty, Instrument instrument, int agreement) {
        for (Clause clause : treaty.truce()) {
            if (clause.instrument() == instrument && clause.agreement() == agreement) {
                return true;
            }
        }
        return false;
    }

    @Override
    public LedgerVerdict atTheEnd() {
        return kept
                ? LedgerVerdict.of(WordVerdict.DONE, Evidence.Kind.KEPT, side, null)
                : LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.MATCH_OVER, null, null);
    }
}
