package dev.truce.web.screen;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.view.Observation;
import dev.truce.match.notation.NamedTerms;
import dev.truce.story.deal.TermsRow;
import dev.truce.story.deal.TermsVerdict;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terms on the table: what each side gives, clause by clause, and what signing them would bring. */
final class DealPart {
    /** The right end of the axis on which scores stand, in points. */
    private static final int AXIS = 120;

    private static final int PERMILLE = 1000;

    /** As many changed clauses of a side as have room beside the verdict. */
    private static final int SHOWN = 4;

    private DealPart() {}

    /** Returns the terms of an offer by side, as they read, and the verdict on them. */
    static Map<String, Object> read(
            SeatBoard board, Observation now, Terms terms, @Nullable TermsVerdict verdict, Wording wording) {
        List<Object> sides = new ArrayList<>();
        for (Side side : order(board)) {
            List<Object> rows = new ArrayList<>();
            int same = 0;
            for (TermsRow row : TermsRow.of(terms, side, now, wording)) {
                if (row.changes()) {
                    rows.add(Map.of("name", row.name(), "bound", row.bound(), "now", row.now(), "line", row.line()));
                } else {
                    same++;
                }
            }
            int more = Math.max(0, rows.size() - SHOWN);
            Map<String, Object> read = new LinkedHashMap<>(side(
                    side,
                    board,
                    wording,
                    rows,
                    same == 0 ? "" : wording.text(rows.isEmpty() ? "deal.rest.all" : "deal.rest", same)));
            read.putAll(Map.of("shown", SHOWN, "more", more == 0 ? "" : wording.text("web.more", more)));
            sides.add(read);
        }
        return Map.of("sides", sides, "verdict", verdict == null ? Map.of() : verdict(verdict));
    }

    /** Returns the table with its steppers. */
    static Map<String, Object> table(
            SeatBoard board, Observation now, DealTable table, @Nullable TermsVerdict verdict, Wording wording) {
        Terms terms = table.terms();
        Map<Instrument, Long> prices = terms == null ? Map.of() : new TermsTopic(wording).prices(terms, now);
        List<Object> sides = new ArrayList<>();
        for (Side side : order(board)) {
            List<Object> rows = new ArrayList<>();
            for (InstrumentSpec spec : board.scenario().instruments()) {
                if (spec.instrument().holder() == side) {
                    rows.add(stepper(now, table, spec, prices.get(spec.instrument()), wording));
                }
            }
            sides.add(side(side, board, wording, rows, ""));
        }
        int most = terms == null ? 1 : board.scenario().layering().mostRounds(terms);
        // What may last longest is the truce: no length goes and comes with a clause or an announcement.
        Terms truce = new Terms.Package(NamedTerms.TRUCE.pledges(board.scenario()), 1, false);
        int longest = Math.max(most, board.scenario().layering().mostRounds(truce));
        List<Object> lengths = new ArrayList<>();
        for (int rounds = 1; rounds <= longest; rounds++) {
            lengths.add(Map.of("rounds", rounds, "chosen", rounds == table.rounds(), "open", rounds <= most));
        }
        return Map.of(
                "sides",
                sides,
                "title",
                wording.text(table.answers() == null ? "deal.title" : "deal.title.back"),
                "lengths",
                lengths,
                "length",
                wording.text(
                        "deal.rounds",
                        wording.phrases().span(board.openRound() + 1, board.openRound() + table.rounds())),
                "announced",
                table.announced(),
                "verdict",
                verdict == null ? Map.of() : verdict(verdict),
                "sendable",
                terms != null,
                "spares",
                !prices.isEmpty(),
                "labels",
                labels(wording));
    }

    private static Map<String, Object> labels(Wording wording) {
        return Map.of(
                "private", wording.text("deal.private"),
                "announced", wording.text("deal.announced"),
                "announce", wording.text("deal.announce"),
                "spare", wording.text("deal.spare"),
                "leave", wording.text("deal.leave"),
                "propose", wording.text("deal.propose"),
                "more", wording.text("deal.more"),
                "less", wording.text("deal.less"),
                "score", wording.text("deal.score"));
    }

    private static List<Side> order(SeatBoard board) {
        return List.of(board.side().other(), board.side());
    }

    private static Map<String, Object> side(
            Side side, SeatBoard board, Wording wording, List<Object> rows, String rest) {
        return Map.of(
                "side",
                side.name().toLowerCase(Locale.ROOT),
                "title",
                side == board.side()
                        ? wording.text("deal.you")
                        : LeverWords.sentence(wording.text("deal.they", wording.side(side))),
                "rows",
                rows,
                "rest",
                rest);
    }

    private static Map<String, Object> stepper(
            Observation now, DealTable table, InstrumentSpec spec, @Nullable Long price, Wording wording) {
        Instrument instrument = spec.instrument();
        Integer bound = table.bound(instrument);
        int last = spec.ladder().size() - 1;
        int softest = instrument.isCovert() ? last : 0;
        Clause before = now.treaty().binding(instrument, now.openRound());
        return Map.of(
                "word",
                instrument.qualifiedWord(),
                "name",
                LeverWords.sentence(wording.running(instrument)),
                "bound",
                bound == null ? wording.text("deal.free") : wording.levelTitle(instrument, bound),
                "now",
                TermsRow.stands(instrument, now.levels().get(instrument), before, wording),
                "more",
                bound == null || bound != softest,
                "less",
                bound != null,
                "line",
                price == null ? "" : NumberText.tenth(price));
    }

    private static Map<String, Object> verdict(TermsVerdict verdict) {
        List<Object> cases = new ArrayList<>();
        for (TermsVerdict.Case each : verdict.cases()) {
            long place = Math.max(0, Math.min(PERMILLE, each.tenths() * PERMILLE / (10L * AXIS)));
            cases.add(Map.of(
                    "kind",
                    each.kind().name().toLowerCase(Locale.ROOT),
                    "name",
                    each.name(),
                    "score",
                    NumberText.tenth(each.tenths()),
                    "place",
                    NumberText.tenth(place) + "%"));
        }
        return Map.of(
                "cases",
                cases,
                "sentence",
                verdict.sentence(),
                "force",
                verdict.force(),
                "enters",
                verdict.enters(),
                "lines",
                verdict.lines());
    }
}
