package dev.truce.cli.demo;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.match.Notice;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.round.Headline;
import dev.truce.story.seat.Ladder;
import dev.truce.story.seat.LadderText;
import dev.truce.story.tale.Tale;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A match that is over as cards: a round or two each, with a headline, one picture and two sentences. The first accusation that is told
 * can be asked about before it is told whether it is true.
 */
final class ToldMatch {
    private static final int LADDERS = 4;
    private static final int NAME = 36;
    private static final int STEPS = 12;
    private static final int INDENT = 2;
    private static final Set<Headline.Kind> SILENT = EnumSet.range(Headline.Kind.KEPT, Headline.Kind.QUIET);
    private static final Set<Headline.Kind> ACCUSATIONS =
            EnumSet.of(Headline.Kind.RIGHTLY_ACCUSED, Headline.Kind.WRONGLY_ACCUSED);
    private static final Set<Headline.Kind> JUDGEMENTS =
            EnumSet.of(Headline.Kind.FOUND, Headline.Kind.CLEARED, Headline.Kind.SUSPENDED);
    private static final Set<Headline.Kind> SIGNATURES = EnumSet.of(Headline.Kind.SIGNED, Headline.Kind.RENEWED);

    private final Wording wording;
    private final List<RoundView> rounds;
    private final Tale tale;

    /** A thing of a round that is told beside the headline of its card. */
    private record Aside(RoundView view, Headline thing) {}

    /**
     * @param over how the match ended
     * @param rounds all its rounds as somebody sees them who sees all
     */
    ToldMatch(Notice.MatchOver over, List<RoundView> rounds, Wording wording) {
        this.wording = wording;
        this.rounds = rounds;
        this.tale = Tale.of(over, rounds, wording);
    }

    /** Returns how many cards there are, the end not among them. */
    int cards() {
        return tale.turns().size();
    }

    /** Returns the card that is asked about, from 0, or -1 if no accusation leads a card. */
    int asked() {
        for (int card = 0; card < cards(); card++) {
            if (ACCUSATIONS.contains(tale.turns().get(card).headline().kind())) {
                return card;
            }
        }
        return -1;
    }

    /** Returns the whole tale, a page a card, and its end. */
    List<Page> parts() {
        List<Page> pages = new ArrayList<>();
        for (int card = 0; card < cards(); card++) {
            List<Part> parts = new ArrayList<>(card(card).parts());
            parts.add(Part.gap());
            pages.add(Page.of(parts));
        }
        pages.add(end());
        return pages;
    }

    Page end() {
        return Page.of(List.of(told(Texts.of("demo.end")), told(tale.outcome())));
    }

    /** Returns a card, from 0, with all that is true. */
    Page card(int card) {
        Tale.ToldRound turn = tale.turns().get(card);
        List<Part> parts = new ArrayList<>(List.of(heading(card), told(turn.text()), Part.gap()));
        parts.addAll(picture(turn));
        parts.add(Part.gap());
        sentences(card).forEach(sentence -> parts.add(told(sentence)));
        return Page.of(parts);
    }

    /** Returns the card of an accusation as those know it who cannot see whether it is true, and what they are asked. */
    Page question(int card) {
        Tale.ToldRound turn = tale.turns().get(card);
        Headline headline = turn.headline();
        Headline open = new Headline(
                Headline.Kind.ACCUSED,
                headline.side(),
                headline.instrument(),
                headline.from(),
                headline.to(),
                0,
                null,
                0);
        return Page.of(
                List.of(heading(card), told(open.text(wording, turn.view())), Part.gap(), told(Texts.of("demo.ask"))));
    }

    /** Returns what the accuser did about the accusation of a card, in a sentence; empty if no round is left for it. */
    String answer(int card) {
        Headline headline = tale.turns().get(card).headline();
        int next = tale.turns().get(card).view().round();
        Side accused = headline.side();
        if (accused == null || next >= rounds.size()) {
            return "";
        }
        String choice =
                rounds.get(next).side(accused.other()).decisions().choice().word();
        return LeverWords.sentence(
                Texts.of("demo.decides", wording.side(accused.other()), wording.text("judge." + choice)));
    }

    private Part heading(int card) {
        int first = first(card);
        int last = last(card);
        String rounds = first == last ? Texts.of("demo.round", last) : Texts.of("demo.rounds", first, last);
        String quarter = wording.scenario().calendar().quarter(last);
        String heading = Texts.of("demo.card", card + 1, cards(), rounds, quarter);
        return Part.named("heading")
                .drawn(new Block.Heading("== " + heading, true))
                .said(wording.phrases().parts(List.of(heading.split(" == "))));
    }

    private int first(int card) {
        return card == 0 ? 1 : tale.turns().get(card - 1).view().round() + 1;
    }

    /** The last card goes on to the end of the match. */
    private int last(int card) {
        return card + 1 == cards()
                ? rounds.size()
                : tale.turns().get(card).view().round();
    }

    /** Two sentences: what weighs most beside the headline, or what becomes of the accusation, and the figures of the round. */
    private List<String> sentences(int card) {
        Tale.ToldRound turn = tale.turns().get(card);
        List<String> sentences = new ArrayList<>();
        String more = ACCUSATIONS.contains(turn.headline().kind()) ? answer(card) : "";
        for (Aside each : beside(card, turn)) {
            String text = each.thing().text(wording, each.view());
            if (more.isEmpty() && !text.equals(turn.text())) {
                more = each.view().round() == turn.view().round()
                        ? text
                        : Texts.of("demo.other-round", each.view().round(), text);
            }
        }
        RoundView view = turn.view();
        sentences.add(more.isEmpty() ? Texts.of("demo.tariff", view.figures().displayedTariff()) : more);
        if (view.scores().size() == Side.values().length) {
            sentences.add(Texts.of("demo.figures", score(view, Side.US), score(view, Side.CN)));
        }
        return sentences;
    }

    private static String score(RoundView view, Side side) {
        return NumberText.tenth(MoveFacts.card(view, side)
                .map(card -> NumberText.tenths(card.scoreMilli()))
                .orElse(0L));
    }

    /** Returns all that happened in the rounds of a card beside its headline, the heaviest first. */
    private List<Aside> beside(int card, Tale.ToldRound turn) {
        List<Aside> all = new ArrayList<>();
        for (int round = first(card); round <= last(card); round++) {
            RoundView view = rounds.get(round - 1);
            RoundView before = round == 1 ? null : rounds.get(round - 2);
            for (Headline thing : Headline.all(view, before, wording.scenario())) {
                if (!thing.equals(turn.headline()) && !SILENT.contains(thing.kind())) {
                    all.add(new Aside(view, thing));
                }
            }
        }
        all.sort(Comparator.comparingInt(each -> -each.thing().weight()));
        return all;
    }

    private List<Part> picture(Tale.ToldRound turn) {
        List<String> rows = new ArrayList<>();
        List<String> spoken = new ArrayList<>();
        RoundView view = turn.view();
        RoundView looked = looked(turn);
        boolean signed = SIGNATURES.contains(turn.headline().kind());
        for (Instrument instrument : shown(turn)) {
            boolean found = looked.round() != view.round() && instrument == lever(turn);
            RoundView of = found ? looked : view;
            Ladder ladder = signed
                    ? Ladder.of(instrument, of, of.next(), of.round() + 1, wording)
                    : Ladder.of(instrument, of, of.treaty(), of.round(), wording);
            int before = found || signed ? Levels.UNSEEN : before(instrument, view);
            int from = before == Levels.UNSEEN ? Ladder.NOWHERE : ladder.step(before);
            String name = LeverWords.sentence(
                    Texts.of("demo.lever", wording.side(instrument.holder()), wording.running(instrument)));
            rows.add(TextWidth.cut(
                    " ".repeat(INDENT)
                            + TextWidth.pad(TextWidth.cut(name, NAME - 1), NAME)
                            + TextWidth.pad(LadderText.of(ladder, from), STEPS)
                            + stands(ladder, from),
                    TextWidth.SCREEN));
            spoken.add(Texts.of(
                    "demo.lever",
                    LeverWords.sentence(wording.side(instrument.holder())),
                    ladder.spoken(Ladder.NOWHERE, wording)));
        }
        if (rows.isEmpty()) {
            return scores(view);
        }
        rows.add(" ".repeat(INDENT) + Texts.of("demo.key"));
        Part part = Part.named("picture").drawn(new Block.Lines(rows));
        for (String sentence : spoken) {
            part = part.said(sentence);
        }
        return List.of(part);
    }

    /** An inspection and a suspension are about the round before, where accusations exist. */
    private RoundView looked(Tale.ToldRound turn) {
        boolean judged = wording.scenario().accusations().exist()
                && JUDGEMENTS.contains(turn.headline().kind());
        RoundView before = turn.before();
        return judged && before != null ? before : turn.view();
    }

    /** Returns the lever that a headline is about, that of the accusation for a suspension, or null. */
    private static @Nullable Instrument lever(Tale.ToldRound turn) {
        Side side = turn.headline().side();
        RoundView before = turn.before();
        return turn.headline().kind() == Headline.Kind.SUSPENDED && side != null && before != null
                ? before.side(side.other()).decisions().accusedOn()
                : turn.headline().instrument();
    }

    private String stands(Ladder ladder, int from) {
        int promised = ladder.deal() == Ladder.NOWHERE ? ladder.truce() : ladder.deal();
        if (from != Ladder.NOWHERE) {
            return Texts.of("demo.moved", ladder.steps().get(from), ladder.shown(wording));
        }
        return promised == Ladder.NOWHERE || promised == ladder.now()
                ? ladder.shown(wording)
                : Texts.of(
                        "demo.promised", ladder.shown(wording), ladder.steps().get(promised));
    }

    private static int before(Instrument instrument, RoundView view) {
        for (LevelChange change : view.changes()) {
            if (change.instrument() == instrument) {
                return change.from();
            }
        }
        return Levels.UNSEEN;
    }

    /** Returns the levers of a picture: that of the headline, what a signature binds for the first time, what the sides moved. */
    private static Set<Instrument> shown(Tale.ToldRound turn) {
        RoundView view = turn.view();
        Set<Instrument> shown = new LinkedHashSet<>();
        Instrument lever = lever(turn);
        if (lever != null) {
            shown.add(lever);
        }
        if (SIGNATURES.contains(turn.headline().kind())) {
            shown.addAll(promised(view));
        }
        for (Side side : Side.values()) {
            MoveFacts.ordered(view, side).forEach(change -> shown.add(change.instrument()));
        }
        view.changes().forEach(change -> shown.add(change.instrument()));
        return few(shown);
    }

    /** Returns the levers that a signature binds for the first time, those that have to move for it first. */
    private static List<Instrument> promised(RoundView view) {
        List<Instrument> moving = new ArrayList<>();
        List<Instrument> staying = new ArrayList<>();
        for (Clause clause : view.next().clauses()) {
            Clause bound = view.treaty().binding(clause.instrument(), view.round());
            if (bound == null || bound.bound() != clause.bound()) {
                boolean moves = clause.isBrokenBy(view.levels().get(clause.instrument()));
                (moves ? moving : staying).add(clause.instrument());
            }
        }
        moving.addAll(staying);
        return moving;
    }

    /** Returns the first of them, of each side at most half. */
    private static Set<Instrument> few(Set<Instrument> all) {
        Set<Instrument> few = new LinkedHashSet<>();
        for (Side side : Side.values()) {
            all.stream()
                    .filter(instrument -> instrument.holder() == side)
                    .limit(LADDERS / Side.values().length)
                    .forEach(few::add);
        }
        return few;
    }

    /** Where no lever is to be shown: the scores of both sides so far. */
    private List<Part> scores(RoundView view) {
        BySide<List<Long>> curves = BySide.each(side -> new ArrayList<>());
        for (RoundView each : rounds.subList(0, view.round())) {
            for (ScoreCard card : each.scores()) {
                curves.of(card.side()).add(NumberText.tenths(card.scoreMilli()));
            }
        }
        if (curves.us().size() != view.round() || curves.cn().size() != view.round()) {
            return List.of();
        }
        Chart chart = Chart.ofSides(
                        wording.text("chart.score"),
                        curves.us(),
                        curves.cn(),
                        wording.text("chart.score.key"),
                        wording.text("chart.score.dots"))
                .said(wording.phrases());
        return List.of(
                Part.named("picture").drawn(new Block.Charts(List.of(chart))).said(chart.says()));
    }

    private static Part told(String text) {
        return Part.named("told").drawn(Block.Text.of(text)).said(text);
    }
}
