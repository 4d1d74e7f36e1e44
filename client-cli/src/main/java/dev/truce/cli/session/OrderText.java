package dev.truce.cli.session;

import dev.truce.cli.screen.SeatWords;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.match.notation.OrderReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads orders as people type them: {@code FENT=5}, {@code us.fentanyl_tariff=5}, {@code set fent 5}, several by {@code ;}. The
 * notation is that of {@link OrderReader}; what is wrong is told in the words of the screens, with what is legal now.
 */
final class OrderText {
    private final Board board;
    private final LevelText levels;

    private boolean wholeSide;

    OrderText(Board board) {
        this.board = board;
        this.levels = new LevelText(board.scenario());
    }

    /** Reads instruments that other seats of the side hold too, as a draft may name them. */
    OrderText ofSide() {
        wholeSide = true;
        return this;
    }

    /** Orders, or why there are none. */
    sealed interface Reading {
        /** The orders, at most one an instrument. */
        record Of(List<Order> orders) implements Reading {}

        /** What is wrong with the first wrong one. */
        record Wrong(UsageFault fault) implements Reading {}
    }

    /** Returns the text with full-width signs as ASCII. */
    static String ascii(String text) {
        return OrderReader.ascii(text);
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
        String written = signed(ascii(text));
        if (written.isBlank()) {
            return new Reading.Of(List.of());
        }
        OrderReader.Reading reading = OrderReader.read(written, board.side(), board.scenario());
        if (reading instanceof OrderReader.Reading.Wrong wrong) {
            return new Reading.Wrong(fault(wrong));
        }
        List<Order> orders = ((OrderReader.Reading.Read) reading).orders().list();
        for (Order order : orders) {
            if (!wholeSide && !board.delegates().mayOrder(order.instrument())) {
                return new Reading.Wrong(heldByAnother(order));
            }
            LegalLevels legal = board.legal(order.instrument());
            if (now && legal != null && !legal.legal().contains(order.level())) {
                return new Reading.Wrong(withheld(order.instrument(), order.level(), legal));
            }
        }
        return new Reading.Of(orders);
    }

    private UsageFault heldByAnother(Order order) {
        Instrument instrument = order.instrument();
        String holder = board.delegates().holder(instrument).map(SeatWords::of).orElse("");
        String token = spec(instrument).rung(order.level()).token();
        return fault(
                        "NOT_YOUR_INSTRUMENT",
                        Texts.of("fault.held-by", instrument.word(), holder),
                        "draft " + instrument.word() + "=" + token)
                .about(instrument.id(), "");
    }

    /** People may leave the sign out: {@code fent 5}; the notation may not. */
    private static String signed(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            parts.add(part.contains("=") ? part : part.strip().replaceFirst("\\s+", "="));
        }
        return String.join(";", parts);
    }

    private UsageFault fault(OrderReader.Reading.Wrong wrong) {
        Instrument instrument = wrong.instrument();
        return switch (wrong.code()) {
            case ORDER_SYNTAX, BAD_TERMS, UNKNOWN_OFFER, BAD_TEXT -> syntax(wrong);
            case UNKNOWN_INSTRUMENT -> unknown(wrong);
            case NOT_YOUR_INSTRUMENT ->
                instrument == null
                        ? unknown(wrong)
                        : fault(
                                        "NOT_YOUR_INSTRUMENT",
                                        Texts.of(
                                                "fault.not-yours",
                                                instrument.word(),
                                                instrument.holder(),
                                                board.side()),
                                        "legal")
                                .about(instrument.id(), wrong.refusal().legal());
            case LEVEL_NOT_ON_LADDER ->
                instrument == null
                        ? unknown(wrong)
                        : wrong.refusal().field().isEmpty()
                                ? missing(instrument)
                                : levels.offLadder(
                                        instrument,
                                        "=",
                                        wrong.refusal().field(),
                                        Texts.of("fault.unchanged.draft"),
                                        "*");
            case CONFLICTING_ORDERS ->
                fault(
                                "CONFLICTING_ORDERS",
                                Texts.of(
                                        "fault.conflict",
                                        wrong.near().get(0),
                                        wrong.near().get(1)),
                                wrong.near().get(1))
                        .about(instrument == null ? "" : instrument.id(), "");
        };
    }

    /** A word alone may be an instrument without a level. */
    private UsageFault syntax(OrderReader.Reading.Wrong wrong) {
        Optional<Instrument> alone = Instrument.find(wrong.refusal().field(), board.side());
        if (alone.isPresent() && alone.get().holder() == board.side()) {
            return missing(alone.get());
        }
        return wrong.refusal().field().isEmpty()
                ? fault("ORDER_SYNTAX", Texts.of("fault.order-syntax", OrderReader.MAX_CHARACTERS), "help set")
                : unknown(wrong);
    }

    private UsageFault missing(Instrument instrument) {
        return fault("LEVEL_MISSING", Texts.of("fault.level-missing", instrument.word()), "legal " + instrument.word())
                .about(instrument.id(), levels.ladder(instrument));
    }

    private UsageFault unknown(OrderReader.Reading.Wrong wrong) {
        String word = LevelText.shown(wrong.refusal().field());
        List<String> near = wrong.near();
        String what = near.isEmpty()
                ? Texts.of("fault.unknown-instrument", word)
                : Texts.of("fault.unknown-instrument.near", word, String.join(", ", near));
        List<String> own = new ArrayList<>();
        Instrument.of(board.side()).forEach(instrument -> own.add(instrument.word()));
        return fault("UNKNOWN_INSTRUMENT", what, near.isEmpty() ? "legal" : "legal " + near.get(0))
                .about(word, String.join(" ", own));
    }

    private UsageFault withheld(Instrument instrument, int index, LegalLevels legal) {
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

    private UsageFault fault(String code, String what, String next) {
        return UsageFault.of(code, what, Texts.of("fault.unchanged.draft"), next);
    }

    private InstrumentSpec spec(Instrument instrument) {
        return board.scenario().spec(instrument);
    }
}
