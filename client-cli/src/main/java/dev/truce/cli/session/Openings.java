package dev.truce.cli.session;

import dev.truce.cli.screen.OpeningCard;
import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.seat.TryPreview;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.Delegates;
import dev.truce.story.facts.Reasons;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.topic.DutyTopic;
import dev.truce.story.topic.InactionTopic;
import dev.truce.story.topic.PactsTopic;
import dev.truce.story.topic.RedLineTopic;
import dev.truce.story.topic.StateTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What is said when a round opens: how long it lasts, what happens without an order, and what to do next. */
final class Openings {
    private final Wording wording;
    private final Board board;
    private final DraftOrders draft;
    private final TryPreview trial;
    private final SessionSetup seating;

    Openings(Wording wording, Board board, DraftOrders draft, TryPreview trial, SessionSetup seating) {
        this.draft = draft;
        this.trial = trial;
        this.wording = wording;
        this.board = board;
        this.seating = seating;
    }

    /** @param comesBack whether the person has just come back, and has not seen this round open */
    List<String> lines(Observation observation, Deadline deadline, boolean comesBack) {
        List<String> lines = new ArrayList<>();
        if (observation.openRound() == 1) {
            lines.addAll(OpeningCard.lines(seating.look(), wording.scenario()));
            lines.add("");
            lines.addAll(TextWidth.wrap(
                    "",
                    Texts.of(
                            "open.goal",
                            Texts.of("side." + board.side()),
                            Texts.of("side." + board.side().other()))));
            lines.addAll(TextWidth.wrap("", Texts.of("open.scale")));
            lines.addAll(TextWidth.wrap(
                    "",
                    seating.practice()
                            ? Texts.of(
                                    "open.seat.practice",
                                    board.side(),
                                    seating.ticket().opponent())
                            : title()));
        } else {
            lines.add("");
        }
        if (observation.openRound() == 1 && !board.delegates().isNone()) {
            lines.addAll(TextWidth.wrap("", seat()));
        }
        String time = deadline.isNever()
                ? Texts.of("open.no-limit")
                : Texts.of("session.left-time", deadline.left(seating.clock().millis()));
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "open.round",
                        observation.openRound(),
                        observation.quarter(),
                        time,
                        trial.inaction(board, draft, wording))));
        if (observation.openRound() == 1) {
            first(lines, observation);
        } else {
            later(lines, observation);
        }
        lines.addAll(redLines(observation, comesBack));
        return lines;
    }

    /** What this seat may do, in one sentence, and where to look further. */
    private String seat() {
        Delegates delegates = board.delegates();
        if (delegates.own().number() == 0) {
            return Texts.of("open.delegation.head." + delegates.mode());
        }
        StringJoiner held = new StringJoiner(" ");
        for (Instrument instrument : board.scenario().instruments().of(board.side())) {
            if (delegates.mayOrder(instrument)) {
                held.add(instrument.word());
            }
        }
        if (!delegates.advises() && held.length() == 0) {
            return Texts.of("open.delegation.adviser");
        }
        return delegates.advises()
                ? Texts.of("open.delegation.minister.HEAD", delegates.example())
                : Texts.of("open.delegation.minister.PORTFOLIO", held);
    }

    private String title() {
        String code = seating.ticket().code();
        Delegates delegates = board.delegates();
        if (delegates.own().number() == 0) {
            return Texts.of("open.seat", board.side(), code);
        }
        String office = delegates
                .at(delegates.own())
                .map(own -> Texts.seats().office(own.seat(), own.portfolios()))
                .orElse(Integer.toString(delegates.own().number()));
        return Texts.of("open.seat.minister", board.side(), office, code);
    }

    private void first(List<String> lines, Observation observation) {
        int tariff = new StateTopic(wording, Reasons.none()).tariff(observation);
        lines.addAll(TextWidth.wrap("1 ", Texts.of("open.first.tariff", tariff, duty())));
        lines.addAll(TextWidth.wrap("2 ", agreement()));
        Order example = example();
        lines.addAll(TextWidth.wrap(
                "3 ", Texts.of("open.first.next", example.instrument().word(), wording.order(example))));
        if (wording.scenario().ownText().exist()) {
            lines.addAll(TextWidth.wrap("", Texts.of("open.own-text")));
        }
    }

    /** An order that has an effect: a tariff of 5 %, or another level of a tariff where the law or the ladder has none. */
    private Order example() {
        Order found = null;
        for (Instrument tariff : BySide.pick(
                board.side(),
                List.of(Instrument.US_RECIPROCAL_TARIFF, Instrument.US_FENTANYL_TARIFF),
                List.of(Instrument.CN_RECIPROCAL_TARIFF))) {
            LegalLevels may = board.legal(tariff);
            if (may == null) {
                continue;
            }
            for (int level : may.legal()) {
                boolean lasts = may.overruled(level) == null && level != board.level(tariff);
                boolean usual =
                        board.scenario().spec(tariff).rung(level).token().equals("5");
                if (lasts && (usual || found == null)) {
                    found = new Order(tariff, level);
                }
            }
        }
        return found == null
                ? new Order(board.scenario().instruments().of(board.side()).get(0), 0)
                : found;
    }

    /** The card of the own red lines, in a round in which they are new to the person; else what an order would save. */
    private List<String> redLines(Observation observation, boolean comesBack) {
        int round = observation.openRound();
        boolean areNew = round == 1 || wording.scenario().redLines().isDate(round) || comesBack;
        RedLineTopic topic = new RedLineTopic(wording);
        return seating.look()
                .lines(areNew ? topic.card(board.side(), observation) : topic.hint(board.side(), observation));
    }

    private String duty() {
        Indicators start = board.reasons().markets().after(0);
        return start == null ? "?" : NumberText.percentTenth(start.usDutyBasisPoints());
    }

    private String agreement() {
        List<Clause> clauses = wording.scenario().truce();
        if (OpeningCard.isBusan(wording.scenario())) {
            return Texts.of("open.first.truce");
        }
        return clauses.isEmpty()
                ? Texts.of("open.first.no-agreement")
                : Texts.of(
                        "open.first.agreement",
                        wording.phrases()
                                .span(clauses.get(0).first(), clauses.get(0).last()));
    }

    private void later(List<String> lines, Observation observation) {
        lines.addAll(new ColumnsPrinter()
                .lines(new PactsTopic(wording, board.reasons())
                        .standing(board.side(), observation, board.proceedings())));
        DutyTopic duties = new DutyTopic(wording);
        boolean isNew = duties.duties(board.side(), observation, Orders.HOLD, board.choice()).stream()
                .anyMatch(duty -> duty.movesByItself() || !duty.isKept());
        if (isNew) {
            lines.addAll(seating.look().lines(duties.page(board.side(), observation, Orders.HOLD, board.choice())));
        }
        List<Instrument> falling = board.fallingBack();
        if (!falling.isEmpty()) {
            List<String> parts = new ArrayList<>();
            for (Instrument instrument : falling) {
                parts.add(instrument.qualifiedWord() + " " + wording.level(instrument, board.level(instrument)) + "->"
                        + wording.level(instrument, new InactionTopic(wording).released(instrument, observation)));
            }
            lines.addAll(TextWidth.wrap(
                    "",
                    Texts.of(
                            InactionTopic.isReturn(observation) ? "open.returns" : "open.fallback",
                            Texts.list(parts))));
            Instrument example = falling.get(0);
            lines.addAll(TextWidth.wrap(
                    "",
                    Texts.of(
                            "open.fallback.how", example.word() + "=" + wording.level(example, board.level(example)))));
        }
    }
}
