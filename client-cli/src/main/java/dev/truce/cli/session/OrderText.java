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
import dev.truce.engine.scenario.Rung;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads orders as people type them: {@code FENT=5}, {@code us.fentanyl_tariff=5}, {@code set fent 5}, several by {@code ;}. */
final class OrderText {
    private final Board board;
    private final Wording wording;

    OrderText(Board board) {
        this.board = board;
        this.wording = new Wording(board.scenario());
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
            Fault fault = check(instrument.get(), level);
            if (fault != null) {
                return new Reading.Wrong(fault);
            }
            Order order = new Order(instrument.get(), spec(instrument.get()).levelOf(token(level)));
            Order other = orders.put(instrument.get(), order);
            if (other != null && other.level() != order.level()) {
                return new Reading.Wrong(conflict(other, order));
            }
        }
        return new Reading.Of(List.copyOf(orders.values()));
    }

    private @org.jspecify.annotations.Nullable Fault check(Instrument instrument, String level) {
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
                    .about(instrument.id(), ladder(instrument));
        }
        int index = spec(instrument).levelOf(token(level));
        if (index < 0) {
            return offLadder(instrument, level);
        }
        LegalLevels legal = board.legal(instrument);
        if (legal != null && !legal.legal().contains(index)) {
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
                ? Texts.of("fault.unknown-instrument.near", shown(word), near.get())
                : Texts.of("fault.unknown-instrument", shown(word));
        return fault("UNKNOWN_INSTRUMENT", what, near.map(n -> "legal " + n).orElse("legal"))
                .about(shown(word), String.join(" ", own));
    }

    private Fault offLadder(Instrument instrument, String level) {
        InstrumentSpec spec = spec(instrument);
        String nearest = "";
        String next = "legal " + instrument.word();
        try {
            double wanted = Double.parseDouble(token(level));
            Rung below = null;
            Rung above = null;
            for (Rung rung : spec.ladder()) {
                below = rung.value() <= wanted && (below == null || rung.value() > below.value()) ? rung : below;
                above = rung.value() >= wanted && (above == null || rung.value() < above.value()) ? rung : above;
            }
            if (below != null && above != null) {
                nearest = Texts.of("fault.off-ladder.two", below.token(), above.token());
                next = instrument.word() + "=" + below.token();
            } else if (below != null || above != null) {
                String only = below != null
                        ? below.token()
                        : java.util.Objects.requireNonNull(above).token();
                nearest = Texts.of("fault.off-ladder.one", only);
                next = instrument.word() + "=" + only;
            }
        } catch (NumberFormatException notANumber) {
            List<String> tokens = new ArrayList<>();
            spec.ladder().forEach(rung -> tokens.add(rung.token()));
            Optional<String> near = Nearest.to(level, tokens);
            nearest = near.isPresent()
                    ? Texts.of("fault.off-ladder.one", near.get())
                    : Texts.of("fault.off-ladder.all", ladder(instrument));
            next = near.map(token -> instrument.word() + "=" + token).orElse(next);
        }
        return fault(
                        "LEVEL_NOT_ON_LADDER",
                        Texts.of("fault.off-ladder", instrument.word(), shown(level), nearest),
                        next)
                .about(instrument.id(), ladder(instrument));
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

    private String ladder(Instrument instrument) {
        List<String> tokens = new ArrayList<>();
        spec(instrument).ladder().forEach(rung -> tokens.add(rung.token()));
        return String.join(" ", tokens);
    }

    private static String words(Side side) {
        List<String> words = new ArrayList<>();
        Instrument.of(side).forEach(instrument -> words.add(instrument.word()));
        return String.join(" ", words);
    }

    /** A level as the ladder writes it: without a percent sign, a thousands blank or capital letters. */
    private static String token(String level) {
        String token = level.toLowerCase(Locale.ROOT).replace("%", "").strip().replace(' ', '-');
        if (token.matches("\\.\\d+")) {
            return "0" + token;
        }
        return token.matches("\\d+\\.\\d*?0+") ? token.replaceAll("\\.?0+$", "") : token;
    }

    private static String shown(String typed) {
        return typed.length() > 24 ? typed.substring(0, 24) + ".." : typed;
    }
}
