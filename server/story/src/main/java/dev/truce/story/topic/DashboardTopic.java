package dev.truce.story.topic;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SignalReading;
import dev.truce.match.Notice;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.SignalWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The board of a seat in pieces: for a screen that has room for one at a time, and for one that has room beside it. */
public final class DashboardTopic {
    private static final int ROUND = 4;
    private static final int SCORE = 8;
    private static final int GAP = 2;
    private static final int INDENT = 3;

    private final Wording wording;
    private final Reasons reasons;
    private final StateTopic state;
    private final Side side;
    private final Observation now;
    private final List<RoundView> rounds;
    private final @Nullable RoundView last;
    private final Proceedings heard;

    /**
     * A piece of the board.
     *
     * @param word one short word for it
     * @param title its heading
     * @param page what it shows
     * @param picture whether it says nothing in part
     */
    public record Piece(String word, String title, Page page, boolean picture) {}

    /**
     * @param wording the words of the scenario
     * @param reasons by what scores are explained
     * @param side the seat's side
     * @param now the open round
     * @param rounds the resolved rounds that are known, in order
     * @param heard offers and talk
     */
    public DashboardTopic(
            Wording wording, Reasons reasons, Side side, Observation now, List<RoundView> rounds, Proceedings heard) {
        this.wording = wording;
        this.reasons = reasons;
        this.state = new StateTopic(wording, reasons);
        this.side = side;
        this.now = now;
        this.rounds = List.copyOf(rounds);
        this.last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        this.heard = heard;
    }

    /** Returns all at a glance. */
    public Page board(String draft) {
        return state.page(side, now, rounds, heard, draft);
    }

    /** Returns the tariff and the own score in a few words. */
    public String brief() {
        Optional<ScoreCard> card = card(last);
        return wording.text(
                "dashboard.brief",
                state.tariff(now),
                card.map(own -> (own.estimated() ? "~" : "") + NumberText.oneDecimal(own.scoreSoFarMilli()))
                        .orElse("--"));
    }

    /**
     * Returns the pieces of the board.
     *
     * @param draft what is to be told of the draft, line by line
     */
    public List<Piece> pieces(List<String> draft) {
        List<Part> own = new ArrayList<>(List.of(state.rows(side, now, last)));
        own.addAll(new RedLineTopic(wording).standing(side, now));
        List<Part> why = new ArrayList<>(state.score(side, now, rounds, last));
        if (last != null) {
            String markets = new IndicatorTopic(wording.phrases()).line(reasons.markets(), last.round());
            if (!markets.isEmpty()) {
                why.add(text(wording.text("state.markets", markets)));
            }
        }
        return List.of(
                piece("you", wording.text("state.you", side), own),
                piece("them", wording.text("state.them", side.other()), List.of(state.rows(side.other(), now, last))),
                piece("pacts", new PactsTopic(wording, reasons).glance(side, now, heard)),
                piece("talk", state.talk(side, now, heard)),
                piece("draft", draft.stream().map(DashboardTopic::text).toList()),
                piece("why", why));
    }

    /** Returns what has a place beside the board: the tariff, the own score and signals by round, what was said. */
    public List<Piece> beside() {
        List<Piece> pieces = new ArrayList<>();
        if (last != null) {
            pieces.add(piece(
                    "tariff",
                    List.of(Part.named("tariff")
                            .drawn(new Block.Charts(List.of(FinalTopic.tariff(wording.phrases(), rounds)))))));
            pieces.add(piece("rounds", List.of(byRound())));
        }
        pieces.add(piece("said", said()));
        return pieces;
    }

    /** The own score, and what was seen of the other side's secret instruments, a line a round. */
    private Part byRound() {
        List<Instrument> covert = wording.scenario().instruments().of(side.other()).stream()
                .filter(Instrument::isCovert)
                .toList();
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.left(wording.text("history.r"), ROUND));
        columns.add(Block.Column.left(wording.text("dashboard.score"), SCORE));
        covert.forEach(
                each -> columns.add(Block.Column.left(each.word(), each.word().length() + GAP)));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (RoundView view : rounds) {
            List<Block.Cell> cells = new ArrayList<>();
            cells.add(Block.Cell.of(Integer.toString(view.round())));
            cells.add(Block.Cell.of(card(view)
                    .map(own -> (own.estimated() ? "~" : "") + NumberText.oneDecimal(own.scoreMilli()))
                    .orElse("--")));
            covert.forEach(each -> cells.add(Block.Cell.of(signal(view, each))));
            rows.add(cells);
        }
        return Part.named("rounds").drawn(new Block.Table(columns, rows));
    }

    private Optional<ScoreCard> card(@Nullable RoundView view) {
        return view == null ? Optional.empty() : MoveFacts.card(view, side);
    }

    private String signal(RoundView view, Instrument instrument) {
        for (SignalReading reading : view.signals()) {
            if (reading.instrument() == instrument) {
                // The quarter that customs data are about has no room here.
                return new SignalWords(wording).about(new SignalReading(instrument, 0, reading.notchMilli()));
            }
        }
        return "?";
    }

    private List<Part> said() {
        List<Part> parts = new ArrayList<>();
        for (int round = 1; round <= now.openRound(); round++) {
            for (Notice.Said said : heard.round(round).said()) {
                String line = new TalkWords(wording).said(said);
                parts.add(Part.named("saying").drawn(new Block.Text("", INDENT, "r" + round + " " + line)));
            }
        }
        return parts;
    }

    private Piece piece(String word, List<Part> parts) {
        return piece(word, wording.text("dashboard.title." + word), parts);
    }

    private Piece piece(String word, String title, List<Part> parts) {
        List<Part> shown = parts.isEmpty()
                ? List.of(text(wording.text("dashboard.nothing")))
                : parts.stream().map(DashboardTopic::withoutRule).toList();
        return new Piece(wording.text("dashboard." + word), title, Page.of(shown), word.equals("tariff"));
    }

    /** A piece has a heading already. */
    private static Part withoutRule(Part part) {
        return part.block() instanceof Block.Rule rule ? part.drawn(Block.Text.of(rule.text())) : part;
    }

    private static Part text(String text) {
        return Part.named("text").drawn(Block.Text.of(text));
    }
}
