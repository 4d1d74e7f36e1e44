package dev.truce.match.notation;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.Scenario;

/** Says why a text is no deed. Has no stack trace: what others write is wrong often, and nobody looks at where that was found. */
class DeedSyntax extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    DeedSyntax(Refusal refusal) {
        super(refusal.facts(), null, false, false);
        this.refusal = refusal;
    }

    /**
     * @param code what is wrong
     * @param sentence key of the sentence that names the wrong thing
     * @param legal what would be right there
     * @param named what the sentence names
     */
    DeedSyntax(NotationFault code, String sentence, String legal, Object... named) {
        this(Refusal.of(code, "").because(sentence, named).legal(legal));
    }

    /** Says that a text has not the form of what it begins as. */
    static DeedSyntax form(String sentence, String legal, Object... named) {
        return new DeedSyntax(NotationFault.ORDER_SYNTAX, sentence, legal, named);
    }

    /** Says that a clause is wrong, and has the clause that would be right; other terms may be right. */
    static final class WrongClause extends DeedSyntax {
        private static final long serialVersionUID = 1L;

        private final transient Pledge right;

        WrongClause(String sentence, Pledge right, Scenario scenario, Object... named) {
            super(NotationFault.BAD_TERMS, sentence, TermsNotation.of(right, scenario), named);
            this.right = right;
        }

        Pledge right() {
            return right;
        }
    }

    Refusal refusal() {
        return refusal;
    }

    /** Returns the same fault, where more than it knew would be right. */
    DeedSyntax legal(String legal) {
        return new DeedSyntax(refusal.legal(legal));
    }

    /** Returns what is wrong with a text as it was written. */
    Refusal refusal(String written) {
        return new Refusal(
                refusal.code(),
                written,
                refusal.key(),
                refusal.arguments(),
                refusal.legal(),
                refusal.retryAfterMillis(),
                refusal.text());
    }
}
