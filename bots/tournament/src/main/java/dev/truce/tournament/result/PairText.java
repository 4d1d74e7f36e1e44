package dev.truce.tournament.result;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.round.Ratification;
import dev.truce.engine.round.RoundEvent;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.round.SideReport;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.notation.OrderText;
import dev.truce.match.parley.Act;
import dev.truce.match.record.RecordText;
import dev.truce.match.record.RecordedRound;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.run.PlayedPair;
import dev.truce.tournament.run.SeatConduct;
import dev.truce.tournament.run.SeatEnding;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files say about a pair.
 *
 * @param pair index of the pair
 * @param matches rows of matches
 * @param rounds rows of rounds
 * @param moves rows of moves
 * @param records the records of match 1 and 2; none if they are not kept
 */
public record PairText(
        int pair,
        List<List<String>> matches,
        List<List<String>> rounds,
        List<List<String>> moves,
        List<String> records) {

    /** Decimals of scores. */
    static final int SCORE = 4;

    private static final int FINE = 6;

    /**
     * Writes a pair down.
     *
     * @param rules the rules that it was played by
     * @param names of the bots, by the indices of the plan
     * @param isRecording whether its records are kept
     */
    public static PairText of(Rules rules, List<String> names, PlayedPair pair, boolean isRecording) {
        PairText text = new PairText(
                pair.meeting().index(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (pair.isVoid()) {
            String first = names.get(pair.meeting().first());
            String second = names.get(pair.meeting().second());
            text.matches.add(voided(pair, 1, first, second));
            text.matches.add(voided(pair, 2, second, first));
        }
        for (PlayedMatch match : pair.matches()) {
            text.add(rules, match);
            if (isRecording) {
                text.records.add(RecordText.write(match.record(), rules.scenario()));
            }
        }
        return text;
    }

    private void add(Rules rules, PlayedMatch match) {
        matches.add(match(match));
        for (RoundReport report : match.reports()) {
            RecordedRound round = match.record().rounds().get(report.round() - 1);
            rounds.add(round(rules, match, report, round));
            for (Side side : Side.values()) {
                moves.add(move(rules.scenario(), match, report, round, side));
            }
        }
    }

    private static List<String> match(PlayedMatch match) {
        double depth = 0;
        double us = 0;
        double cn = 0;
        int bound = 0;
        int signed = 0;
        for (RoundReport report : match.reports()) {
            depth += report.depthKept();
            us += report.us().escalation();
            cn += report.cn().escalation();
            bound += report.treaty().bindsAny(report.round()) ? 1 : 0;
            signed += report.ratification().outcome() == Ratification.Outcome.ENTERED ? 1 : 0;
        }
        int rounds = match.reports().size();
        double usScore = match.usScore().score();
        double cnScore = match.cnScore().score();
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(match.meeting().index()),
                Integer.toString(match.number()),
                Integer.toString(match.meeting().stage()),
                Long.toString(match.meeting().seed()),
                match.record().caption().usName(),
                match.record().caption().cnName(),
                Integer.toString(rounds),
                Decimals.of(usScore, SCORE),
                Decimals.of(cnScore, SCORE),
                Decimals.of((usScore + cnScore) / 2, SCORE),
                Decimals.of(match.usScore().truceScore(), SCORE),
                Decimals.of(match.cnScore().truceScore(), SCORE)));
        conduct(row, match.us(), match.cn());
        row.addAll(List.of(
                Integer.toString(match.usScore().breaches()),
                Integer.toString(match.cnScore().breaches()),
                Integer.toString(match.usScore().catches()),
                Integer.toString(match.cnScore().catches()),
                Decimals.of(us / rounds, FINE),
                Decimals.of(cn / rounds, FINE),
                Decimals.of(depth / rounds, FINE),
                Integer.toString(bound),
                Integer.toString(signed),
                Outcome.of(
                                usScore - match.usScore().truceScore(),
                                cnScore - match.cnScore().truceScore())
                        .name(),
                match.record().hash()));
        return row;
    }

    private static void conduct(List<String> row, SeatConduct us, SeatConduct cn) {
        row.addAll(List.of(
                us.ending().word(),
                cn.ending().word(),
                Integer.toString(us.illegal()),
                Integer.toString(cn.illegal()),
                Integer.toString(us.timeouts()),
                Integer.toString(cn.timeouts()),
                Integer.toString(us.crashes()),
                Integer.toString(cn.crashes()),
                Integer.toString(us.stalls()),
                Integer.toString(cn.stalls())));
    }

    /** Returns how the bot of a side behaved according to a row of matches. */
    static SeatConduct conduct(List<String> row, Side side) {
        String prefix = side == Side.US ? "us_" : "cn_";
        return new SeatConduct(
                SeatEnding.ofWord(row.get(MatchTables.MATCHES.index(prefix + "ending"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "illegal"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "timeouts"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "crashes"))),
                Integer.parseInt(row.get(MatchTables.MATCHES.index(prefix + "stalls"))));
    }

    private static List<String> voided(PlayedPair pair, int number, String us, String cn) {
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(pair.meeting().index()),
                Integer.toString(number),
                Integer.toString(pair.meeting().stage()),
                Long.toString(pair.meeting().seed()),
                us,
                cn,
                "",
                "",
                "",
                "",
                "",
                ""));
        conduct(row, SeatConduct.UNKNOWN, SeatConduct.UNKNOWN);
        while (row.size() < MatchTables.MATCHES.columns().size()) {
            row.add("");
        }
        return row;
    }

    private static List<String> round(Rules rules, PlayedMatch match, RoundReport report, RecordedRound round) {
        StringBuilder events = new StringBuilder();
        for (RoundEvent event : report.events()) {
            events.append(events.isEmpty() ? "" : " ").append(event.name());
        }
        return List.of(
                Integer.toString(match.meeting().index()),
                Integer.toString(match.number()),
                Integer.toString(report.round()),
                Integer.toString(rules.displayedTariffBasisPoints(report.after())),
                Decimals.of(report.economy().usWedge(), FINE),
                Decimals.of(report.economy().cnWedge(), FINE),
                Decimals.of(report.economy().usFromCn(), SCORE),
                Decimals.of(report.economy().cnFromUs(), SCORE),
                Decimals.of(report.economy().soyMmt(), SCORE),
                Decimals.of(report.economy().usIncome(), FINE),
                Decimals.of(report.economy().cnIncome(), FINE),
                Decimals.of(report.economy().rareEarths(), FINE),
                Decimals.of(report.economy().chips(), FINE),
                Decimals.of(report.tension(), FINE),
                Decimals.of(report.depthKept(), FINE),
                report.change().name(),
                report.ratification().outcome().name(),
                events.toString(),
                Integer.toString(report.draws()),
                round.link());
    }

    private static List<String> move(
            Scenario scenario, PlayedMatch match, RoundReport report, RecordedRound round, Side side) {
        String offered = "";
        String accepted = "";
        for (Act act : round.closed().acts()) {
            if (act.side() == side && act instanceof Act.Offers offer) {
                offered = name(offer.offer());
            } else if (act.side() == side && act instanceof Act.Accepts accept) {
                accepted = name(accept.offer());
            }
        }
        SideReport own = report.side(side);
        return List.of(
                Integer.toString(match.meeting().index()),
                Integer.toString(match.number()),
                Integer.toString(report.round()),
                side.name(),
                side == Side.US
                        ? match.record().caption().usName()
                        : match.record().caption().cnName(),
                OrderText.of(report.orders().of(side), scenario),
                offered,
                accepted,
                own.notice() ? "1" : "0",
                Decimals.of(own.points().total(), FINE),
                Decimals.of(own.escalation(), FINE),
                Decimals.of(own.publicEscalation(), FINE),
                Decimals.of(own.compliance(), FINE),
                Decimals.of(own.severity(), FINE),
                own.caught() ? "1" : "0",
                own.reallyCaught() ? "1" : "0",
                Decimals.of(own.reputation(), FINE));
    }

    private static String name(OfferId offer) {
        return offer.toString();
    }
}
