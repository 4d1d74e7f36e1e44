package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Markets;
import dev.truce.story.facts.Press;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.Screen;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.LedgerTopic;
import dev.truce.story.topic.NewsTopic;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that tell what everybody may know of the match: the ledger of said and done, and the indicators. */
final class PublicFigures {
    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final Candidates candidates;
    private final Wording wording;

    PublicFigures(Session session, SessionSetup seating, Board board) {
        this.session = session;
        this.candidates = new Candidates(board);
        this.seating = seating;
        this.board = board;
        this.wording = Texts.wording(seating.scenario());
    }

    /** Shows whose word came true: that of a side, or of both. */
    Command ledger() {
        return Command.of("ledger", "", this::ledger).completed((before, word) -> List.of("us", "cn"));
    }

    private void ledger(String word) {
        String side = word.toUpperCase(Locale.ROOT);
        if (!side.isEmpty() && !side.equals("US") && !side.equals("CN")) {
            session.fault(UsageFault.of(
                            "WRONG_USAGE",
                            Texts.of("fault.ledger", word),
                            Texts.of("fault.unchanged.everything"),
                            "ledger us")
                    .about("side", "us cn"));
            return;
        }
        @Nullable Side only = side.isEmpty() ? null : Side.valueOf(side);
        SaidAndDone ledger = board.proceedings().ledger();
        session.show(Screen.lines(new LedgerTopic(wording).page(ledger, only), seating.look()));
    }

    /** Shows markets, trade and polls of a round, 0 for the start, or of the last. */
    Command indicators() {
        return Command.of("indicators", "i", this::indicators).completed((before, word) -> candidates.rounds());
    }

    private void indicators(String word) {
        Markets markets = board.reasons().markets();
        String number =
                word.toLowerCase(Locale.ROOT).replaceFirst("^round\\s", "").strip();
        int last = board.rounds().size();
        int round = number.isEmpty() ? last : number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1;
        if (round < 0 || markets.after(round) == null) {
            session.fault(UsageFault.of(
                            "UNKNOWN_ROUND",
                            Texts.of("fault.unknown-round", number, last),
                            Texts.of("fault.unchanged.everything"),
                            "indicators")
                    .about("round", "0.." + last));
            return;
        }
        String quarter = round == 0 ? "" : seating.scenario().calendar().quarter(round);
        session.show(Screen.lines(
                new IndicatorTopic(Texts.phrases())
                        .page(markets, round, quarter)
                        .orElseThrow(),
                seating.look()));
    }

    /** Shows the news of a round, 0 for the opening, or of the last, perhaps in another language. */
    Command news() {
        return Command.of("news", "n", this::news)
                .completed((before, word) -> before.size() == 1 ? candidates.rounds() : List.of("en", "zh"));
    }

    private void news(String typed) {
        Press press = board.reasons().press();
        int last = press.last();
        int round = last;
        Language language = Texts.language();
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            Optional<Language> found = Language.find(word);
            if (found.isPresent()) {
                language = found.get();
            } else if (word.matches("\\d{1,3}") && Integer.parseInt(word) <= last) {
                round = Integer.parseInt(word);
            } else if (!word.isEmpty() && !word.equals("round")) {
                session.fault(UsageFault.of(
                                "UNKNOWN_ROUND",
                                Texts.of("fault.unknown-round", word, last),
                                Texts.of("fault.unchanged.everything"),
                                "news " + last + " zh")
                        .about("round", "0.." + last));
                return;
            }
        }
        session.show(new ColumnsPrinter()
                .lines(new NewsTopic(seating.scenario(), Bundles.of(language), Bundles.all())
                        .page(round, press.of(round, lastRound()))));
    }

    /** Returns the round with which the match ends, 0 if that is not known. */
    private int lastRound() {
        Notice.MatchOver over = board.over();
        Observation observation = board.observation();
        if (over != null) {
            return over.rounds();
        }
        return observation == null ? 0 : observation.knownRounds();
    }
}
