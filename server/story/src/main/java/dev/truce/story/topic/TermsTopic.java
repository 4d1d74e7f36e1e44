package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.forecast.HeldLevel;
import dev.truce.engine.forecast.Outlook;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.OfferWords;
import dev.truce.story.words.OverruledWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Terms of an offer: exactly what they say, and what signing them would lead to. */
public final class TermsTopic {
    private static final int INDENT = 2;
    private static final int LABEL = 13;
    private static final int COURSE = 27;
    private static final int COLUMN = 19;

    private final Wording wording;
    private final DepthValues depths;
    private final Layers layers;

    /** How a clause is written: in short where it is drawn, in words where it is said. */
    private enum Form {
        SHORT,
        WORDS
    }

    /** @param wording the words of the scenario */
    public TermsTopic(Wording wording) {
        this.wording = wording;
        this.depths = wording.scenario().depthTable();
        this.layers = wording.scenario().layering();
    }

    /** Returns every clause of the terms, if they were signed in the open round, by side. */
    public Page exact(Terms terms, Observation now) {
        Signing signing = signing(terms, now);
        List<Part> parts = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Clause> clauses = signing.entered(side);
            String sentence = wording.text("terms.side.sentence", wording.side(side), list(clauses, Form.WORDS));
            parts.add(Part.named("clauses")
                    .drawn(row(side.toString(), list(clauses, Form.SHORT)))
                    .said(sentence)
                    .datum(
                            List.of(side.word()),
                            clauses.stream().map(wording::clause).toList()));
        }
        parts.addAll(length(terms, now).parts());
        return Page.of(parts);
    }

    /** Returns for how long the terms would bind, and which political dates that reaches over. */
    public Page length(Terms terms, Observation now) {
        Signing signing = signing(terms, now);
        List<Part> parts = new ArrayList<>();
        int last = last(signing.entered());
        parts.add(told("rounds", "terms.rounds", rounds(signing, now, last)));
        List<Integer> dates = wording.scenario().redLines().dates().stream()
                .filter(date -> date > now.openRound() && date <= last && now.isPlayed(date))
                .toList();
        if (wording.scenario().redLines().exist() && !dates.isEmpty()) {
            List<String> rounds = dates.stream().map(String::valueOf).toList();
            parts.add(more(
                            "political_dates",
                            wording.text("terms.dates", wording.phrases().row(rounds)))
                    .datum(List.of("political_dates"), dates));
        }
        return Page.of(parts);
    }

    private String list(List<Clause> clauses, Form form) {
        List<String> texts =
                clauses.stream().map(clause -> clause(clause, form)).toList();
        return texts.isEmpty()
                ? wording.text("terms.no-clause")
                : wording.phrases().row(texts);
    }

    private String clause(Clause clause, Form form) {
        return form == Form.SHORT
                ? clause.instrument().word() + wording.bound(clause)
                : wording.text(
                        clause.instrument().isCovert() ? "terms.floor" : "terms.cap",
                        wording.title(clause.instrument()),
                        wording.levelTitle(clause.instrument(), clause.bound()));
    }

    private static int last(List<Clause> clauses) {
        return clauses.stream().mapToInt(Clause::last).max().orElse(0);
    }

    private String rounds(Signing signing, Observation now, int last) {
        int before = last(
                now.treaty().isLayered() ? now.treaty().truce() : now.treaty().clauses());
        String form = wording.text(signing.terms().communique() ? "terms.communique" : "terms.private");
        int end = now.isPlayed(last) ? last : now.knownRounds();
        String known = now.isPlayed(last + 1) ? form : wording.text("terms.rounds.end", form, now.knownRounds());
        if (!signing.prolongs()) {
            return wording.text("terms.rounds.package", now.openRound() + 1, end, known);
        }
        return before == 0
                ? wording.text("terms.rounds.revived", end, known)
                : wording.text("terms.rounds.renewal", end, before, known);
    }

    /** Returns what signing would change: what each side gives, the depth, and on what it still hangs. */
    public Page consequences(Terms terms, Observation now) {
        Signing signing = signing(terms, now);
        List<Part> parts = new ArrayList<>();
        for (Side side : Side.values()) {
            String label = wording.text("terms.gives", side);
            parts.add(Part.named("gives")
                    .drawn(row(label, gives(signing, now, side, Form.SHORT)))
                    .said(sentence(label, gives(signing, now, side, Form.WORDS))));
        }
        for (Side side : Side.values()) {
            new OverruledWords(wording)
                    .ofClauses(signing.entered(side), now)
                    .forEach(sentence -> parts.add(more("overruled", sentence)));
        }
        parts.addAll(byItself(signing, now));
        parts.addAll(returning(signing, now));
        List<String> crossed = crossed(signing, now);
        for (int i = 0; i < crossed.size(); i++) {
            parts.add(i == 0 ? told("red_line", "terms.red-line", crossed.get(i)) : more("red_line", crossed.get(i)));
        }
        parts.add(told("depth", "terms.depth", depth(now, signing.after()))
                .datum(List.of("depth"), depths.agreed(signing.after(), now.openRound() + 1)));
        if (isBarred(terms, signing.chapter())) {
            parts.add(more("barred", wording.text("terms.no-chapter")));
        }
        String limit =
                NumberText.oneDecimal(Math.round(wording.scenario().knobs().calmLimit() * 1000));
        parts.add(told("lapses", "terms.lapses", wording.text(lapses(), now.openRound(), limit)));
        RoundView last = now.last();
        if (last != null) {
            BySide<String> escalation = BySide.each(side -> escalation(last, side));
            parts.add(more(
                    "escalation",
                    wording.text("terms.escalation", last.round(), escalation.of(Side.US), escalation.of(Side.CN))));
        }
        if (terms.communique()) {
            parts.add(more("communique", published()));
        }
        return Page.of(parts);
    }

    /**
     * Returns whether the author's capital takes terms for a text of its own, and why not; nothing where capitals expect none.
     *
     * @param reasons what measures them
     */
    public Page ownText(Terms terms, Side author, Observation now, Reasons reasons) {
        SeriousText.Opinion opinion = new OwnTextTopic(wording).opinion(terms, author, now, reasons);
        if (opinion == null) {
            return Page.of(List.of());
        }
        String share = NumberText.plain(100 * wording.scenario().ownText().fairShare());
        return Page.of(List.of(told(
                "own_text",
                "terms.own-text",
                wording.text("terms.own-text." + opinion.name(), author.other(), share))));
    }

    private String lapses() {
        return wording.scenario().accusations().exist() ? "terms.lapses.judged" : "terms.lapses.if";
    }

    /** What a communique costs and brings by the numbers of the scenario. */
    private String published() {
        Scenario scenario = wording.scenario();
        String means = wording.text(
                "terms.communique.means",
                NumberText.plain(-scenario.weights(Side.US).communique()),
                NumberText.plain(-scenario.weights(Side.CN).communique()),
                NumberText.plain(scenario.knobs().communiqueGain()),
                NumberText.plain(scenario.knobs().communiqueCharge()));
        double line = scenario.layers().publishedLine();
        return line > 1 ? means + wording.text("terms.communique.line", NumberText.plain(line)) : means;
    }

    /** Returns which red lines of the viewer terms would cross, in short; empty if none. */
    public List<String> crossed(Terms terms, Observation now) {
        return crossed(signing(terms, now), now);
    }

    private List<String> crossed(Signing signing, Observation now) {
        return new RedLineTopic(wording).crossed(now, bounds(signing), signing.after(), now.openRound() + 1);
    }

    private static List<Order> bounds(Signing signing) {
        return signing.entered().stream()
                .map(clause -> new Order(clause.instrument(), clause.bound()))
                .toList();
    }

    /** Returns what each red line of the viewer costs a round that terms would cross, in tenths of a point below 0. */
    public Map<Instrument, Long> prices(Terms terms, Observation now) {
        Signing signing = signing(terms, now);
        return new RedLineTopic(wording).prices(now, bounds(signing), signing.after(), now.openRound() + 1);
    }

    /** Returns the clauses that terms would set or lengthen if they were signed in the open round, in instrument order. */
    public List<Clause> entered(Terms terms, Observation now) {
        return signing(terms, now).entered();
    }

    /** Returns what binds now of that which terms are about: a longer truce is compared with the truce alone, and not with what lies on it. */
    public Treaty before(Terms terms, Observation now) {
        return before(signing(terms, now), now);
    }

    /** Returns what terms are, so that it can follow {@code offers}. */
    public String what(Terms terms, Observation now) {
        boolean chapter = now.treaty().admitsChapter(now.openRound(), now.summit());
        return new OfferWords(wording).what(terms, now.treaty(), now.openRound(), chapter);
    }

    /** Returns what would bind after the open round if terms were signed in it. */
    public Treaty after(Terms terms, Observation now) {
        return signing(terms, now).after();
    }

    /** Where holding keeps a treaty: what of the viewer's own moves then without an order. */
    private List<Part> byItself(Signing signing, Observation now) {
        List<String> moves = new ArrayList<>();
        int next = now.openRound() + 1;
        if (!now.isPlayed(next)) {
            return List.of();
        }
        for (Side side : Side.values()) {
            for (Duty duty : isOwn(side, now) ? duties(now, signing.after(), side, next) : List.<Duty>of()) {
                if (duty.movesByItself() && signing.entered().contains(duty.clause())) {
                    moves.add(move(duty.clause().instrument(), duty.level(), duty.then()));
                }
            }
        }
        return moves.isEmpty()
                ? List.of()
                : List.of(told(
                        "by_itself",
                        "terms.by-itself",
                        wording.text("terms.moves", next, wording.phrases().row(moves))));
    }

    /** What of the viewer's own moves without an order since the agreement before has a clause on it and this one has none. */
    private List<Part> returning(Signing signing, Observation now) {
        List<String> moves = new ArrayList<>();
        int next = now.openRound() + 1;
        if (!now.isPlayed(next)) {
            return List.of();
        }
        for (Clause clause : signing.after().returning()) {
            Instrument instrument = clause.instrument();
            int level = now.levels().get(instrument);
            int then = HeldLevel.released(wording.scenario(), signing.after(), next, instrument, level);
            if (isOwn(instrument.holder(), now) && then != level) {
                moves.add(move(instrument, level, then));
            }
        }
        return moves.isEmpty()
                ? List.of()
                : List.of(told(
                        "returns",
                        "terms.returns",
                        wording.text("terms.returning", next, wording.phrases().row(moves))));
    }

    private static boolean isOwn(Side side, Observation now) {
        return now.legal().stream().anyMatch(legal -> legal.instrument().holder() == side);
    }

    private String move(Instrument instrument, int from, int to) {
        return wording.heldChange(new LevelChange(instrument, from, to));
    }

    private List<Duty> duties(Observation now, Treaty after, Side side, int round) {
        return Duty.of(wording.scenario().agreements(), after, now.levels(), side, Orders.HOLD, round);
    }

    private String gives(Signing signing, Observation now, Side side, Form form) {
        List<String> given = new ArrayList<>();
        int same = 0;
        Treaty base = before(signing, now);
        for (Clause clause : signing.entered(side)) {
            Instrument instrument = clause.instrument();
            Clause bound = base.binding(instrument, now.openRound());
            int level = now.levels().get(instrument);
            boolean mustMove = level != Levels.UNSEEN && clause.isBrokenBy(level);
            if (bound != null && bound.bound() == clause.bound() && !mustMove) {
                same++;
                continue;
            }
            String was = mustMove
                    ? wording.text("terms.now", wording.level(instrument, level))
                    : bound == null
                            ? wording.text("terms.new")
                            : wording.text("terms.was", wording.bound(bound).substring(2));
            given.add((clause(clause, form) + " (" + was + ")").replace(' ', TextWidth.HARD_BLANK));
        }
        if (same > 0) {
            given.add(wording.text(given.isEmpty() ? "terms.same.all" : "terms.same", wording.clauses(same)));
        }
        return given.isEmpty()
                ? wording.text("terms.nothing")
                : wording.phrases().row(given);
    }

    private static Treaty before(Signing signing, Observation now) {
        boolean below = now.treaty().isLayered() && signing.prolongs();
        return below ? now.treaty().fallenToTruce(now.openRound()) : now.treaty();
    }

    private String depth(Observation now, Treaty after) {
        int next = now.openRound() + 1;
        return wording.text(
                "terms.depth.text",
                pair(now.treaty(), now.openRound()),
                next,
                pair(after, next),
                pair(now.treaty(), next),
                hundredths(depths.agreed(after, next)));
    }

    private String pair(Treaty treaty, int round) {
        return hundredths(depths.depth(treaty, Side.US, round)) + " / "
                + hundredths(depths.depth(treaty, Side.CN, round));
    }

    private static String hundredths(double depth) {
        return NumberText.hundredth(Math.round(depth * 100));
    }

    private static boolean isBarred(Terms terms, boolean chapter) {
        return terms instanceof Terms.Package clauses
                && clauses.pledges().stream().anyMatch(pledge -> Treaty.entering(pledge, chapter) != pledge.bound());
    }

    private static String escalation(RoundView view, Side side) {
        return NumberText.hundredth(NumberText.hundredths(view.side(side).publicEscalationMilli()));
    }

    /**
     * Returns what a preview expects, a row for each course that both sides could take; none mixes two.
     *
     * @param forecast the futures
     * @param side the seat's side
     * @param now the open round
     */
    public Page forecast(TermsForecast forecast, Side side, Observation now) {
        Ratification ratified = forecast.ratification();
        Side other = side.other();
        String outcome = ratified.outcome() == Ratification.Outcome.ENTERED
                ? wording.text("terms.enters")
                : wording.text("terms.would-lapse", wording.ratification(ratified.outcome(), ratified.side()));
        int next = forecast.kept().next().round();
        int later = forecast.kept().later().round();
        boolean isLater = now.isPlayed(later);
        List<Block.Column> columns = List.of(
                Block.Column.left(
                        " ".repeat(INDENT)
                                + (isLater
                                        ? wording.text("terms.quarters", next, later)
                                        : wording.text("terms.quarter.end", next, now.knownRounds())),
                        COURSE),
                Block.Column.left(wording.text("terms.you"), COLUMN),
                Block.Column.left(other.toString(), COLUMN),
                Block.Column.left(wording.text("terms.tariff"), COLUMN));
        List<List<Block.Cell>> rows = new ArrayList<>();
        Part scores = Part.named("scores");
        for (Course course : courses(forecast, other)) {
            Scores of = new Scores(course.future(), isLater);
            rows.add(List.of(
                    Block.Cell.of(" ".repeat(INDENT) + course.name()),
                    Block.Cell.number(of.scores(side)),
                    Block.Cell.number(of.scores(other)),
                    Block.Cell.number(of.tariffs())));
            scores = scores.said(wording.text("terms.sentence", course.name(), of.scores(side), of.scores(other)))
                    .datum(List.of(course.datum()), of.object(side));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(told("preview", "terms.preview", outcome)
                .datum(List.of("outcome"), ratified.outcome().name()));
        parts.add(scores.drawn(new Block.Table(columns, rows)));
        parts.add(text("assumed", wording.text("terms.assumed")));
        if (forecast.cheated() != null) {
            parts.add(text("cheats", wording.text("try.reply.CHEATS", other, wording.orders(forecast.cheats()))));
        }
        if (forecast.takenBack() != null) {
            parts.add(text("taken_back", wording.text("terms.takes-back", wording.orders(forecast.takesBack()))));
        }
        if (!now.redLines().isEmpty()) {
            parts.add(text("assumed", wording.text("redlines.assumed", other)));
        }
        return Page.of(parts);
    }

    /** A row of the preview. */
    private record Course(String name, String datum, TermsForecast.Future future) {}

    private List<Course> courses(TermsForecast forecast, Side other) {
        List<Course> courses = new ArrayList<>();
        courses.add(new Course(wording.text("terms.kept", other), "kept", forecast.kept()));
        TermsForecast.Future cheated = forecast.cheated();
        if (cheated != null) {
            courses.add(new Course(wording.text("terms.cheated", other), "cheated", cheated));
        }
        TermsForecast.Future takenBack = forecast.takenBack();
        if (takenBack != null) {
            courses.add(new Course(wording.text("terms.taken-back"), "taken_back", takenBack));
        }
        TermsForecast.Future held = forecast.held();
        if (held == null) {
            courses.add(new Course(wording.text("terms.without"), "without", forecast.without()));
        } else {
            courses.add(new Course(wording.text("terms.without.draft"), "without", forecast.without()));
            courses.add(new Course(wording.text("try.held"), "held", held));
        }
        return courses;
    }

    private static Part text(String name, String text) {
        return Part.named(name).drawn(Block.Text.of(text)).said(text);
    }

    /** The figures of a row. */
    private record Scores(TermsForecast.Future future, boolean isLater) {
        String scores(Side side) {
            return pair(outlook -> NumberText.oneDecimal(outlook.score(side).scoreMilli()));
        }

        String tariffs() {
            return pair(outlook -> Integer.toString(tariff(outlook)));
        }

        private static int tariff(Outlook outlook) {
            return outlook.figures().displayedTariff();
        }

        private String pair(Function<Outlook, String> figure) {
            return figure.apply(future.next()) + (isLater ? " / " + figure.apply(future.later()) : "");
        }

        Map<String, Object> object(Side side) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put(
                    "own", both(outlook -> NumberText.tenths(outlook.score(side).scoreMilli()) / 10.0));
            object.put(
                    "other",
                    both(outlook ->
                            NumberText.tenths(outlook.score(side.other()).scoreMilli()) / 10.0));
            object.put("displayed_tariff_percent", both(Scores::tariff));
            return object;
        }

        private List<Object> both(Function<Outlook, Object> figure) {
            return isLater
                    ? List.of(figure.apply(future.next()), figure.apply(future.later()))
                    : List.of(figure.apply(future.next()));
        }
    }

    /** What terms come to that are signed in the open round: the clauses of {@code entered} are theirs, and bind in the next round. */
    private record Signing(Terms terms, boolean chapter, boolean prolongs, Treaty after, List<Clause> entered) {
        List<Clause> entered(Side side) {
            return entered.stream()
                    .filter(clause -> clause.instrument().holder() == side)
                    .toList();
        }
    }

    private Signing signing(Terms terms, Observation now) {
        int round = now.openRound();
        boolean chapter = now.treaty().admitsChapter(round, now.summit());
        Treaty after = layers.entering(now.treaty().withoutEnded(round), terms, round, chapter);
        List<Clause> entered = layers.entered(after, terms, chapter).stream()
                .filter(clause -> clause.binds(round + 1))
                .toList();
        return new Signing(terms, chapter, OfferWords.prolongs(terms, layers, chapter), after, entered);
    }

    private Part told(String name, String key, String text) {
        String label = wording.text(key);
        return Part.named(name).drawn(row(label, text)).said(sentence(label, text));
    }

    /** One more text under the label above. */
    private static Part more(String name, String text) {
        return Part.named(name).drawn(row("", text)).said(text);
    }

    private String sentence(String label, String text) {
        return label + wording.text("list.colon") + text;
    }

    private static Block row(String label, String text) {
        return new Block.Labelled(" ".repeat(INDENT) + label, LABEL, text);
    }
}
