package dev.truce.web.screen;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.TermsNotation;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.facts.SeatTrial;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.DashboardTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.topic.HistoryTopic;
import dev.truce.story.topic.InactionTopic;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.topic.WhyTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.story.words.Wording;
import dev.truce.web.seat.PageSeat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The screen of a seat, and what is done there. The orders that are not sealed yet are its only state. */
public final class SeatScreen implements PageView {
    /** The pieces of the board in their order; what is drafted has a place of its own here. */
    private static final List<String> PIECES = List.of("you", "them", "pacts", "talk", "draft", "why");

    private final PageSeat seat;
    private final SeatTrial trial;
    private final WhatIf whatIf;
    private final BlockWriter writer = new BlockWriter();
    /** Levels that were chosen for the open round, by instrument. */
    private final TreeMap<Instrument, Integer> draft = new TreeMap<>();

    private int draftRound;
    private String said = "";

    /** Makes the screen of a seat. */
    public SeatScreen(PageSeat seat) {
        this.seat = seat;
        this.trial = new SeatTrial(seat.rules(), Viewer.of(seat.board().side()));
        this.whatIf = new WhatIf(seat.rules(), trial);
    }

    @Override
    public @Nullable Map<String, Object> answer(String word, String rest, Phrases phrases) {
        switch (word) {
            case "choose" -> {
                int space = rest.indexOf(' ');
                choose(rest.substring(0, space), Integer.parseInt(rest.substring(space + 1)));
                return whatIf(phrases);
            }
            case "seal" -> seal(phrases);
            case "undo" -> undo(phrases);
            case "ready" -> ready(phrases);
            case "accept" -> accept(rest, phrases);
            case "type" -> types(rest, phrases);
            case "stop" -> seat.stop();
            default -> PageView.super.answer(word, rest, phrases);
        }
        return null;
    }

    /** Chooses a level for an instrument, or none with a level below 0. */
    private void choose(String word, int level) {
        SeatBoard board = board();
        Instrument instrument = Instrument.find(word, board.side()).orElseThrow();
        if (level < 0) {
            draft.remove(instrument);
        } else {
            draft.put(instrument, level);
        }
        said = "";
    }

    /** Seals the chosen orders. */
    private void seal(Phrases phrases) {
        does(Deed.Submit.of(orders()), phrases, "web.sealed");
    }

    /** Takes sealed orders back. */
    private void undo(Phrases phrases) {
        does(new Deed.Undo(), phrases, "web.undone");
    }

    /** Says that the seat is done with the round. */
    private void ready(Phrases phrases) {
        does(new Deed.Ready(true, board().offersHeard()), phrases, "web.ready.said");
    }

    /** Accepts an open offer on the terms that are shown. */
    private void accept(String name, Phrases phrases) {
        for (Offer offer : open(board().side().other())) {
            if (offer.id().toString().equals(name)) {
                does(new Deed.Accept(offer.id(), TermsHash.of(offer.terms())), phrases, "web.accepted");
            }
        }
    }

    /** Does what a person has typed; orders go to those that are not sealed yet. */
    private void types(String line, Phrases phrases) {
        SeatBoard board = board();
        DeedReader reader = new DeedReader(board.side(), board.openRound(), board.scenario(), board.context());
        for (Reply<Deed> reading : reader.read(line)) {
            if (reading instanceof Reply.Refused<Deed> refused) {
                said = RefusalWords.of(phrases, refused.refusal());
                return;
            } else if (reading instanceof Reply.Done<Deed> done) {
                typed(done.value(), phrases);
            }
        }
    }

    private void typed(Deed deed, Phrases phrases) {
        if (deed instanceof Deed.Submit submit) {
            Deed.ordered(submit.orders()).list().forEach(order -> draft.put(order.instrument(), order.level()));
        } else if (deed instanceof Deed.Accept accept) {
            accept(accept.offer().toString(), phrases);
        } else {
            does(deed, phrases, "web.done");
        }
    }

    private void does(Deed deed, Phrases phrases, String key) {
        said = phrases.of("web.room.sent");
        seat.does(deed, refusal -> said = refusal == null ? phrases.of(key) : RefusalWords.of(phrases, refusal));
    }

    /** What others say is shown without anything that could reorder or hide a line. */
    private static Wording wording(SeatBoard board, Phrases phrases) {
        return new Wording(board.scenario(), phrases, text -> SafeText.uncomposed(text, RecordScreen.MAX_WORDS));
    }

    private SeatBoard board() {
        SeatBoard board = seat.board();
        if (board.openRound() != draftRound) {
            draftRound = board.openRound();
            draft.clear();
        }
        return board;
    }

    private Orders orders() {
        List<Order> orders = new ArrayList<>();
        draft.forEach((instrument, level) -> orders.add(new Order(instrument, level)));
        return Orders.of(orders);
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        SeatBoard board = board();
        Wording wording = wording(board, phrases);
        Map<String, Object> screen = new LinkedHashMap<>();
        Observation now = board.observation();
        Notice.MatchOver over = board.over();
        screen.put("kind", "seat");
        screen.put("title", wording.of(board.scenario().titles()));
        screen.put("side", board.side().toString());
        screen.put("seats", phrases.of("web.seats", wording.side(board.side()), seat.opponent()));
        screen.put("said", said);
        screen.put("over", over != null);
        screen.put("labels", labels(phrases, sealing(phrases)));
        screen.put("closes", over == null ? board.deadlineUnixMillis() : 0L);
        if (now == null) {
            return screen;
        }
        screen.put("round", over == null ? board.openRound() : over.rounds());
        screen.put(
                "round_text",
                phrases.of(
                        "web.round",
                        board.openRound(),
                        board.scenario().calendar().quarter(board.openRound())));
        screen.put("sealed", board.submitted());
        screen.put("ready", board.ready());
        DashboardTopic dashboard =
                new DashboardTopic(wording, board.reasons(), board.side(), now, board.rounds(), board.proceedings());
        screen.put("brief", dashboard.brief());
        if (over == null) {
            screen.put("levers", levers(board, wording));
            screen.put("inaction", inaction(board, now, wording));
            screen.put("what_if", whatIf(phrases));
            screen.put("offers", offers(board, now, wording));
            screen.put("bases", TermsNotation.bases());
        }
        screen.put("panels", panels(board, dashboard, wording));
        screen.put("chart", scores(board, phrases));
        if (over != null) {
            Page end = new FinalTopic(wording, board.reasons())
                    .page(over, board.rounds(), board.proceedings().ledger());
            screen.put("end", writer.blocks(end));
            screen.put("record", over.recordText());
        }
        return screen;
    }

    /** Returns what the chosen orders would lead to. */
    private Map<String, Object> whatIf(Phrases phrases) {
        SeatBoard board = board();
        Map<String, Object> told = whatIf.told(board, orders(), wording(board, phrases));
        told.put("seal", sealing(phrases));
        return told;
    }

    private List<Object> levers(SeatBoard board, Wording wording) {
        List<Object> levers = new ArrayList<>();
        for (Instrument instrument : Instrument.of(board.side())) {
            LegalLevels legal = board.legal(instrument);
            InstrumentSpec spec = board.scenario().spec(instrument);
            int level = board.level(instrument);
            if (legal == null || level == Levels.UNSEEN) {
                continue;
            }
            Map<String, Object> lever = new LinkedHashMap<>();
            lever.put("word", instrument.word());
            lever.put("title", wording.title(instrument));
            lever.put("unit", wording.unit(spec.unit()));
            lever.put("covert", instrument.isCovert());
            lever.put("level", level);
            lever.put("chosen", draft.getOrDefault(instrument, -1));
            List<Object> steps = new ArrayList<>();
            for (int step = 0; step < spec.ladder().size(); step++) {
                Map<String, Object> rung = new LinkedHashMap<>();
                rung.put("title", wording.levelTitle(instrument, step));
                rung.put("legal", legal.legal().contains(step));
                steps.add(rung);
            }
            lever.put("steps", steps);
            Clause clause = board.binding(instrument);
            if (clause != null) {
                lever.put("clause", wording.text("web.clause", clause.agreement(), wording.clause(clause)));
            }
            levers.add(lever);
        }
        return levers;
    }

    private String inaction(SeatBoard board, Observation now, Wording wording) {
        return new InactionTopic(wording)
                .sentence(
                        board,
                        null,
                        orders -> trial.isUpTo(board) && trial.refusal(now, orders) == null
                                ? trial.held(now, orders).chargeScoreMilli()
                                : 0);
    }

    private List<Object> offers(SeatBoard board, Observation now, Wording wording) {
        List<Object> offers = new ArrayList<>();
        for (Side maker : Side.values()) {
            for (Offer offer : open(maker)) {
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("name", offer.id().toString());
                told.put("ours", maker == board.side());
                List<Part> parts = new ArrayList<>(
                        new TermsTopic(wording).exact(offer.terms(), now).parts());
                parts.addAll(
                        new TermsTopic(wording).consequences(offer.terms(), now).parts());
                told.put("blocks", writer.blocks(parts));
                offers.add(told);
            }
        }
        return offers;
    }

    private List<Offer> open(Side maker) {
        return List.copyOf(seat.board().proceedings().open(maker));
    }

    private List<Object> panels(SeatBoard board, DashboardTopic dashboard, Wording wording) {
        List<Object> panels = new ArrayList<>();
        // The board's own words for its pieces are words of a language.
        List<DashboardTopic.Piece> pieces = dashboard.pieces(List.of());
        for (int i = 0; i < PIECES.size(); i++) {
            if (PIECES.get(i).equals("draft")) {
                continue;
            }
            panel(
                    panels,
                    PIECES.get(i),
                    pieces.get(i).title(),
                    writer.blocks(pieces.get(i).page()));
        }
        RoundView last = board.last();
        if (last != null) {
            RoundView before = board.round(last.round() - 1);
            RoundTopic topic = new RoundTopic(wording, board.rounds().size(), board.reasons(), List.of());
            Page page = topic.page(last, before, board.proceedings().round(last.round()));
            panel(panels, "last", wording.text("web.last"), writer.blocks(page));
            for (ScoreCard card : last.scores()) {
                if (card.side() == board.side()) {
                    Page why = new WhyTopic(wording, board.reasons()).page(last.round(), card);
                    panel(panels, "reasons", wording.text("web.why"), writer.blocks(why));
                }
            }
            Page history = new HistoryTopic(wording).page(board.side(), board.rounds());
            panel(panels, "history", wording.text("web.history"), writer.blocks(history));
        }
        return panels;
    }

    private static void panel(List<Object> panels, String name, String title, List<Object> blocks) {
        if (!blocks.isEmpty()) {
            Map<String, Object> panel = new LinkedHashMap<>();
            panel.put("name", name);
            panel.put("title", title);
            panel.put("blocks", blocks);
            panels.add(panel);
        }
    }

    /** Returns the own score by round, and the other side's as far as it is known. */
    private List<Object> scores(SeatBoard board, Phrases phrases) {
        List<Chart.Curve> curves = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Long> tenths = new ArrayList<>();
            for (RoundView view : board.rounds()) {
                for (ScoreCard card : view.scores()) {
                    if (card.side() == side) {
                        tenths.add(NumberText.tenths(card.scoreSoFarMilli()));
                    }
                }
            }
            if (!tenths.isEmpty()) {
                curves.add(new Chart.Curve(side.toString().charAt(0), phrases.of("side." + side.name()), tenths));
            }
        }
        Chart chart = Chart.from(1, phrases.of("web.scores"), curves, "").said(phrases);
        return writer.blocks(List.of(Part.named("scores").drawn(new Block.Charts(List.of(chart)))));
    }

    private String sealing(Phrases phrases) {
        return draft.isEmpty() ? phrases.of("web.seal.none") : phrases.count("web.seal.one", "web.seal", draft.size());
    }

    /** Returns the words of buttons and heads. */
    private Map<String, Object> labels(Phrases phrases, String seal) {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("levers", phrases.of("web.levers"));
        labels.put("what_if", phrases.of("web.what-if"));
        labels.put("offers", phrases.of("web.offers"));
        labels.put("seal", seal);
        labels.put("undo", phrases.of("web.undo"));
        labels.put("ready", phrases.of(seat.closesAlone() ? "web.ready" : "web.room.ready"));
        labels.put("accept", phrases.of("web.accept"));
        labels.put("offer", phrases.of("web.offer"));
        labels.put("no_offer", phrases.of("web.no-offer"));
        labels.put("type", phrases.of("web.type"));
        labels.put("do", phrases.of("web.do"));
        labels.put("unchanged", phrases.of("web.unchanged"));
        labels.put("covert", phrases.of("web.covert"));
        labels.put("table", phrases.of("web.table"));
        labels.put("again", phrases.of("web.again"));
        labels.put("record", phrases.of("web.record"));
        labels.put("walk", phrases.of("web.record.walk"));
        labels.put("end", phrases.of("web.end"));
        labels.put("why", phrases.of("web.reasons"));
        labels.put("you", phrases.of("web.you"));
        labels.put("them", phrases.of("web.them"));
        return labels;
    }
}
