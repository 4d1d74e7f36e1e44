package dev.truce.tournament.result;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.report.EconomyReport;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Rules;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.notation.OrderText;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.text.RecordText;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.run.PlayedPair;
import dev.truce.tournament.run.SeatConduct;
import dev.truce.tournament.run.SeatEnding;
import dev.truce.tournament.stats.ScoredPair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what the files say about pairs. Not thread-safe. */
public final class PairText {
    /** Decimals of scores. */
    static final int SCORE = 4;

    private static final int FINE = 6;

    /** Some hundred bytes each. */
    private static final int MAX_NOTATIONS = 1024;

    private final Rules rules;
    private final List<String> names;
    private final boolean keepsRecords;
    private final Rows matches = new Rows(MatchTables.MATCHES);
    private final Rows rounds = new Rows(MatchTables.ROUNDS);
    private final Rows moves = new Rows(MatchTables.MOVES);
    private final StringBuilder words = new StringBuilder();
    /** Written forms of orders that bots give again and again; begun anew when there are too many. */
    private final Map<Orders, String> notations = new HashMap<>();

    /**
     * Prepares a writer.
     *
     * @param rules the rules that pairs are played by
     * @param names of the bots, by the indices of the plan
     * @param keepsRecords whether records are written
     */
    public PairText(Rules rules, List<String> names, boolean keepsRecords) {
        this.rules = rules;
        this.names = List.copyOf(names);
        this.keepsRecords = keepsRecords;
    }

    /** Returns what goes to disk of a pair. */
    public PairFiles write(PlayedPair pair) {
        List<byte[]> records = new ArrayList<>();
        if (pair.isVoid()) {
            voided(pair.pairSpec(), 1, pair.pairSpec().first(), pair.pairSpec().second());
            voided(pair.pairSpec(), 2, pair.pairSpec().second(), pair.pairSpec().first());
        }
        for (PlayedMatch match : pair.matches()) {
            match(match);
            for (RoundReport report : match.reports()) {
                RecordedRound round = match.record().rounds().get(report.round() - 1);
                round(match, report, round);
                for (Side side : Side.values()) {
                    move(match, report, round, side);
                }
            }
            if (keepsRecords) {
                records.add(RecordText.write(match.record(), rules.scenario()).getBytes(StandardCharsets.UTF_8));
            }
        }
        List<byte[]> parts = new ArrayList<>();
        for (Rows rows : List.of(matches, rounds, moves)) {
            parts.add(rows.takeCsv());
            parts.add(rows.takeJson());
        }
        return new PairFiles(pair.pairSpec().index(), scored(pair), parts, records);
    }

    /** Returns what comparisons need of a pair; the same as {@link MatchReader} finds in its rows. */
    private static ScoredPair scored(PlayedPair pair) {
        PairSpec pairSpec = pair.pairSpec();
        if (pair.isVoid()) {
            return new ScoredPair(pairSpec.stage(), pairSpec.first(), pairSpec.second(), 0, 0, 0, 0, false, true);
        }
        PlayedMatch one = pair.matches().get(0);
        PlayedMatch two = pair.matches().get(1);
        return new ScoredPair(
                pairSpec.stage(),
                pairSpec.first(),
                pairSpec.second(),
                units(one.usScore()),
                units(one.cnScore()),
                units(two.usScore()),
                units(two.cnScore()),
                one.isClean() && two.isClean(),
                false);
    }

    private static int units(FinalScore score) {
        return Math.toIntExact(Decimals.units(score.score(), SCORE));
    }

    private Rows key(Rows rows, PairSpec pairSpec, int match) {
        return rows.whole(pairSpec.index()).whole(match);
    }

    private void names(PairSpec pairSpec, int match, String us, String cn) {
        key(matches, pairSpec, match)
                .whole(pairSpec.stage())
                .text(Long.toString(pairSpec.seed()))
                .text(us)
                .text(cn);
    }

    private void voided(PairSpec pairSpec, int match, int us, int cn) {
        names(pairSpec, match, names.get(us), names.get(cn));
        // Rounds and five scores are not known.
        for (int i = 0; i < 6; i++) {
            matches.none();
        }
        conduct(SeatConduct.UNKNOWN, SeatConduct.UNKNOWN);
        matches.endEmpty();
    }

    private void match(PlayedMatch match) {
        double depth = 0;
        double usEscalation = 0;
        double cnEscalation = 0;
        int bound = 0;
        int signed = 0;
        for (RoundReport report : match.reports()) {
            depth += report.depthKept();
            usEscalation += report.us().escalation();
            cnEscalation += report.cn().escalation();
            bound += report.treaty().bindsAny(report.round()) ? 1 : 0;
            signed += report.ratification().outcome() == Ratification.Outcome.ENTERED ? 1 : 0;
        }
        int played = match.reports().size();
        FinalScore us = match.usScore();
        FinalScore cn = match.cnScore();
        names(
                match.pairSpec(),
                match.number(),
                match.record().recordTitle().usName(),
                match.record().recordTitle().cnName());
        matches.whole(played)
                .decimal(us.score(), SCORE)
                .decimal(cn.score(), SCORE)
                .decimal((us.score() + cn.score()) / 2, SCORE)
                .decimal(us.truceScore(), SCORE)
                .decimal(cn.truceScore(), SCORE);
        conduct(match.us(), match.cn());
        matches.whole(us.breaches())
                .whole(cn.breaches())
                .whole(us.catches())
                .whole(cn.catches())
                .decimal(usEscalation / played, FINE)
                .decimal(cnEscalation / played, FINE)
                .decimal(depth / played, FINE)
                .whole(bound)
                .whole(signed)
                .text(Outcome.of(us.score() - us.truceScore(), cn.score() - cn.truceScore())
                        .name())
                .text(match.record().hash())
                .end();
    }

    private void conduct(SeatConduct us, SeatConduct cn) {
        matches.text(us.ending().word())
                .text(cn.ending().word())
                .whole(us.illegal())
                .whole(cn.illegal())
                .whole(us.timeouts())
                .whole(cn.timeouts())
                .whole(us.crashes())
                .whole(cn.crashes())
                .whole(us.stalls())
                .whole(cn.stalls());
    }

    /** Returns how the bot of a side behaved according to a row of matches. */
    static SeatConduct conduct(List<String> row, Side side) {
        String prefix = side.word() + "_";
        return new SeatConduct(
                SeatEnding.ofWord(row.get(MatchTables.MATCHES.index(prefix + "ending"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "illegal"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "timeouts"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "crashes"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "stalls"))));
    }

    private void round(PlayedMatch match, RoundReport report, RecordedRound round) {
        words.setLength(0);
        for (RoundEvent event : report.events()) {
            words.append(words.isEmpty() ? "" : " ").append(event.name());
        }
        EconomyReport economy = report.economy();
        key(rounds, match.pairSpec(), match.number())
                .whole(report.round())
                .whole(rules.displayedTariffBasisPoints(report.after()))
                .decimal(economy.usWedge(), FINE)
                .decimal(economy.cnWedge(), FINE)
                .decimal(economy.usFromCn(), SCORE)
                .decimal(economy.cnFromUs(), SCORE)
                .decimal(economy.soyMmt(), SCORE)
                .decimal(economy.usIncome(), FINE)
                .decimal(economy.cnIncome(), FINE)
                .decimal(economy.rareEarths(), FINE)
                .decimal(economy.chips(), FINE)
                .decimal(report.tension(), FINE)
                .decimal(report.depthKept(), FINE)
                .text(report.change().name())
                .text(report.ratification().outcome().name())
                .text(words)
                .whole(report.draws())
                .text(round.link())
                .end();
    }

    private void move(PlayedMatch match, RoundReport report, RecordedRound round, Side side) {
        String offered = "";
        String accepted = "";
        for (Done done : round.closed().deeds()) {
            if (done.side() == side && done.deed() instanceof Deed.MakeOffer) {
                offered = new OfferId(side, match.record().offersMade(side, round.round())).toString();
            } else if (done.side() == side && done.deed() instanceof Deed.Accept accept) {
                accepted = accept.offer().toString();
            }
        }
        SideReport own = report.side(side);
        RecordTitle recordTitle = match.record().recordTitle();
        key(moves, match.pairSpec(), match.number())
                .whole(report.round())
                .text(side.name())
                .text(BySide.pick(side, recordTitle.usName(), recordTitle.cnName()))
                .text(notation(report.orders().of(side)))
                .text(offered)
                .text(accepted)
                .whole(own.notice() ? 1 : 0)
                .decimal(own.points().total(), FINE)
                .decimal(own.escalation(), FINE)
                .decimal(own.publicEscalation(), FINE)
                .decimal(own.compliance(), FINE)
                .decimal(own.severity(), FINE)
                .whole(own.caught() ? 1 : 0)
                .whole(own.reallyCaught() ? 1 : 0)
                .decimal(own.reputation(), FINE)
                .end();
    }

    private String notation(Orders orders) {
        if (notations.size() == MAX_NOTATIONS) {
            notations.clear();
        }
        return notations.computeIfAbsent(orders, it -> OrderText.of(it, rules.scenario()));
    }
}
