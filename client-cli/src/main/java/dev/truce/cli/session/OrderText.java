package dev.truce.cli.session;

import dev.truce.cli.screen.Wording;
import dev.truce.cli.text.Fault;
import dev.truce.cli.text.Nearest;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.InstrumentSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads orders as people type them: {@code FENT=5}, {@code us.fentanyl_tariff=5}, {@code set fent 5}, several by {@code ;}. */
final class OrderText {
    private final Board board;
    private final Wording wording;
    private final LevelText levels;

    OrderText(Board board) {
        this.board = board;
        this.wording = new Wording(board.scenario());
        this.levels = new LevelText(board.scenario());
    }

    /** Orders, or why there are none. */
    sealed interface Reading {
        /** The orders, at most one an instrument. */
        record Of(List<Order> orders) implements Reading {}

        /** What is wrong with the first wrong one. */
        record Wrong(Fault fault) implements Reading {}
    }

    /** Returns the text with full-width signs as ASCII. */
    static String ascii(String text) {
        return text.replace('；', ';')
                .replace('：', ':')
                .replace('，', ',')
                .replace('＝', '=')
                .replace('　', ' ');
    }

    /** Reads orders; legality is judged as the seat was told it for the open round. */
    Reading read(String text) {
        return read(text, true);
    }

    /**
     * Reads orders.
     *
     * @param now whether they must be legal in the open round; a threat is about a later one
     */
    Reading read(String text, boolean now) {
        Map<Instrument, Order> orders = new EnumMap<>(Instrument.class);
        for (String part : ascii(text).split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides =
                    part.contains("=") ? part.split("=", 2) : part.strip().split("\\s+", 2);
            String word = sides[0].strip();
            String level = sides.length < 2 ? "" : sides[1].strip();
            Optional<Instrument> instrument = Instrument.find(word, board.side());
            if (instrument.isEmpty()) {
                return new Reading.Wrong(unknown(word));
            }
            Fault fault = check(instrument.get(), level, now);
            if (fault != null) {
                return new Reading.Wrong(fault);
            }
            Order order = new Order(instrument.get(), levels.find(instrument.get(), level));
            Order other = orders.put(instrument.get(), order);
            if (other != null && other.level() != order.level()) {
                return new Reading.Wrong(conflict(other, order));
            }
        }
        return new Reading.Of(List.copyOf(orders.values()));
    }

    private @Nullable Fault check(Instrument instrument, String level, boolean now) {
        if (instrument.holder() != board.side()) {
            return fault(
                            "NOT_YOUR_INSTRUMENT",
                            Texts.of("fault.not-yours", instrument.word(), instrument.holder(), board.side()),
                            "legal")
                    .about(instrument.id(), words(board.side()));
        }
        if (level.isEmpty()) {
            return fault(
                            "LEVEL_MISSING",
                            Texts.of("fault.level-missing", instrument.word()),
                            "legal " + instrument.word())
                    .about(instrument.id(), levels.ladder(instrument));
        }
        int index = levels.find(instrument, level);
        if (index < 0) {
            return levels.offLadder(instrument, "=", level, Texts.of("fault.unchanged.draft"), "*");
        }
        LegalLevels legal = board.legal(instrument);
        if (now && legal != null && !legal.legal().contains(index)) {
            return withheld(instrument, index, legal);
        }
        return null;
    }

    private Fault unknown(String word) {
        Optional<Instrument> other = Instrument.find(word, board.side().other());
        if (other.isPresent()) {
            return fault(
                            "NOT_YOUR_INSTRUMENT",
                            Texts.of(
                                    "fault.not-yours",
                                    other.get().word(),
                                    other.get().holder(),
                                    board.side()),
                            "legal")
                    .about(other.get().id(), words(board.side()));
        }
        List<String> own = new ArrayList<>();
        Instrument.of(board.side()).forEach(instrument -> own.add(instrument.word()));
        Optional<String> near = Nearest.to(word, own);
        String what = near.isPresent()
                ? Texts.of("fault.unknown-instrument.near", LevelText.shown(word), near.get())
                : Texts.of("fault.unknown-instrument", LevelText.shown(word));
        return fault("UNKNOWN_INSTRUMENT", what, near.map(n -> "legal " + n).orElse("legal"))
                .about(LevelText.shown(word), String.join(" ", own));
    }

    private Fault withheld(Instrument instrument, int index, LegalLevels legal) {
        String token = spec(instrument).rung(index).token();
        String reason = Texts.of("fault.withheld.other");
        String next = "legal " + instrument.word();
        for (LegalLevels.Withheld level : legal.withheld()) {
            if (level.level() == index) {
                reason = Texts.of("fault.withheld." + level.reason().name());
                next = switch (level.reason()) {
                    case INVESTIGATION_NOT_CONCLUDED, CONCLUDES_BY_ITSELF -> "S301=active";
                    case NO_TECHNOLOGY_CHAPTER -> "explain technology chapter";
                };
            }
        }
        List<String> allowed = new ArrayList<>();
        legal.legal().forEach(level -> allowed.add(spec(instrument).rung(level).token()));
        return fault("NOT_YET_LEGAL", Texts.of("fault.withheld", instrument.word(), token, reason), next)
                .about(instrument.id(), String.join(" ", allowed));
    }

    private Fault conflict(Order first, Order second) {
        return fault(
                        "CONFLICTING_ORDERS",
                        Texts.of("fault.conflict", wording.order(first), wording.order(second)),
                        wording.order(second))
                .about(first.instrument().id(), "");
    }

    private Fault fault(String code, String what, String next) {
        return Fault.of(code, what, Texts.of("fault.unchanged.draft"), next);
    }

    private InstrumentSpec spec(Instrument instrument) {
        return board.scenario().spec(instrument);
    }

    private static String words(Side side) {
        List<String> words = new ArrayList<>();
        Instrument.of(side).forEach(instrument -> words.add(instrument.word()));
        return String.join(" ", words);
    }
}
