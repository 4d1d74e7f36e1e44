package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.SeatScene;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.text.NearWord;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.Folding;
import dev.truce.story.scenario.GlossaryTopic;
import dev.truce.story.topic.ChangesTopic;
import dev.truce.story.topic.HistoryTopic;
import dev.truce.story.topic.LegalTopic;
import dev.truce.story.topic.StateTopic;
import dev.truce.story.topic.WhyTopic;
import dev.truce.story.words.Glossary;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that only tell something; none of them sends anything. */
final class Inquiries {
    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final DraftOrders draft;
    private final Narrator narrator;
    private final Glossary glossary;
    private final Candidates candidates;
    private final Wording wording;
    /** The round that was looked back at last, 0 before the first. */
    private int walked;

    Inquiries(
            Session session,
            SessionSetup seating,
            Board board,
            DraftOrders draft,
            Narrator narrator,
            Glossary glossary) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.narrator = narrator;
        this.glossary = glossary;
        this.candidates = new Candidates(board);
        this.wording = Texts.wording(seating.scenario());
    }

    private Observation observation() {
        return Objects.requireNonNull(board.observation(), "the session answers only once a round is open");
    }

    /** Shows the board, or one instrument. */
    Command state() {
        return Command.of("state", "s", this::state).completed((before, word) -> candidates.words(true));
    }

    private void state(String word) {
        StateTopic topic = new StateTopic(wording, board.reasons());
        if (!word.isEmpty()) {
            find(word)
                    .ifPresentOrElse(
                            instrument -> session.show(new ColumnsPrinter()
                                    .lines(topic.instrument(instrument, observation(), board.rounds()))),
                            () -> session.fault(unknownWord(word)));
            return;
        }
        if (session.board()) {
            return;
        }
        List<String> lines = new ArrayList<>(TextWidth.wrap("", narrator.header()));
        if (!board.delegates().isNone()) {
            lines.addAll(TextWidth.wrap("", 3, new CounselWords(board, wording).line()));
        }
        String unsent = SeatScene.draftWords(board, draft, wording);
        Page page = topic.page(board.side(), observation(), board.rounds(), board.proceedings(), unsent);
        // The last row is that of the prompt.
        lines.addAll(
                seating.look().accessible()
                        ? seating.look().lines(page)
                        : new Folding(seating.look()).lines(page, session.rows() - 1 - lines.size()));
        session.show(lines);
    }

    private void show(Page page) {
        session.show(seating.look().lines(page));
    }

    /** Shows what changed in the last round. */
    Command diff() {
        return Command.bare("diff", "d", this::changes);
    }

    private void changes() {
        RoundView last = board.last();
        if (last == null) {
            session.say("diff.first");
        } else {
            show(new ChangesTopic(wording).page(last));
        }
    }

    /** Shows what may be ordered now, or of one instrument. */
    Command legal() {
        return Command.of("legal", "l", this::legal).completed((before, word) -> candidates.words(false));
    }

    private void legal(String word) {
        Optional<Instrument> instrument = find(word);
        if (board.over() != null) {
            session.say("session.is-over");
        } else if (word.isEmpty()) {
            ownLevels();
        } else if (instrument.isEmpty()) {
            session.fault(unknownWord(word));
        } else {
            levels(instrument.get());
        }
    }

    private void ownLevels() {
        List<LegalLevels> own = observation().legal().stream()
                .filter(levels -> board.delegates().mayOrder(levels.instrument()))
                .toList();
        show(new LegalTopic(wording).page(own, observation()));
        if (board.delegates().advises()) {
            session.say("legal.advises", board.delegates().example());
        } else if (own.size() < observation().legal().size()) {
            session.say("legal.others");
        }
    }

    private void levels(Instrument instrument) {
        LegalLevels legal = board.legal(instrument);
        if (legal != null) {
            show(new LegalTopic(wording).page(legal, observation()));
            return;
        }
        session.fault(UsageFault.of(
                "NOT_YOUR_INSTRUMENT",
                Texts.of("fault.not-yours", instrument.word(), instrument.holder(), board.side()),
                Texts.of("fault.unchanged.draft"),
                "state " + instrument.qualifiedWord()));
    }

    /** Shows why the score is what it is. */
    Command why() {
        return Command.of("why", "w", this::why).completed((before, word) -> candidates.words(true));
    }

    private void why(String word) {
        RoundView last = board.last();
        String number =
                word.toLowerCase(Locale.ROOT).replaceFirst("^round\\s", "").strip();
        RoundView asked = number.matches("\\d{1,3}") ? board.round(Integer.parseInt(number)) : null;
        WhyTopic topic = new WhyTopic(wording, board.reasons());
        if (word.equalsIgnoreCase("change")) {
            whyChange(last);
        } else if (asked != null || word.isEmpty()) {
            whyRound(asked == null ? last : asked);
        } else {
            find(word)
                    .ifPresentOrElse(
                            instrument -> show(topic.source(instrument, last, board.side())), () -> explain(word));
        }
    }

    private void whyRound(@Nullable RoundView view) {
        for (ScoreCard card : view == null ? List.<ScoreCard>of() : view.scores()) {
            if (view != null && card.side() == board.side()) {
                show(new WhyTopic(wording, board.reasons()).page(view.round(), card));
                return;
            }
        }
        session.say("why.first");
    }

    private void whyChange(@Nullable RoundView view) {
        Explanation change =
                view == null ? null : board.reasons().of(view.round(), board.side(), Reference.ROUND_BEFORE);
        if (change == null) {
            session.say("why.first.change");
        } else {
            show(new WhyTopic(wording, board.reasons()).change(change));
        }
    }

    /** Shows all rounds, a line each. */
    Command history() {
        return Command.bare("history", "h", this::rounds);
    }

    private void rounds() {
        if (board.rounds().isEmpty()) {
            session.say("history.none");
        } else {
            show(new HistoryTopic(wording).page(board.side(), board.rounds()));
        }
    }

    /** Shows the round before the one that was shown last, first the last one. */
    Command earlier() {
        return Command.bare("back", "<", () -> walk(-1));
    }

    /** Shows the round after the one that was shown last. */
    Command later() {
        return Command.bare("on", ">", () -> walk(1));
    }

    private void walk(int step) {
        List<RoundView> rounds = board.rounds();
        if (rounds.isEmpty()) {
            session.say("history.none");
            return;
        }
        int last = rounds.get(rounds.size() - 1).round();
        int wanted = (walked == 0 ? last + 1 : walked) + step;
        if (wanted < rounds.get(0).round() || wanted > last) {
            session.say(step < 0 ? "history.first" : "history.last");
            return;
        }
        round(Integer.toString(wanted));
    }

    /** Shows one round in full. */
    Command round() {
        return Command.of("show", "", this::round)
                .completed((before, word) -> before.size() == 1 ? List.of("round") : candidates.rounds());
    }

    private void round(String rest) {
        String number = rest.toLowerCase(Locale.ROOT).replaceFirst("^round", "").strip();
        RoundView view = number.matches("\\d{1,3}") ? board.round(Integer.parseInt(number)) : null;
        if (view != null) {
            walked = view.round();
            session.show(narrator.roundLines(view));
            return;
        }
        session.fault(UsageFault.of(
                "UNKNOWN_ROUND",
                Texts.of(
                        "fault.unknown-round",
                        number.isEmpty() ? "?" : number,
                        board.rounds().size()),
                Texts.of("fault.unchanged.everything"),
                board.rounds().isEmpty()
                        ? "state"
                        : "show round " + board.rounds().size()));
    }

    /** Explains a word of the game. */
    Command explanation() {
        return Command.of("explain", "?", this::explain)
                .completed((before, word) -> glossary.terms())
                .working();
    }

    /** Explains a word, or says which words can be explained. */
    void explain(String word) {
        Optional<Glossary.Entry> entry = glossary.find(word, board.side());
        if (word.isEmpty()) {
            show(new GlossaryTopic(Texts.phrases()).terms(glossary));
        } else if (entry.isPresent()) {
            show(new GlossaryTopic(Texts.phrases()).page(entry.get()));
        } else {
            Optional<String> near = nearTerm(word);
            session.fault(UsageFault.of(
                    "UNKNOWN_WORD",
                    near.map(term -> Texts.of("fault.unknown-word.near", word, term))
                            .orElse(Texts.of("fault.unknown-word", word)),
                    Texts.of("fault.unchanged.everything"),
                    near.map(term -> "explain " + term).orElse("explain")));
        }
    }

    Optional<String> nearTerm(String word) {
        return glossary.near(word);
    }

    private Optional<Instrument> find(String word) {
        Optional<Instrument> own = board.scenario().instruments().find(word, board.side());
        return own.isPresent()
                ? own
                : board.scenario().instruments().find(word, board.side().other());
    }

    private UsageFault unknownWord(String word) {
        List<String> known = new ArrayList<>();
        for (Instrument instrument : board.scenario().instruments().of(board.side())) {
            known.add(instrument.word());
        }
        Optional<String> near = NearWord.one(word, known);
        return UsageFault.of(
                        "UNKNOWN_INSTRUMENT",
                        near.map(n -> Texts.of("fault.unknown-instrument.near", word, n))
                                .orElse(Texts.of("fault.unknown-instrument", word)),
                        Texts.of("fault.unchanged.draft"),
                        near.map(n -> "legal " + n).orElse("legal"))
                .about(word, String.join(" ", known));
    }
}
