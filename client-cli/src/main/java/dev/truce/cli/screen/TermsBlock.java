package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.story.print.Look;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.TermsWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Terms of an offer: exactly what they say, and what signing them would lead to. */
public final class TermsBlock {
    private static final int LABEL = 11;
    private static final int[] WIDTHS = {20, 22, 22};

    private final Wording wording;
    private final TermsWords words;
    private final Look look;
    private final DepthValues depths;

    /**
     * @param wording the words of the scenario
     * @param look how it is drawn
     */
    public TermsBlock(Wording wording, Look look) {
        this.wording = wording;
        this.words = new TermsWords(wording);
        this.look = look;
        this.depths = new DepthValues(wording.scenario().instruments().stream()
                .map(InstrumentSpec::depthValues)
                .toList());
    }

    /** Returns every clause of the terms, if they were signed in the open round, by side. */
    public List<String> exact(Terms terms, Observation now) {
        Treaty after = entering(terms, now);
        int from = now.openRound() + 1;
        List<String> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            List<String> clauses = new ArrayList<>();
            for (Instrument instrument : Instrument.of(side)) {
                Clause clause = after.on(instrument);
                if (clause != null && clause.binds(from) && isTouched(terms, instrument)) {
                    clauses.add(clause(clause));
                }
            }
            String list = clauses.isEmpty() ? Texts.of("terms.no-clause") : String.join(", ", clauses);
            lines.addAll(
                    look.accessible()
                            ? TextWidth.wrap("", Texts.of("terms.side.sentence", wording.side(side), list))
                            : row(side.toString(), list));
        }
        lines.addAll(row(Texts.of("terms.rounds"), rounds(terms, now, after)));
        return lines;
    }

    private static boolean isTouched(Terms terms, Instrument instrument) {
        return !(terms instanceof Terms.Package clauses)
                || clauses.pledges().stream().anyMatch(pledge -> pledge.instrument() == instrument);
    }

    private String clause(Clause clause) {
        String text = clause.instrument().word() + wording.bound(clause);
        return look.accessible()
                ? Texts.of(
                        clause.instrument().isCovert() ? "terms.floor" : "terms.cap",
                        wording.title(clause.instrument()),
                        wording.levelTitle(clause.instrument(), clause.bound()))
                : text;
    }

    private String rounds(Terms terms, Observation now, Treaty after) {
        int from = now.openRound() + 1;
        int last = 0;
        int before = 0;
        for (Clause clause : after.clauses()) {
            if (isTouched(terms, clause.instrument())) {
                last = Math.max(last, clause.last());
            }
        }
        for (Clause clause : now.treaty().clauses()) {
            before = Math.max(before, clause.last());
        }
        String form = Texts.of(terms.communique() ? "terms.communique" : "terms.private");
        return terms instanceof Terms.Renewal
                ? Texts.of("terms.rounds.renewal", last, before, form)
                : Texts.of("terms.rounds.package", from, last, form);
    }

    /** Returns what signing would change: what each side gives, the depth, and on what it still hangs. */
    public List<String> consequences(Terms terms, Observation now) {
        List<String> lines = new ArrayList<>();
        Treaty after = entering(terms, now);
        for (Side side : Side.values()) {
            lines.addAll(row(Texts.of("terms.gives", side), gives(terms, now, after, side)));
        }
        lines.addAll(row(Texts.of("terms.depth"), depth(now, after)));
        if (terms instanceof Terms.Package clauses && isBarred(clauses, after)) {
            lines.addAll(row("", Texts.of("terms.no-chapter")));
        }
        lines.addAll(row(
                Texts.of("terms.lapses"),
                Texts.of(
                        "terms.lapses.if",
                        now.openRound(),
                        NumberText.oneDecimal(
                                Math.round(wording.scenario().knobs().calmLimit() * 1000)))));
        RoundView last = now.last();
        if (last != null) {
            lines.addAll(row(
                    "",
                    Texts.of("terms.escalation", last.round(), escalation(last, Side.US), escalation(last, Side.CN))));
        }
        if (terms.communique()) {
            lines.addAll(row("", Texts.of("terms.communique.means")));
        }
        return lines;
    }

    private String gives(Terms terms, Observation now, Treaty after, Side side) {
        List<String> given = new ArrayList<>();
        int same = 0;
        for (Instrument instrument : Instrument.of(side)) {
            Clause clause = after.binding(instrument, now.openRound() + 1);
            if (clause == null || !isTouched(terms, instrument)) {
                continue;
            }
            Clause bound = now.treaty().binding(instrument, now.openRound());
            int level = now.levels().get(instrument);
            boolean mustMove = level != Levels.UNSEEN && clause.isBrokenBy(level);
            if (bound != null && bound.bound() == clause.bound() && !mustMove) {
                same++;
                continue;
            }
            String was = mustMove
                    ? Texts.of("terms.now", wording.level(instrument, level))
                    : bound == null
                            ? Texts.of("terms.new")
                            : Texts.of("terms.was", wording.bound(bound).substring(2));
            given.add((clause(clause) + " (" + was + ")").replace(' ', TextWidth.HARD_BLANK));
        }
        if (same > 0) {
            given.add(Texts.of(given.isEmpty() ? "terms.same.all" : "terms.same", same));
        }
        return given.isEmpty() ? Texts.of("terms.nothing") : String.join(", ", given);
    }

    private String depth(Observation now, Treaty after) {
        int next = now.openRound() + 1;
        return Texts.of(
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

    private static boolean isBarred(Terms.Package clauses, Treaty after) {
        for (Pledge pledge : clauses.pledges()) {
            Clause clause = after.on(pledge.instrument());
            if (clause != null && clause.bound() != pledge.bound()) {
                return true;
            }
        }
        return false;
    }

    private static String escalation(RoundView view, Side side) {
        return NumberText.hundredth(NumberText.hundredths(view.side(side).publicEscalationMilli()));
    }

    /** Returns what a preview expects with and without the terms. */
    public List<String> forecast(TermsForecast bargain, Side side) {
        List<String> lines = new ArrayList<>();
        Ratification ratified = bargain.ratification();
        String outcome = ratified.outcome() == Ratification.Outcome.ENTERED
                ? Texts.of("terms.enters")
                : Texts.of("terms.would-lapse", wording.ratification(ratified.outcome(), ratified.side()));
        lines.addAll(row(Texts.of("terms.preview"), outcome));
        String[] with = cells(bargain, side, true);
        String[] without = cells(bargain, side, false);
        if (look.accessible()) {
            lines.addAll(TextWidth.wrap("", Texts.of("terms.sentence.with", with[1], with[2])));
            lines.addAll(TextWidth.wrap("", Texts.of("terms.sentence.without", without[1], without[2])));
        } else {
            lines.add(table(
                    Texts.of(
                            "terms.quarters",
                            bargain.withNext().round(),
                            bargain.withLater().round()),
                    Texts.of("terms.you"),
                    side.other().toString(),
                    Texts.of("terms.tariff")));
            lines.add(table(with));
            lines.add(table(without));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("terms.assumed")));
        return lines;
    }

    private static String[] cells(TermsForecast bargain, Side side, boolean with) {
        var next = with ? bargain.withNext() : bargain.withoutNext();
        var later = with ? bargain.withLater() : bargain.withoutLater();
        return new String[] {
            Texts.of(with ? "terms.with" : "terms.without"),
            NumberText.oneDecimal(next.score(side).scoreMilli()) + " / "
                    + NumberText.oneDecimal(later.score(side).scoreMilli()),
            NumberText.oneDecimal(next.score(side.other()).scoreMilli()) + " / "
                    + NumberText.oneDecimal(later.score(side.other()).scoreMilli()),
            NumberText.percent(next.figures().displayedTariffBasisPoints()) + " / "
                    + NumberText.percent(later.figures().displayedTariffBasisPoints())
        };
    }

    private Treaty entering(Terms terms, Observation now) {
        return now.treaty()
                .entering(terms, now.openRound(), now.summit() || now.treaty().hasChapter(now.openRound()));
    }

    private List<String> row(String label, String text) {
        return look.accessible()
                ? TextWidth.wrap("", label.isEmpty() ? text : label + Texts.of("list.colon") + text)
                : TextWidth.wrap("  " + TextWidth.pad(label, LABEL), text);
    }

    private static String table(String... cells) {
        StringBuilder row = new StringBuilder("  ");
        for (int i = 0; i < cells.length; i++) {
            row.append(i < WIDTHS.length ? TextWidth.pad(cells[i], WIDTHS[i]) : cells[i]);
        }
        return TextWidth.trimmed(row.toString());
    }

    /** Returns the terms in one line, as they may be typed. */
    public String line(Terms terms) {
        return words.unbroken(terms);
    }
}
