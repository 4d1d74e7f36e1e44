package dev.truce.match.notation;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.scenario.Scenario;

/** Prints the terms of an offer in their canonical notation: {@code {US.FENT<=5; CN.SOY>=8; until r8}}. */
public final class TermsText {
    private TermsText() {}

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
                + (pledge.instrument().isCovert() ? ">=" : "<=")
                + scenario.spec(pledge.instrument()).rung(pledge.bound()).token();
    }
}
