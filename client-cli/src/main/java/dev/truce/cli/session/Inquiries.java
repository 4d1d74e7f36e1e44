package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.text.NearWord;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.Screen;
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
    private final SessionSetup seating;
    private final Board board;
    private final DraftOrders draft;
    private final Glossary glossary;
    private final TryPreview trial;
    private final Wording wording;

    /** Lines, or a fault, or both. */
    record Reply(List<String> lines, @Nullable UsageFault fault) {
        static Reply of(List<String> lines) {
            return new Reply(lines, null);
        }

        static Reply of(UsageFault fault) {
            return new Reply(List.of(), fault);
        }
    }

    /** Draws a round. */
    interface RoundLines {
        List<String> of(RoundView view, @Nullable RoundView before);
    }

    Inquiries(SessionSetup seating, Board board, DraftOrders draft, Glossary glossary, TryPreview trial) {
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.glossary = glossary;
        this.trial = trial;
        this.wording = Texts.wording(seating.scenario());
    }

    private Observation observation() {
        return Objects.requireNonNull(board.observation(), "the session answers only once a round is open");
    }

    /**
     * Shows the board, or one instrument.
     *
     * @param word the instrument, or empty
     * @param header the line above the board
     */
    Reply state(String word, String header) {
        StateTopic topic = new StateTopic(wording, board.reasons());
        if (!word.isEmpty()) {
            Optional<Instrument> instrument = find(word);
            return instrument.isPresent()
                    ? Reply.of(new ColumnsPrinter()
                            .lines(topic.instrument(instrument.get(), observation(), board.rounds())))
                    : Reply.of(unknownWord(word));
        }
        List<String> lines = new ArrayList<>(TextWidth.wrap("", header));
        if (!board.delegates().isNone()) {
            lines.addAll(TextWidth.wrap("", 3, new SeatLine(board).text()));
        }
        String key = draft.isUnsent() ? "state.draft.unsent" : "state.draft.saved";
        String unsent = draft.orders().isHold() ? "" : Texts.of(key, words(draft.orders()));
        lines.addAll(Screen.lines(
                topic.page(board.side(), observation(), board.rounds(), board.proceedings(), unsent), seating.look()));
        return Reply.of(lines);
    }

    private Reply told(Page page) {
        return Reply.of(Screen.lines(page, seating.look()));
    }

    Reply diff() {
        RoundView last = board.last();
        if (last == null) {
            return Reply.of(List.of(Texts.of("diff.first")));
        }
        return told(new ChangesTopic(wording).page(last));
    }

    Reply legal(String word) {
        LegalTopic topic = new LegalTopic(wording);
        if (board.over() != null) {
            return Reply.of(List.of(Texts.of("session.is-over")));
        }
        if (word.isEmpty()) {
            List<LegalLevels> own = observation().legal().stream()
                    .filter(levels -> board.delegates().mayOrder(levels.instrument()))
                    .toList();
            List<String> lines = new ArrayList<>(Screen.lines(topic.page(own, observation()), seating.look()));
            if (board.delegates().advises()) {
                lines.addAll(TextWidth.wrap(
                        "", Texts.of("legal.advises", board.delegates().example())));
            } else if (own.size() < observation().legal().size()) {
                lines.addAll(TextWidth.wrap("", Texts.of("legal.others")));
            }
            return Reply.of(lines);
        }
        Optional<Instrument> instrument = find(word);
        if (instrument.isEmpty()) {
            return Reply.of(unknownWord(word));
        }
        LegalLevels legal = board.legal(instrument.get());
        if (legal == null) {
            return Reply.of(UsageFault.of(
                    "NOT_YOUR_INSTRUMENT",
                    Texts.of(
                            "fault.not-yours",
                            instrument.get().word(),
                            instrument.get().holder(),
                            board.side()),
                    Texts.of("fault.unchanged.draft"),
                    "state " + instrument.get().qualifiedWord()));
        }
        return told(topic.page(legal, observation()));
    }

    Reply tried(String text) {
        if (board.over() != null) {
            return Reply.of(List.of(Texts.of("session.is-over")));
        }
        Orders orders = draft.orders();
        if (!text.isEmpty()) {
            OrderText.Reading reading = new OrderText(board).read(text);
            if (reading instanceof OrderText.Reading.Wrong wrong) {
                return Reply.of(wrong.fault());
            }
            orders = draft.with(((OrderText.Reading.Of) reading).orders());
        }
        return Reply.of(trial.lines(board, orders));
    }

    Reply why(String word) {
        RoundView last = board.last();
        if (word.equalsIgnoreCase("change")) {
            return whyChange(last);
        }
        String number =
                word.toLowerCase(Locale.ROOT).replaceFirst("^round\\s", "").strip();
        RoundView asked = number.matches("\\d{1,3}") ? board.round(Integer.parseInt(number)) : null;
        if (asked != null) {
            return whyRound(asked);
        }
        if (!word.isEmpty()) {
            Optional<Instrument> instrument = find(word);
            return instrument.isPresent()
                    ? told(new WhyTopic(wording, board.reasons()).source(instrument.get(), last, board.side()))
                    : explain(word);
        }
        return last == null ? Reply.of(List.of(Texts.of("why.first"))) : whyRound(last);
    }

    private Reply whyRound(RoundView view) {
        for (ScoreCard card : view.scores()) {
            if (card.side() == board.side()) {
                return told(new WhyTopic(wording, board.reasons()).page(view.round(), card));
            }
        }
        return Reply.of(List.of(Texts.of("why.first")));
    }

    private Reply whyChange(@Nullable RoundView view) {
        Explanation change =
                view == null ? null : board.reasons().of(view.round(), board.side(), Reference.ROUND_BEFORE);
        if (change == null) {
            return Reply.of(List.of(Texts.of("why.first.change")));
        }
        return told(new WhyTopic(wording, board.reasons()).change(change));
    }

    Reply history() {
        if (board.rounds().isEmpty()) {
            return Reply.of(List.of(Texts.of("history.none")));
        }
        return told(new HistoryTopic(wording).page(board.side(), board.rounds()));
    }

    Reply shown(String rest, RoundLines screen) {
        String number = rest.toLowerCase(Locale.ROOT).replaceFirst("^round", "").strip();
        RoundView view = number.matches("\\d{1,3}") ? board.round(Integer.parseInt(number)) : null;
        if (view == null) {
            return Reply.of(UsageFault.of(
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
        return Reply.of(screen.of(view, board.round(view.round() - 1)));
    }

    Reply explain(String word) {
        if (word.isEmpty()) {
            return told(new GlossaryTopic(Texts.phrases()).terms(glossary));
        }
        Optional<Glossary.Entry> entry = glossary.find(word, board.side());
        if (entry.isEmpty()) {
            Optional<String> near = nearTerm(word);
            return Reply.of(UsageFault.of(
                    "UNKNOWN_WORD",
                    near.map(term -> Texts.of("fault.unknown-word.near", word, term))
                            .orElse(Texts.of("fault.unknown-word", word)),
                    Texts.of("fault.unchanged.everything"),
                    near.map(term -> "explain " + term).orElse("explain")));
        }
        return told(new GlossaryTopic(Texts.phrases()).page(entry.get(), seating.chinese()));
    }

    Reply help(String topic) {
        List<String> lines = new ArrayList<>();
        if (topic.isEmpty()) {
            lines.add(Texts.of("help.head"));
            for (Verb verb : Verb.values()) {
                String names = verb.word() + (verb.alias().isEmpty() ? "" : ", " + verb.alias());
                lines.addAll(TextWidth.wrap("  " + TextWidth.pad(names, 15), Texts.of("help.short." + verb.name())));
            }
            lines.addAll(TextWidth.wrap("", Texts.of("help.foot")));
            return Reply.of(lines);
        }
        Optional<Verb> verb = Verb.find(topic);
        if (verb.isEmpty()) {
            return explain(topic);
        }
        lines.addAll(TextWidth.wrap(
                verb.get().word() + Texts.of("list.colon"),
                Texts.of("help.long." + verb.get().name())));
        return Reply.of(lines);
    }

    Optional<String> nearTerm(String word) {
        return glossary.near(word);
    }

    /** Orders as they change the board, for example {@code RECIP 10->20; AFFIL=suspended}. */
    String words(Orders orders) {
        return orderWords(wording, board, orders);
    }

    static String orderWords(Wording wording, Board board, Orders orders) {
        List<String> parts = new ArrayList<>();
        for (Order order : orders.list()) {
            int now = board.level(order.instrument());
            parts.add(
                    now == order.level()
                            ? wording.order(order)
                            : order.instrument().word() + " " + wording.level(order.instrument(), now) + "->"
                                    + wording.level(order.instrument(), order.level()));
        }
        return parts.isEmpty() ? Texts.of("round.hold") : String.join("; ", parts);
    }

    private Optional<Instrument> find(String word) {
        Optional<Instrument> own = Instrument.find(word, board.side());
        return own.isPresent() ? own : Instrument.find(word, board.side().other());
    }

    private UsageFault unknownWord(String word) {
        List<String> known = new ArrayList<>();
        for (Instrument instrument : Instrument.of(board.side())) {
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
