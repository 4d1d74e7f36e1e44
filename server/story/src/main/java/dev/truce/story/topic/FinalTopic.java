package dev.truce.story.topic;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Rounding;
import dev.truce.match.Notice;
import dev.truce.story.facts.AgreementStory;
import dev.truce.story.facts.MissedFloor;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Figure;
import dev.truce.story.page.FigureGroup;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Part.Sentence;
import dev.truce.story.page.Unit;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told when a match is over: both results against holding the truce, charts, and where it turned. */
public final class FinalTopic {
    private static final int LABEL = 14;
    private static final int FIGURE = 7;
    private static final int JOINT = 8;
    private static final int JOINT_COLUMN = 11;
    private static final int REMARK = 41;
    private static final int MAX_TURNS = 12;
    private static final int TURN = 4;
    private static final int MAX_CAUSES = 6;

    private static final Figure<Result> SCORE =
            Figure.of("final.score", "score", Unit.NONE, Result::score).scaled(10, 1);
    private static final Figure<Result> TRUCE =
            Figure.of("final.truce", "truce_score", Unit.NONE, Result::truce).scaled(10, 1);
    private static final Figure<Result> DIFFERENCE = Figure.of(
                    "final.difference", "difference", Unit.NONE, Result::difference)
            .scaled(10, 1)
            .withPlus();
    private static final Figure<Result> BREACHES = Figure.of("final.breaches", "breaches", Unit.NONE, Result::breaches);
    private static final Figure<Result> CATCHES = Figure.of("final.caught", "catches", Unit.NONE, Result::catches);
    private static final Figure<Result> REPUTATION = Figure.of(
                    "final.reputation", "reputation", Unit.NONE, Result::reputation)
            .scaled(100, 2);

    private final Wording wording;
    private final Phrases phrases;
    private final Reasons reasons;
    private final FigureGroup<Result> figures;

    /** A result as it is printed: scores in tenths, reputation in hundredths. */
    private record Result(long score, long truce, int breaches, int catches, long reputation) {
        static Result of(FinalScore score) {
            return new Result(
                    Rounding.tenths(score.score()),
                    Rounding.tenths(score.truceScore()),
                    score.breaches(),
                    score.catches(),
                    NumberText.hundredths(Math.round(score.reputation() * 1000)));
        }

        /** Returns the mean of the scores of both sides. */
        static Result joint(Result us, Result cn) {
            return new Result(
                    NumberText.mean(us.score, cn.score),
                    NumberText.mean(us.truce, cn.truce),
                    us.breaches + cn.breaches,
                    us.catches + cn.catches,
                    0);
        }

        long difference() {
            return score - truce;
        }
    }

    /**
     * @param wording the words of the scenario
     * @param reasons by what the true scores are explained
     */
    public FinalTopic(Wording wording, Reasons reasons) {
        this.wording = wording;
        this.phrases = wording.phrases();
        this.reasons = reasons;
        this.figures = new FigureGroup<>(phrases, List.of(SCORE, TRUCE, DIFFERENCE, BREACHES, CATCHES, REPUTATION));
    }

    /**
     * Returns the report.
     *
     * @param over the end as the referee told it
     * @param rounds all rounds with both score cards, in order
     * @param ledger what was said and done
     */
    public Page page(Notice.MatchOver over, List<RoundView> rounds, SaidAndDone ledger) {
        reasons.follow(rounds);
        Result us = Result.of(over.us());
        Result cn = Result.of(over.cn());
        Result joint = Result.joint(us, cn);
        List<Part> parts = new ArrayList<>();
        parts.add(heading(over));
        parts.add(results(over, us, cn, joint, ledger));
        parts.add(Part.named("end")
                .said(phrases.of("final.sentence.outcome", outcome(over)))
                .said(phrases.of("final.sentence.breaches", us.breaches, cn.breaches)));
        agreements(parts, rounds);
        for (Side side : Side.values()) {
            shortfalls(parts, rounds, side);
        }
        parts.addAll(new LedgerTopic(wording).recent(ledger));
        for (Side side : Side.values()) {
            redLines(parts, rounds, side);
        }
        causes(parts, rounds);
        if (rounds.size() > 1) {
            parts.add(Part.named("charts").drawn(new Block.Charts(charts(rounds))));
        }
        parts.add(turns(rounds));
        parts.add(Part.named("quote").drawn(Block.Text.of(phrases.of("final.quote"))));
        return Page.of(parts);
    }

    private Part heading(Notice.MatchOver over) {
        String first = wording.scenario().calendar().quarter(1);
        String last = wording.scenario().calendar().quarter(Math.max(1, over.rounds()));
        String heading = phrases.of("final.heading");
        String title =
                phrases.of("final.title", phrases.count("rounds.one", "rounds.many", over.rounds()), first, last);
        return Part.named("heading")
                .drawn(new Block.Heading("== " + heading + " == " + title, true))
                .said(heading + ": " + title)
                .datum(List.of("type"), "end")
                .datum(List.of("rounds"), over.rounds())
                .datum(List.of("outcome"), over.outcome().name());
    }

    private Part results(Notice.MatchOver over, Result us, Result cn, Result joint, SaidAndDone ledger) {
        List<Block.Column> columns = List.of(
                Block.Column.left("", LABEL),
                Block.Column.right(Side.US.toString(), FIGURE),
                Block.Column.right(Side.CN.toString(), FIGURE),
                Block.Column.left(TextWidth.padLeft(phrases.of("final.joint"), JOINT), JOINT_COLUMN),
                Block.Column.left(phrases.of("final.scale"), REMARK));
        String reputation = phrases.of("final.reputation", value(REPUTATION, us), value(REPUTATION, cn));
        List<List<Block.Cell>> rows = new ArrayList<>();
        rows.add(row(SCORE, us, cn, value(SCORE, joint), phrases.of("final.remark")));
        rows.add(row(TRUCE, us, cn, value(TRUCE, joint), ""));
        rows.add(row(DIFFERENCE, us, cn, value(DIFFERENCE, joint), phrases.of("final.outcome", outcome(over))));
        rows.add(row(BREACHES, us, cn, "", reputation));
        if (joint.catches > 0) {
            rows.add(row(CATCHES, us, cn, "", phrases.of("final.caught.remark")));
        }
        if (!ledger.entries().isEmpty()) {
            String remark = phrases.of("final.said.remark");
            rows.add(row(phrases.of("final.said"), tally(ledger, Side.US), tally(ledger, Side.CN), "", remark));
        }
        return Part.named("results")
                .drawn(new Block.Table(columns, rows))
                .said(sentence(Side.US.toString(), us))
                .said(sentence(phrases.of("side.CN.plain"), cn))
                .said(sentence(phrases.of("final.joint.long"), joint))
                .datum(List.of(Side.US.word()), figures.object(us))
                .datum(List.of(Side.CN.word()), figures.object(cn))
                .datum(List.of("joint_score"), SCORE.show(phrases, joint, joint).number());
    }

    private List<Block.Cell> row(Figure<Result> figure, Result us, Result cn, String joint, String remark) {
        return row(figure.title(phrases), value(figure, us), value(figure, cn), joint, remark);
    }

    private static List<Block.Cell> row(String label, String us, String cn, String joint, String remark) {
        return List.of(
                Block.Cell.of(label),
                Block.Cell.number(us),
                Block.Cell.number(cn),
                Block.Cell.number(TextWidth.padLeft(joint, JOINT)),
                Block.Cell.of(remark));
    }

    private String value(Figure<Result> figure, Result of) {
        return figure.show(phrases, of, of).value();
    }

    private String tally(SaidAndDone ledger, Side side) {
        SaidAndDone.Tally tally = ledger.tally(side);
        return phrases.of("ledger.tally", tally.done(), tally.counted());
    }

    private String sentence(String who, Result of) {
        String key = of.difference() == 0
                ? "final.sentence.same"
                : of.difference() < 0 ? "final.sentence.below" : "final.sentence.above";
        return phrases.of(key, who, value(SCORE, of), NumberText.tenth(Math.abs(of.difference())));
    }

    private String outcome(Notice.MatchOver over) {
        return phrases.of("outcome." + over.outcome().name());
    }

    private void agreements(List<Part> parts, List<RoundView> rounds) {
        List<Object> objects = new ArrayList<>();
        List<Part> told = new ArrayList<>();
        for (AgreementStory story : AgreementStory.of(rounds)) {
            told.add(Part.named("agreement")
                    .drawn(new Block.Text("", 3, story.line(wording)))
                    .said(story.line(wording)));
            objects.add(object(story));
        }
        parts.add(Part.named("agreements").datum(objects));
        parts.addAll(told);
    }

    /** The covert clauses that a side really fell short of, where its levels are shown. */
    private void shortfalls(List<Part> parts, List<RoundView> rounds, Side side) {
        List<MissedFloor> shortfalls = MissedFloor.of(rounds, side, wording.scenario());
        if (shortfalls == null || rounds.isEmpty()) {
            return;
        }
        List<String> told = new ArrayList<>();
        for (MissedFloor each : shortfalls) {
            Instrument instrument = each.clause().instrument();
            told.add(phrases.of(
                    "final.short.part",
                    each.round(),
                    wording.running(instrument),
                    wording.levelTitle(instrument, each.clause().bound()),
                    wording.levelTitle(instrument, each.level()),
                    phrases.of("final.short." + each.fate().name())));
        }
        String list = phrases.clauses(told);
        String text = told.isEmpty() ? phrases.of("final.short.none", side) : phrases.of("final.short", side, list);
        parts.add(Part.named("shortfalls").drawn(new Block.Text("", 2, text)).said(new Sentence(text, 2)));
    }

    private static Map<String, Object> object(AgreementStory story) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("agreement", story.agreement());
        object.put("first_round", story.first());
        object.put("last_round", story.last());
        object.put("renewed", story.renewed());
        object.put("broken_by_us", story.brokenByUs());
        object.put("broken_by_cn", story.brokenByCn());
        object.put("end", story.end().name());
        return object;
    }

    /** The red lines that a side guarded, from each round in which they were new. */
    private void redLines(List<Part> parts, List<RoundView> rounds, Side side) {
        List<String> told = new ArrayList<>();
        List<Object> objects = new ArrayList<>();
        List<Instrument> known = List.of();
        for (RoundView view : rounds) {
            List<Instrument> lines = MoveFacts.redLines(view, side);
            if (!lines.equals(known)) {
                String names = phrases.list(lines.stream().map(Instrument::word).toList());
                told.add(phrases.of("final.red-lines.from", view.round(), names));
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("from_round", view.round());
                object.put("lines", lines.stream().map(Instrument::id).toList());
                objects.add(object);
                known = lines;
            }
        }
        if (!told.isEmpty()) {
            String list = phrases.clauses(told);
            parts.add(Part.named("red_lines")
                    .drawn(new Block.Text("", 2, phrases.of("final.red-lines", side, list)))
                    .said(new Sentence(phrases.of("final.red-lines", wording.side(side), list), 2))
                    .datum(List.of("red_lines", side.word()), objects));
        }
    }

    private void causes(List<Part> parts, List<RoundView> rounds) {
        for (Side side : Side.values()) {
            List<Explanation> explanations = new ArrayList<>();
            for (RoundView view : rounds) {
                Explanation explanation = reasons.of(view.round(), side, Reference.TRUCE_PATH);
                if (explanation != null) {
                    explanations.add(explanation);
                }
            }
            if (explanations.size() == rounds.size() && !rounds.isEmpty()) {
                String account = Account.mean(explanations, wording).inLong(MAX_CAUSES, wording);
                parts.add(Part.named("causes")
                        .drawn(new Block.Text("", 2, phrases.of("final.causes", side, account)))
                        .said(new Sentence(phrases.of("final.causes", wording.side(side), account), 2)));
            }
        }
    }

    private List<Chart> charts(List<RoundView> rounds) {
        List<Long> usTrade = new ArrayList<>();
        List<Long> cnTrade = new ArrayList<>();
        List<Long> us = new ArrayList<>();
        List<Long> cn = new ArrayList<>();
        for (RoundView view : rounds) {
            usTrade.add(10L * TradeFacts.usFromCnShare(view.figures()));
            cnTrade.add(10L * TradeFacts.cnFromUsShare(view.figures()));
            if (view.scores().size() == 2) {
                us.add(NumberText.tenths(view.scores().get(0).scoreMilli()));
                cn.add(NumberText.tenths(view.scores().get(1).scoreMilli()));
            }
        }
        List<Chart> charts = new ArrayList<>();
        charts.add(tariff(phrases, rounds));
        charts.add(Chart.ofSides(
                        phrases.of("chart.trade"),
                        usTrade,
                        cnTrade,
                        phrases.of("chart.trade.key"),
                        phrases.of("chart.trade.dots"))
                .said(phrases));
        if (us.size() == rounds.size()) {
            charts.add(Chart.ofSides(
                            phrases.of("chart.score"),
                            us,
                            cn,
                            phrases.of("chart.score.key"),
                            phrases.of("chart.score.dots"))
                    .said(phrases));
        }
        return charts;
    }

    /** Returns the displayed tariff by round. */
    static Chart tariff(Phrases phrases, List<RoundView> rounds) {
        Chart.Line normal =
                new Chart.Line(Figures.NORMAL_TARIFF, phrases.of("chart.normal"), phrases.of("chart.below"));
        return Chart.bars(
                        phrases.of("chart.tariff"),
                        rounds.stream()
                                .map(view -> 10L * view.figures().displayedTariff())
                                .toList(),
                        normal)
                .said(phrases);
    }

    private Part turns(List<RoundView> rounds) {
        List<TurningPoints.Point> turns = new TurningPoints(phrases).of(rounds);
        List<Block.Item> items = new ArrayList<>();
        Part part = Part.named("turns");
        for (TurningPoints.Point turn : turns.subList(0, Math.min(MAX_TURNS, turns.size()))) {
            items.add(new Block.Item("r" + turn.round(), turn.text()));
            String spoken = turn.text().replace("->", phrases.of("spoken.to"));
            part = part.said(phrases.of("final.turn.sentence", turn.round(), spoken));
        }
        return part.drawn(new Block.Items(TURN, items));
    }
}
