package dev.truce.cli.session;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.story.words.Glossary;
import dev.truce.story.words.TermsWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Tab offers: commands; then instruments, and after an equals sign the levels that are legal now. */
public final class Completions {
    private final Board board;
    private final Glossary glossary;

    /**
     * @param board what the seat knows
     * @param glossary what can be explained
     */
    public Completions(Board board, Glossary glossary) {
        this.board = board;
        this.glossary = glossary;
    }

    /**
     * Returns the words that may stand where the cursor is and begin as typed.
     *
     * @param before the words before it on the line
     * @param typed the beginning of the word, may be empty
     */
    public List<String> candidates(List<String> before, String typed) {
        List<String> all = new ArrayList<>();
        Optional<Verb> verb = before.isEmpty() ? Optional.empty() : Verb.find(before.get(0));
        if (before.isEmpty()) {
            all.addAll(Verb.words());
            all.addAll(orders(typed));
        } else if (verb.isEmpty()) {
            all.addAll(orders(typed));
        } else {
            all.addAll(
                    switch (verb.get()) {
                        case SET -> before.size() == 2 ? levels(before.get(1), "") : orders(typed);
                        case TRY -> tried(before, typed);
                        case LEGAL -> words(false);
                        case STATE, WHY -> words(true);
                        case EXPLAIN -> glossary.terms();
                        case HELP -> Verb.words();
                        case SHOW -> before.size() == 1 ? List.of("round") : roundNumbers();
                        case OFFER -> terms(typed);
                        case ACCEPT, REFUSE -> offers(board.side().other());
                        case COUNTER -> before.size() == 1 ? offers(board.side().other()) : terms(typed);
                        case WITHDRAW -> offers(board.side());
                        case PACTS -> offers();
                        case NOTICE -> List.of("back");
                        case LEDGER -> List.of("us", "cn");
                        case INDICATORS -> roundNumbers();
                        case NEWS -> before.size() == 1 ? roundNumbers() : List.of("en", "zh");
                        case CARD -> before.size() == 1 ? cards() : words(true);
                        case DRAFT -> before.size() == 1 ? with("HOLD", orders(typed)) : orders(typed);
                        case VOTE -> before.size() == 1 ? drafters() : List.of("yes", "no");
                        case ADOPT -> drafters();
                        case THREATEN -> before.size() == 1 ? orders(typed) : List.of("by", "unless");
                        case DIFF,
                                KEEP,
                                UNDO,
                                COMMIT,
                                READY,
                                UNREADY,
                                HISTORY,
                                SAY,
                                TELL,
                                WHISPER,
                                SEATS,
                                DRAFTS,
                                BRIEF,
                                REASSURE,
                                WARN,
                                QUIT -> List.of();
                    });
        }
        String begin = typed.toLowerCase(Locale.ROOT);
        List<String> fitting = new ArrayList<>();
        for (String word : all) {
            if (word.toLowerCase(Locale.ROOT).startsWith(begin)) {
                fitting.add(word);
            }
        }
        return fitting;
    }

    private List<String> tried(List<String> before, String typed) {
        String what = before.size() < 2 ? "" : before.get(1).toLowerCase(Locale.ROOT);
        if (what.equals("offer")) {
            return terms(typed);
        } else if (what.equals("accept")) {
            return offers(board.side().other());
        }
        List<String> words = new ArrayList<>(before.size() == 2 ? levels(before.get(1), "") : orders(typed));
        if (before.size() == 1) {
            words.add("offer");
            words.add("accept");
        }
        return words;
    }

    /** What may stand in terms: their kinds, clauses of both sides, and after a sign the bounds. */
    private List<String> terms(String typed) {
        List<String> words = new ArrayList<>();
        int sign = Math.max(typed.indexOf("<="), typed.indexOf(">="));
        if (sign > 0) {
            Instrument.find(typed.substring(0, sign), board.side())
                    .or(() -> Instrument.find(
                            typed.substring(0, sign), board.side().other()))
                    .ifPresent(instrument -> board.scenario().spec(instrument).ladder().stream()
                            .forEach(rung -> words.add(typed.substring(0, sign + 2) + rung.token())));
            return words;
        }
        words.addAll(List.of("renew", "truce", "deep", "for", "until", "private", "communique"));
        for (Instrument instrument : Instrument.all()) {
            String word = instrument.holder() == board.side() ? instrument.word() : instrument.qualifiedWord();
            words.add(word + TermsWords.sign(instrument));
        }
        return words;
    }

    private List<String> offers(Side maker) {
        return board.proceedings().open(maker).stream()
                .map(offer -> offer.id().toString())
                .toList();
    }

    private List<String> offers() {
        return board.proceedings().offers().stream()
                .map(offer -> offer.id().toString())
                .toList();
    }

    private List<String> orders(String typed) {
        int equals = typed.indexOf('=');
        if (equals > 0) {
            return levels(typed.substring(0, equals), typed.substring(0, equals + 1));
        }
        List<String> words = new ArrayList<>();
        for (String word : words(false)) {
            words.add(word + "=");
        }
        return words;
    }

    private List<String> levels(String word, String prefix) {
        List<String> levels = new ArrayList<>();
        Instrument.find(word, board.side()).ifPresent(instrument -> {
            LegalLevels legal = board.legal(instrument);
            if (legal != null) {
                for (int level : legal.legal()) {
                    levels.add(prefix
                            + board.scenario().spec(instrument).rung(level).token());
                }
            }
        });
        return levels;
    }

    private List<String> words(boolean both) {
        List<String> words = new ArrayList<>();
        for (Instrument instrument : Instrument.of(board.side())) {
            if (both || board.delegates().mayOrder(instrument)) {
                words.add(instrument.word());
            }
        }
        if (both) {
            for (Instrument instrument : Instrument.of(board.side().other())) {
                words.add(instrument.qualifiedWord());
            }
        }
        return words;
    }

    private List<String> drafters() {
        return board.delegates().drafts().keySet().stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private List<String> roundNumbers() {
        List<String> numbers = new ArrayList<>();
        board.rounds().forEach(view -> numbers.add(Integer.toString(view.round())));
        return numbers;
    }

    private static List<String> cards() {
        return Arrays.stream(CardKind.values()).map(CardKind::word).toList();
    }
}
