package dev.truce.cli.seat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.view.Observation;
import dev.truce.match.notation.TermsNotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that Tab can offer: instruments, the levels that are legal now, terms, offers, rounds. */
public final class Candidates {
    private final Board board;

    public Candidates(Board board) {
        this.board = board;
    }

    /** Returns what may be tried: orders, terms and offers. */
    public List<String> tried(List<String> before, String typed) {
        String what = before.size() < 2 ? "" : before.get(1).toLowerCase(Locale.ROOT);
        if (what.equals("offer")) {
            return terms(typed);
        } else if (what.equals("accept")) {
            return offers(board.side().other());
        } else if (what.equals("counter")) {
            return before.size() == 2 ? offers(board.side().other()) : terms(typed);
        }
        List<String> words = new ArrayList<>(set(before, typed));
        if (before.size() == 1) {
            words.add("offer");
            words.add("counter");
            words.add("accept");
        }
        return words;
    }

    /** What may stand in terms: their kinds, clauses of both sides, and after a sign the bounds. */
    public List<String> terms(String typed) {
        List<String> words = new ArrayList<>();
        int sign = Math.max(typed.indexOf("<="), typed.indexOf(">="));
        if (sign > 0) {
            instruments()
                    .find(typed.substring(0, sign), board.side())
                    .or(() -> instruments()
                            .find(typed.substring(0, sign), board.side().other()))
                    .ifPresent(instrument -> board.scenario().spec(instrument).ladder().stream()
                            .forEach(rung -> words.add(typed.substring(0, sign + 2) + rung.token())));
            return words;
        }
        words.addAll(TermsNotation.bases());
        words.addAll(List.of("for", "until", "private", "communique"));
        for (Instrument instrument : instruments().all()) {
            String word = instrument.holder() == board.side() ? instrument.word() : instrument.qualifiedWord();
            words.add(word + TermsNotation.sign(instrument));
        }
        return words;
    }

    /** Returns the instrument of which the other side stands accused, if it does. */
    public List<String> accused() {
        Observation now = board.observation();
        Instrument accused = now == null ? null : now.accusedOn(board.side().other());
        return accused == null ? List.of() : List.of(accused.qualifiedWord());
    }

    /** Returns the open offers of a side. */
    public List<String> offers(Side maker) {
        return board.proceedings().open(maker).stream()
                .map(offer -> offer.id().toString())
                .toList();
    }

    public List<String> offers() {
        return board.proceedings().offers().stream()
                .map(offer -> offer.id().toString())
                .toList();
    }

    /** Returns what may be put into a draft, as the command {@code set} takes it. */
    public List<String> set(List<String> before, String typed) {
        return before.size() == 2 ? levels(before.get(1), "") : orders(typed);
    }

    /** Returns orders that may be given. */
    public List<String> orders(String typed) {
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

    private Instruments instruments() {
        return board.scenario().instruments();
    }

    private List<String> levels(String word, String prefix) {
        List<String> levels = new ArrayList<>();
        instruments().find(word, board.side()).ifPresent(instrument -> {
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

    /** Returns instruments: those that this seat may order, or those of both sides. */
    public List<String> words(boolean both) {
        List<String> words = new ArrayList<>();
        for (Instrument instrument : instruments().of(board.side())) {
            if (both || board.delegates().mayOrder(instrument)) {
                words.add(instrument.word());
            }
        }
        if (both) {
            for (Instrument instrument : instruments().of(board.side().other())) {
                words.add(instrument.qualifiedWord());
            }
        }
        return words;
    }

    /** Returns the seats with a draft. */
    public List<String> drafters() {
        return board.delegates().drafts().keySet().stream()
                .map(Object::toString)
                .toList();
    }

    /** Returns the numbers of the rounds that are known. */
    public List<String> rounds() {
        List<String> numbers = new ArrayList<>();
        board.rounds().forEach(view -> numbers.add(Integer.toString(view.round())));
        return numbers;
    }
}
