package dev.truce.tournament;

import dev.truce.bot.local.Played;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;

/**
 * What is kept of a match of the third ruleset.
 *
 * @param us score of the US
 * @param cn score of China
 * @param cuts agreements that a finding or a suspension ended
 * @param cutWithoutGuilt those of them in whose round nothing was found
 * @param lapsed signatures that lapsed by a finding or a suspension
 * @param agreements that entered into force on top of the truce
 * @param published those of them that were announced
 * @param late agreements from round 5 on that give what was not given in the round
 * @param faults what both bots got wrong
 */
record ThirdMatch(
        double us,
        double cn,
        int cuts,
        int cutWithoutGuilt,
        int lapsed,
        int agreements,
        int published,
        int late,
        int faults) {
    private static final int LATE_FROM = 5;

    static ThirdMatch of(Rules rules, Played played) {
        int cuts = 0;
        int without = 0;
        int lapsed = 0;
        int agreements = 0;
        int published = 0;
        int late = 0;
        Layers layers = rules.layers();
        for (RoundReport report : played.reports()) {
            if (report.change().isStruck() && report.treaty().agreementUntil() > report.round()) {
                cuts++;
                without += report.us().caught() || report.cn().caught() ? 0 : 1;
            }
            Ratification signed = report.ratification();
            boolean lost = signed.outcome() == Ratification.Outcome.LAPSED_BY_CATCH
                    || signed.outcome() == Ratification.Outcome.LAPSED_BY_SUSPENSION;
            lapsed += lost ? 1 : 0;
            if (signed.outcome() == Ratification.Outcome.ENTERED
                    && signed.terms() instanceof Terms.Package terms
                    && layers.isAgreement(terms, true)) {
                agreements++;
                published += terms.communique() ? 1 : 0;
                late += report.round() >= LATE_FROM && givesMore(layers, report, terms) ? 1 : 0;
            }
        }
        return new ThirdMatch(
                played.result().us().score(),
                played.result().cn().score(),
                cuts,
                without,
                lapsed,
                agreements,
                published,
                late,
                played.us().faults().size() + played.cn().faults().size());
    }

    /** Returns whether a package gives an instrument that nothing gave in the round. */
    private static boolean givesMore(Layers layers, RoundReport report, Terms.Package terms) {
        for (Pledge pledge : terms.pledges()) {
            Clause now = report.treaty().binding(pledge.instrument(), report.round());
            boolean given = now != null && layers.isDeeper(pledge.instrument(), now.bound());
            if (!given && layers.isDeeper(pledge.instrument(), pledge.bound())) {
                return true;
            }
        }
        return false;
    }

    double score(Side side) {
        return side == Side.US ? us : cn;
    }
}
