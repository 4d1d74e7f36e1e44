package dev.truce.web.screen;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.scenario.OwnTextRules;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.OpeningFacts;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.seat.Ladder;
import dev.truce.story.seat.Ribbon;
import dev.truce.story.topic.OwnTextTopic;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands around the decision of a seat: the rounds, the figures of the match, and the levers of both sides as ladders. */
final class FramePart {
    /** The right end of the axis of tariffs, percent, and of scores. */
    private static final int TARIFFS = 180;

    private static final int SCORES = 120;
    private static final int HUNDRED = 100;
    private static final int MILLI = 1000;

    private final SeatBoard board;
    private final Observation now;
    private final Wording wording;
    private final Side side;

    /**
     * @param board of the seat
     * @param now the open round
     */
    FramePart(SeatBoard board, Observation now, Wording wording) {
        this.board = board;
        this.now = now;
        this.wording = wording;
        this.side = board.side();
    }

    /**
     * Returns all of it.
     *
     * @param held the score of the open round if the seat does nothing, thousandths; null if that cannot be tried
     */
    Map<String, Object> all(@Nullable Integer held) {
        List<Object> heads = new ArrayList<>(List.of(tariff(), score(held)));
        if (now.treaty().isLayered()) {
            heads.add(layers());
        }
        heads.addAll(ownText());
        heads.add(trust());
        heads.addAll(redLines());
        return Map.of(
                "ribbon", ribbon(),
                "heads", heads,
                "saves", saves(),
                "boards", List.of(ladders(side), ladders(side.other())));
    }

    /** What a proposal of the own side would save, where its capital still expects one. */
    private String saves() {
        OwnTextTopic text = new OwnTextTopic(wording);
        return text.isDue(board) ? wording.text("web.saves", text.price(side)) : "";
    }

    private Map<String, Object> ribbon() {
        Ribbon ribbon = Ribbon.of(now, board.rounds(), wording);
        List<Object> rounds = new ArrayList<>();
        for (Ribbon.RibbonRound round : ribbon.rounds()) {
            rounds.add(Map.of(
                    "number", round.number(),
                    "quarter", round.quarter(),
                    "event", round.event(),
                    "date", round.date(),
                    "summit", round.summit(),
                    "layer", round.deal() ? "deal" : round.truce() ? "truce" : ""));
        }
        String end = ribbon.mayEndAfter() > 0 ? wording.text("ribbon.end", ribbon.mayEndAfter()) : "";
        return Map.of("rounds", rounds, "open", ribbon.open(), "end", end, "says", ribbon.spoken(wording));
    }

    private Map<String, Object> tariff() {
        int tariff = OpeningFacts.tariff(wording.scenario(), now.levels());
        return Map.of(
                "label", wording.text("head.tariff"),
                "value", tariff + "%",
                "percent", Math.min(HUNDRED, HUNDRED * tariff / TARIFFS),
                "mark", HUNDRED * Figures.NORMAL_TARIFF / TARIFFS,
                "small", wording.text("head.tariff.normal", Figures.NORMAL_TARIFF));
    }

    private Map<String, Object> score(@Nullable Integer held) {
        RoundView last = board.last();
        String value = last == null
                ? "–"
                : MoveFacts.card(last, side)
                        .map(card -> (card.estimated() ? "~" : "") + NumberText.oneDecimal(card.scoreSoFarMilli()))
                        .orElse("–");
        int far = last == null
                ? 0
                : MoveFacts.card(last, side).map(card -> card.scoreSoFarMilli()).orElse(0);
        return Map.of(
                "label", wording.text("head.score"),
                "value", value,
                "percent", percent(far),
                "mark", percent(held == null ? 0 : held),
                "small", held == null ? "" : wording.text("head.score.held", NumberText.oneDecimal(held)));
    }

    private static int percent(int scoreMilli) {
        return Math.max(0, Math.min(HUNDRED, HUNDRED * scoreMilli / (MILLI * SCORES)));
    }

    private Map<String, Object> layers() {
        Treaty treaty = now.treaty();
        return rows(
                "",
                List.of(
                        List.of("deal", wording.text("head.deal"), until(treaty.agreementUntil())),
                        List.of("truce", wording.text("head.truce"), until(treaty.truceUntil()))));
    }

    private String until(int last) {
        return last < now.openRound()
                ? wording.text("head.none")
                : wording.phrases().until(last);
    }

    private static Map<String, Object> rows(String label, List<List<String>> rows) {
        return Map.of("label", label, "rows", rows);
    }

    private List<Object> ownText() {
        OwnTextRules rules = wording.scenario().ownText();
        if (!rules.exist()) {
            return List.of();
        }
        RedLineRules dates = wording.scenario().redLines();
        int first = 1;
        for (int date : dates.dates()) {
            first = date <= now.openRound() ? date : first;
        }
        int next = dates.nextDate(now.openRound());
        boolean made = board.hasOwnText(side);
        String price = NumberText.signedTenth(NumberText.tenths(new OwnTextTopic(wording).priceMilli(side)));
        return List.of(Map.of(
                "label",
                wording.text("head.own"),
                "value",
                wording.text(made ? "head.own.made" : "head.own.none"),
                "tone",
                made ? "gain" : "loss",
                "small",
                (next > 0 ? wording.phrases().span(first, next - 1) : wording.text("head.own.last", first))
                        + (made ? "" : wording.text("head.own.price", price))));
    }

    private Map<String, Object> trust() {
        List<List<String>> rows = new ArrayList<>();
        for (Side each : List.of(side, side.other())) {
            int trust = now.climate().reputationMilli().of(each);
            rows.add(List.of(
                    each.name().toLowerCase(Locale.ROOT),
                    each == side ? wording.text("web.you") : LeverWords.sentence(wording.side(each)),
                    NumberText.hundredth(Math.round(trust / 10.0))));
        }
        return rows(wording.text("head.trust"), rows);
    }

    private List<Object> redLines() {
        List<String> names = now.redLines().stream()
                .filter(line -> line.holder() == side)
                .map(wording::running)
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        double full = new RedLineCosts(wording.scenario()).fullScore(side);
        return List.of(Map.of(
                "label",
                wording.text("head.lines"),
                "value",
                LeverWords.sentence(wording.phrases().row(names)),
                "tone",
                "line",
                "small",
                wording.text("head.lines.full", NumberText.oneDecimal(Math.round(MILLI * full)))));
    }

    private Map<String, Object> ladders(Side holder) {
        List<Object> rows = new ArrayList<>();
        for (Ladder ladder : Ladder.of(holder, now, wording)) {
            Instrument instrument = ladder.instrument();
            Ladder.Guess guess = ladder.guess();
            rows.add(Map.of(
                    "word",
                    instrument.word(),
                    "name",
                    ladder.name(),
                    "shown",
                    ladder.shown(wording),
                    "covert",
                    instrument.isCovert(),
                    "steps",
                    ladder.steps().size(),
                    "places",
                    List.of(ladder.now(), ladder.deal(), ladder.truce(), ladder.line()),
                    "guess",
                    guess == null
                            ? List.of()
                            : List.of(
                                    guess.middleMilli() / (double) MILLI,
                                    guess.lowMilli() / (double) MILLI,
                                    guess.highMilli() / (double) MILLI),
                    "says",
                    ladder.spoken(Ladder.NOWHERE, wording)));
        }
        String name = LeverWords.sentence(wording.side(holder));
        return Map.of(
                "side",
                holder.name().toLowerCase(Locale.ROOT),
                "title",
                name,
                "who",
                holder == side ? wording.text("web.you") : "",
                "ends",
                wording.text("head.ends"),
                "rows",
                rows);
    }
}
