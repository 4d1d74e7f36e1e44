package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Branching;
import dev.truce.cli.seat.Candidates;
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
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.LedgerTopic;
import dev.truce.story.topic.NewsTopic;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The commands that tell what everybody may know of the match: said and done, indicators, news, and another course once it is over. */
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
        session.show(seating.look().lines(new LedgerTopic(wording).page(ledger, only)));
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
        session.show(seating.look()
                .lines(new IndicatorTopic(Texts.phrases())
                        .page(markets, round, quarter)
                        .orElseThrow()));
    }

    /** Shows the news of a round, 0 for the opening, or of the last, perhaps in another language. */
    Command news() {
        return Command.of("news", "n", this::news)
                .completed((before, word) -> before.size() == 1 ? candidates.rounds() : Language.words());
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

    /** Shows what another policy in this seat would have led to, from a round on. */
    Command branch(Supplier<@Nullable Branching> branching) {
        return Command.of("branch", "", typed -> branch(branching.get(), typed)).completed((before, word) -> {
            Branching known = branching.get();
            return before.size() == 1 || known == null ? candidates.rounds() : known.bots();
        });
    }

    private void branch(@Nullable Branching branching, String typed) {
        Notice.MatchOver over = board.over();
        if (over == null || branching == null) {
            session.say("branch.not-over");
            return;
        }
        int last = branching.lastRound(over.recordText());
        if (last == 0) {
            session.say("branch.unknown");
            return;
        }
        String[] words = typed.toLowerCase(Locale.ROOT)
                .replaceFirst("^round\\s+", "")
                .strip()
                .split("\\s+", -1);
        int round = words[0].matches("\\d{1,3}") ? Integer.parseInt(words[0]) : 0;
        String bot = words.length > 1 ? words[1] : branching.usual();
        if (round < 1 || round > last) {
            session.fault(UsageFault.of(
                            "UNKNOWN_ROUND",
                            Texts.of("fault.unknown-round", words[0].isEmpty() ? "?" : words[0], last),
                            Texts.of("fault.unchanged.everything"),
                            "branch " + (last + 1) / 2 + " " + branching.usual())
                    .about("round", "1.." + last));
        } else if (words.length > 2 || !branching.bots().contains(bot)) {
            session.fault(UsageFault.of(
                            "UNKNOWN_BOT",
                            Texts.of("fault.branch.bot", bot),
                            Texts.of("fault.unchanged.everything"),
                            "branch " + round + " " + branching.usual())
                    .about("bot", String.join(" ", branching.bots())));
        } else {
            session.say("branch.working", round, bot);
            play(branching, over.recordText(), round, bot);
        }
    }

    private void play(Branching branching, String record, int round, String bot) {
        try {
            session.show(branching.lines(record, board.side(), round, bot));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
