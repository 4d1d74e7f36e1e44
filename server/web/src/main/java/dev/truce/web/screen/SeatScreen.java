package dev.truce.web.screen;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.notation.TermsNotation;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.deal.TermsVerdict;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.facts.SeatTrial;
import dev.truce.story.page.Page;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.topic.GuideTopic;
import dev.truce.story.topic.InactionTopic;
import dev.truce.story.topic.OwnTextTopic;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import dev.truce.web.seat.PageSeat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The screen of a seat. */
public final class SeatScreen implements PageView {
    private final PageSeat seat;
    private final SeatPart part;
    private final SeatTrial trial;
    private final WhatIf whatIf;
    private final BlockWriter writer = new BlockWriter();
    private final EndPart end = new EndPart();
    private final PageDeeds deeds;
    /** Whether the rounds are shown as they were, and not as the seat saw them. */
    private boolean revealed;
    /** Whether a guide speaks in the first rounds. */
    private boolean guided;

    /** Makes the screen of a seat in a match that the page holds. */
    public SeatScreen(PageSeat seat) {
        this(seat, (screen, wording, inaction) -> {});
    }

    SeatScreen(PageSeat seat, SeatPart part) {
        this.seat = seat;
        this.part = part;
        this.deeds = new PageDeeds(seat);
        this.trial = new SeatTrial(seat.rules(), Viewer.of(seat.board().side()));
        this.whatIf = new WhatIf(seat.rules(), trial);
    }

    @Override
    public @Nullable Map<String, Object> answer(String word, String rest, Phrases phrases) {
        if (word.equals("choose")) {
            String[] words = rest.split(" ");
            for (int i = 0; i + 1 < words.length; i += 2) {
                deeds.choose(words[i], Integer.parseInt(words[i + 1]));
            }
            return whatIf(phrases);
        }
        if (word.equals("guide")) {
            guided = rest.equals("on");
            return null;
        }
        if (word.equals("stop")) {
            seat.stop();
            return null;
        }
        return deeds.does(word, rest) ? null : PageView.super.answer(word, rest, phrases);
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        SeatBoard board = deeds.board();
        Wording wording = deeds.wording(phrases);
        Map<String, Object> screen = new LinkedHashMap<>();
        Observation now = board.observation();
        Notice.MatchOver over = board.over();
        screen.put("kind", "seat");
        screen.put("title", wording.of(board.scenario().titles()));
        screen.put("side", board.side().toString());
        screen.put("scenario", board.scenario().id());
        screen.put("opponent", seat.opponent());
        screen.put("seats", phrases.of("web.seats", wording.side(board.side()), wording.safe(seat.opponent())));
        String said = deeds.said(phrases);
        screen.put("said", said.isEmpty() && board.ready() && over == null ? phrases.of("web.ready.said") : said);
        screen.put("over", over != null);
        screen.put("labels", SeatLabels.of(phrases, seat, sealing(phrases)));
        if (now == null) {
            return screen;
        }
        int round = over == null ? board.openRound() : over.rounds();
        String quarter = board.scenario().calendar().quarter(board.openRound());
        screen.putAll(Map.of(
                "round", round,
                "round_text", phrases.of("web.round", board.openRound(), quarter),
                "chain", seat.chain(),
                "sealed", board.submitted(),
                "ready", board.ready(),
                "calls", over == null ? calls(board, now) : 0));
        String inaction = over == null ? InactionTopic.plain(wording).sentence(board, seat.sealed(), this::charge) : "";
        part.put(screen, wording, inaction);
        if (over != null) {
            screen.put("record", over.recordText());
        }
        // What is covered by another screen is not computed.
        RoundView last = board.last();
        if (deeds.reveals() && last != null) {
            List<String> next = over == null ? List.of(TreatyLine.of(board, now, wording), inaction) : List.of();
            screen.putAll(Map.of("reveal", RevealPart.of(board, last, next, wording)));
        } else if (over == null && deeds.table().isOpen()) {
            Terms terms = deeds.table().terms();
            TermsVerdict verdict =
                    terms == null ? null : whatIf.offering(board, deeds.chosen().orders(), terms, wording);
            screen.putAll(Map.of(
                    "deal",
                    DealPart.table(board, now, deeds.table(), verdict, wording),
                    "own",
                    terms == null ? "" : new OwnTextTopic(wording).sentence(terms, board)));
        } else {
            seat(screen, board, now, inaction, wording);
        }
        return screen;
    }

    private void seat(Map<String, Object> screen, SeatBoard board, Observation now, String inaction, Wording wording) {
        Notice.MatchOver over = board.over();
        if (over != null) {
            // Whatever is said of a match that is over is said of the rounds as they were.
            reveals(over);
        }
        screen.put("panels", SeatPanels.of(board, now, wording));
        if (over != null) {
            Page all = new FinalTopic(wording, board.reasons())
                    .page(over, board.rounds(), board.proceedings().ledger());
            screen.putAll(Map.of("branches", seat.closesAlone(), "end_all", writer.blocks(all)));
            if (!board.rounds().isEmpty()) {
                screen.put("told", end.of(over, board.rounds(), board.side(), wording));
            }
            return;
        }
        screen.put("chart", SeatPanels.scores(board, wording.phrases()));
        Integer held = trial.isUpTo(board)
                ? trial.held(now, Orders.HOLD).next().score(board.side()).scoreMilli()
                : null;
        screen.putAll(new FramePart(board, now, wording).all(held));
        screen.putAll(Map.of(
                "levers", Levers.of(board, deeds.chosen(), wording),
                "inaction", inaction,
                "barring", Offers.barring(board, wording.phrases()),
                "guide", guided ? new GuideTopic(wording).sentence(board, trial) : "",
                "accusation", AccusationPart.of(board, now, wording),
                "what_if", whatIf(wording.phrases()),
                "bases", TermsNotation.bases()));
    }

    /** Shows all rounds as they were; what is secret until a class is over has no record yet. */
    private void reveals(Notice.MatchOver over) {
        if (!revealed && !over.recordText().isEmpty()) {
            revealed = true;
            RecordReading reading = RecordReader.read(
                    over.recordText(), id -> Optional.of(seat.rules().scenario()));
            seat.board()
                    .reveal(RecordReplay.of(((RecordReading.Read) reading).match(), seat.rules())
                            .views());
        }
    }

    /** Returns what the chosen orders would lead to, by themselves and beside each open offer. */
    private Map<String, Object> whatIf(Phrases phrases) {
        SeatBoard board = deeds.board();
        Map<String, Object> told = whatIf.told(board, deeds.chosen().orders(), deeds.wording(phrases));
        told.put("offers", whatIf.offers(board, deeds.chosen().orders(), deeds.wording(phrases)));
        told.putAll(Map.of("seal", sealing(phrases), "is_sealed", deeds.isSealed()));
        // What is refused breaks nothing.
        String breach = told.containsKey("refused")
                ? ""
                : InactionTopic.plain(deeds.wording(phrases))
                        .breach(board, deeds.chosen().orders(), this::charge);
        told.put("breach", breach.isEmpty() ? "" : phrases.of("web.breach", breach));
        return told;
    }

    /** Returns how many things of the table wait for the seat: offers of the other side, and its own accusation. */
    private static int calls(SeatBoard board, Observation now) {
        return Offers.waiting(board) + (now.accusedOn(board.side().other()) == null ? 0 : 1);
    }

    /** Returns what a breach by orders takes from the score of the open round; 0 if there is none or nobody can tell. */
    private int charge(Orders orders) {
        SeatBoard board = seat.board();
        Observation now = board.observation();
        return now != null && !now.over() && trial.isUpTo(board) && trial.refusal(now, orders) == null
                ? trial.held(now, orders).chargeScoreMilli()
                : 0;
    }

    private String sealing(Phrases phrases) {
        String key =
                deeds.board().delegates().advises() ? "web.draft" : deeds.isSealed() ? "web.seal.done" : "web.seal";
        int orders = deeds.chosen().size();
        return orders == 0 ? phrases.of(key + ".none") : phrases.count(key + ".one", key + ".many", orders);
    }

    /** What a match that others hold adds to the screen of a seat. The program of a first visit has none. */
    @FunctionalInterface
    interface SeatPart {
        /**
         * Puts it on the screen.
         *
         * @param inaction what happens if the seat does nothing
         */
        void put(Map<String, Object> screen, Wording wording, String inaction);
    }
}
