package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.story.facts.AgreementStory;
import dev.truce.story.facts.Reasons;
import dev.truce.story.print.Look;
import dev.truce.story.topic.Account;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What is told when a match is over: both results against holding the truce, charts, and where it turned. */
public final class FinalReport {
    private static final int LABEL = 16;
    private static final int FIGURE = 7;
    private static final int REMARK = 40;
    private static final int TURNS_MAX = 12;
    private static final int CAUSES_MAX = 6;
    private static final int WORDS_MAX = 12;

    private final Wording wording;
    private final Look look;
    private final Reasons reasons;

    /** The same without causes. */
    public FinalReport(Wording wording, Look look) {
        this(wording, look, Reasons.none());
    }

    /**
     * @param wording the words of the scenario
     * @param look how charts are drawn
     * @param reasons by what the true scores are explained
     */
    public FinalReport(Wording wording, Look look, Reasons reasons) {
        this.wording = wording;
        this.look = look;
        this.reasons = reasons;
    }

    /**
     * Draws the report.
     *
     * @param over the end as the referee told it
     * @param rounds all rounds with both score cards, in order
     */
    public List<String> lines(Notice.MatchOver over, List<RoundView> rounds) {
        return lines(over, rounds, new SaidAndDone());
    }

    /**
     * Draws the report with the ledger of said and done.
     *
     * @param over the end as the referee told it
     * @param rounds all rounds with both score cards, in order
     * @param ledger the ledger at the end
     */
    public List<String> lines(Notice.MatchOver over, List<RoundView> rounds, SaidAndDone ledger) {
        Rows rows = new Rows();
        String first = wording.scenario().calendar().quarter(1);
        String last = wording.scenario().calendar().quarter(Math.max(1, over.rounds()));
        String title = Texts.of("final.title", over.rounds(), first, last);
        rows.line(
                look.accessible()
                        ? Texts.of("final.heading") + ": " + title
                        : Rows.heading("== " + Texts.of("final.heading") + " == " + title));
        table(rows, over);
        LedgerBlock said = new LedgerBlock(wording);
        if (!look.accessible() && said.isWorthSaying(ledger)) {
            rows.line(figures(
                    Texts.of("final.said"),
                    said.tally(ledger, Side.US),
                    said.tally(ledger, Side.CN),
                    "",
                    Texts.of("final.said.remark")));
        }
        agreements(rows, rounds);
        if (said.isWorthSaying(ledger)) {
            rows.lines(look.accessible() ? said.sentences(ledger, null) : said.recent(ledger, WORDS_MAX));
        }
        reasons.follow(rounds);
        causes(rows, rounds);
        if (look.accessible()) {
            for (TurningPoints.Point turn : turns(rounds)) {
                rows.lines(TextWidth.wrap(
                        "",
                        Texts.of(
                                "final.turn.sentence", turn.round(), turn.text().replace("->", "to"))));
            }
            return rows.lines();
        }
        if (rounds.size() > 1) {
            rows.lines(charts(rounds));
        }
        turningPoints(rows, rounds);
        rows.line(Texts.of("final.quote"));
        return rows.lines();
    }

    private void table(Rows rows, Notice.MatchOver over) {
        long us = score(over.us().score());
        long cn = score(over.cn().score());
        long usTruce = score(over.us().truceScore());
        long cnTruce = score(over.cn().truceScore());
        long joint = NumberText.mean(us, cn);
        long jointTruce = NumberText.mean(usTruce, cnTruce);
        if (look.accessible()) {
            sentences(rows, over, new long[] {us, cn, joint}, new long[] {usTruce, cnTruce, jointTruce});
            return;
        }
        rows.line(figures("", "US", "CN", Texts.of("final.joint"), Texts.of("final.scale")));
        rows.line(figures(
                Texts.of("final.score"),
                NumberText.tenth(us),
                NumberText.tenth(cn),
                NumberText.tenth(joint),
                Texts.of("final.remark")));
        rows.line(figures(
                Texts.of("final.truce"),
                NumberText.tenth(usTruce),
                NumberText.tenth(cnTruce),
                NumberText.tenth(jointTruce),
                ""));
        rows.line(figures(
                Texts.of("final.difference"),
                NumberText.signedTenth(us - usTruce),
                NumberText.signedTenth(cn - cnTruce),
                NumberText.signedTenth(joint - jointTruce),
                Texts.of("final.outcome", outcome(over))));
        rows.line(figures(
                Texts.of("final.breaches"),
                Integer.toString(over.us().breaches()),
                Integer.toString(over.cn().breaches()),
                "",
                Texts.of("final.reputation", reputation(over.us()), reputation(over.cn()))));
        if (over.us().catches() + over.cn().catches() > 0) {
            rows.line(figures(
                    Texts.of("final.caught"),
                    Integer.toString(over.us().catches()),
                    Integer.toString(over.cn().catches()),
                    "",
                    Texts.of("final.caught.remark")));
        }
    }

    private void causes(Rows rows, List<RoundView> rounds) {
        for (Side side : Side.values()) {
            List<Explanation> explanations = new ArrayList<>();
            for (RoundView view : rounds) {
                Explanation explanation = reasons.of(view.round(), side, Reference.TRUCE_PATH);
                if (explanation != null) {
                    explanations.add(explanation);
                }
            }
            if (explanations.size() == rounds.size() && !rounds.isEmpty()) {
                String account = Account.mean(explanations, wording).inLong(CAUSES_MAX, wording);
                rows.lines(TextWidth.wrap(
                        "", 2, Texts.of("final.causes", look.accessible() ? wording.side(side) : side, account)));
            }
        }
    }

    private void agreements(Rows rows, List<RoundView> rounds) {
        for (AgreementStory story : AgreementStory.of(rounds)) {
            rows.lines(TextWidth.wrap("", look.accessible() ? 0 : 3, story.line(wording)));
        }
    }

    private static void sentences(Rows rows, Notice.MatchOver over, long[] scores, long[] truce) {
        String[] names = {"US", Texts.of("side.CN.plain"), Texts.of("final.joint.long")};
        for (int i = 0; i < names.length; i++) {
            String key = scores[i] == truce[i]
                    ? "final.sentence.same"
                    : scores[i] < truce[i] ? "final.sentence.below" : "final.sentence.above";
            rows.lines(TextWidth.wrap(
                    "",
                    Texts.of(
                            key,
                            names[i],
                            NumberText.tenth(scores[i]),
                            NumberText.tenth(Math.abs(scores[i] - truce[i])))));
        }
        rows.lines(TextWidth.wrap("", Texts.of("final.sentence.outcome", outcome(over))));
        rows.lines(TextWidth.wrap(
                "",
                Texts.of(
                        "final.sentence.breaches",
                        over.us().breaches(),
                        over.cn().breaches())));
    }

    private static String outcome(Notice.MatchOver over) {
        return Texts.of("outcome." + over.outcome().name());
    }

    private static String figures(String label, String us, String cn, String joint, String remark) {
        String row = TextWidth.pad(label, LABEL - 2)
                + TextWidth.padLeft(us, FIGURE)
                + TextWidth.padLeft(cn, FIGURE)
                + TextWidth.padLeft(joint, FIGURE + 1);
        return remark.isEmpty() ? row : TextWidth.pad(row, REMARK - 1) + remark;
    }

    private List<String> charts(List<RoundView> rounds) {
        List<Long> tariff = new ArrayList<>();
        List<Long> usTrade = new ArrayList<>();
        List<Long> cnTrade = new ArrayList<>();
        List<Long> us = new ArrayList<>();
        List<Long> cn = new ArrayList<>();
        for (RoundView view : rounds) {
            tariff.add(Chart.tenths(NumberText.percent(view.figures().displayedTariffBasisPoints())));
            usTrade.add(Chart.tenths(TariffBar.usFromCnShare(view.figures())));
            cnTrade.add(Chart.tenths(TariffBar.cnFromUsShare(view.figures())));
            if (view.scores().size() == 2) {
                us.add(NumberText.tenths(view.scores().get(0).scoreMilli()));
                cn.add(NumberText.tenths(view.scores().get(1).scoreMilli()));
            }
        }
        List<String> titles = new ArrayList<>(List.of(Texts.of("chart.tariff"), Texts.of("chart.trade")));
        List<List<String>> charts = new ArrayList<>();
        charts.add(Chart.bars(
                tariff,
                TariffBar.NORMAL_TRADE,
                Texts.of("chart.normal"),
                Texts.of("chart.below"),
                look.blocks() ? "█" : "#"));
        List<String> trade = new ArrayList<>(Chart.curves(usTrade, 'U', cnTrade, 'C'));
        trade.add("    " + Texts.of("chart.trade.key"));
        charts.add(trade);
        if (us.size() == rounds.size()) {
            titles.add(Texts.of("chart.score"));
            List<String> score = new ArrayList<>(Chart.curves(us, 'U', cn, 'C'));
            score.add("    " + Texts.of("chart.score.key"));
            charts.add(score);
        }
        return Chart.beside(titles, charts);
    }

    private static List<TurningPoints.Point> turns(List<RoundView> rounds) {
        List<TurningPoints.Point> turns = TurningPoints.of(rounds);
        return turns.subList(0, Math.min(TURNS_MAX, turns.size()));
    }

    /** Two columns read down, as a newspaper: the left one first. */
    private static void turningPoints(Rows rows, List<RoundView> rounds) {
        List<String> cells = new ArrayList<>();
        for (TurningPoints.Point turn : turns(rounds)) {
            cells.add(TextWidth.pad("r" + turn.round(), 4) + turn.text());
        }
        int half = (cells.size() + 1) / 2;
        boolean fits = cells.size() > 1;
        for (String cell : cells) {
            fits &= TextWidth.width(cell) < 40;
        }
        if (!fits) {
            for (String cell : cells) {
                rows.lines(TextWidth.wrap(cell.substring(0, 4), cell.substring(4)));
            }
            return;
        }
        for (int i = 0; i < half; i++) {
            String right = half + i < cells.size() ? cells.get(half + i) : "";
            rows.line(TextWidth.pad(cells.get(i), 40) + right);
        }
    }

    private static long score(double score) {
        return NumberText.tenths(Math.round(score * 1000));
    }

    private static String reputation(FinalScore score) {
        return NumberText.hundredth(NumberText.hundredths(Math.round(score.reputation() * 1000)));
    }
}
