package dev.truce.protocol.codec;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Seat;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.v2.TreatyLayers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Maps sides, seats, instruments, levels, orders and clauses. */
final class WireBoard {
    static final EnumTable<Side, dev.truce.protocol.v2.Side> SIDES =
            EnumTable.of(Side.class, dev.truce.protocol.v2.Side.class, "SIDE_");
    static final EnumTable<Viewer, dev.truce.protocol.v2.Viewer> VIEWERS =
            EnumTable.of(Viewer.class, dev.truce.protocol.v2.Viewer.class, "VIEWER_");
    static final EnumTable<Instrument, dev.truce.protocol.v2.Instrument> INSTRUMENTS =
            EnumTable.of(Instrument.class, dev.truce.protocol.v2.Instrument.class, "INSTRUMENT_");

    /** Delegations have 1 to 5 seats. */
    private static final int LAST_SEAT = 4;

    private WireBoard() {}

    static dev.truce.protocol.v2.Seat toWire(Seat seat) {
        return dev.truce.protocol.v2.Seat.newBuilder()
                .setSide(SIDES.toWire(seat.side()))
                .setNumber(seat.number())
                .build();
    }

    static Seat toGame(dev.truce.protocol.v2.Seat wire, String field) throws UnreadableException {
        int number = seatNumber(wire.getNumber(), field + ".number");
        return new Seat(SIDES.toGame(wire.getSide(), field + ".side"), number);
    }

    static int seatNumber(int wire, String field) throws UnreadableException {
        if (wire < 0 || wire > LAST_SEAT) {
            throw new UnreadableException(field, "refused.malformed.seat", "0..4", Integer.toUnsignedString(wire));
        }
        return wire;
    }

    static List<Integer> toWire(Levels levels) {
        List<Integer> wire = new ArrayList<>(Instrument.COUNT);
        for (int level : levels.toArray()) {
            wire.add(level);
        }
        return wire;
    }

    static Levels toLevels(List<Integer> wire, String field) throws UnreadableException {
        if (wire.size() != Instrument.COUNT) {
            throw new UnreadableException(field, "refused.malformed.count", "", Instrument.COUNT, wire.size());
        }
        int[] levels = new int[Instrument.COUNT];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(wire.get(i), Levels.UNSEEN, field);
        }
        return Levels.of(levels);
    }

    static dev.truce.protocol.v2.Order toWire(Order order) {
        return dev.truce.protocol.v2.Order.newBuilder()
                .setInstrument(INSTRUMENTS.toWire(order.instrument()))
                .setLevelIndex(order.level())
                .build();
    }

    static Order toGame(dev.truce.protocol.v2.Order wire, String field) throws UnreadableException {
        if (!wire.hasLevelIndex()) {
            throw UnreadableException.missing(field + ".level_index");
        }
        return new Order(
                INSTRUMENTS.toGame(wire.getInstrument(), field + ".instrument"),
                level(wire.getLevelIndex(), 0, field + ".level_index"));
    }

    static List<dev.truce.protocol.v2.Order> toWire(Orders orders) {
        return orders.list().stream().map(WireBoard::toWire).toList();
    }

    /** Reads orders that the rules have found legal: in instrument order, each once. */
    static Orders toGame(List<dev.truce.protocol.v2.Order> wire, String field) throws UnreadableException {
        List<Order> orders = WireLists.read(wire, field, WireBoard::toGame);
        for (int i = 1; i < orders.size(); i++) {
            if (orders.get(i).instrument().compareTo(orders.get(i - 1).instrument()) <= 0) {
                throw new UnreadableException(field + "[" + i + "]", "refused.malformed.order", "");
            }
        }
        return Orders.of(orders);
    }

    static dev.truce.protocol.v2.Clause toWire(Clause clause) {
        return dev.truce.protocol.v2.Clause.newBuilder()
                .setInstrument(INSTRUMENTS.toWire(clause.instrument()))
                .setBoundIndex(clause.bound())
                .setFirstRound(clause.first())
                .setLastRound(clause.last())
                .setAgreement(clause.agreement())
                .build();
    }

    static Clause toGame(dev.truce.protocol.v2.Clause wire, String field) throws UnreadableException {
        return new Clause(
                INSTRUMENTS.toGame(wire.getInstrument(), field + ".instrument"),
                level(wire.getBoundIndex(), 0, field + ".bound_index"),
                wire.getFirstRound(),
                wire.getLastRound(),
                wire.getAgreement());
    }

    static dev.truce.protocol.v2.Treaty toWire(Treaty treaty) {
        dev.truce.protocol.v2.Treaty.Builder wire = dev.truce.protocol.v2.Treaty.newBuilder()
                .setCommunique(treaty.isCommunique())
                .setAgreements(treaty.agreements());
        for (Clause clause : treaty.isLayered() ? treaty.agreement() : treaty.clauses()) {
            wire.addClauses(toWire(clause));
        }
        if (treaty.isLayered()) {
            TreatyLayers.Builder layers = TreatyLayers.newBuilder();
            treaty.truce().forEach(clause -> layers.addTruce(toWire(clause)));
            treaty.returning().forEach(clause -> layers.addReturning(toWire(clause)));
            wire.setLayers(layers);
        }
        return wire.build();
    }

    static Treaty toGame(dev.truce.protocol.v2.Treaty wire, String field) throws UnreadableException {
        if (wire.hasLayers()) {
            String at = field + ".layers.";
            return Treaty.layered(
                    clauses(wire.getClausesList(), field + ".clauses"),
                    clauses(wire.getLayers().getTruceList(), at + "truce"),
                    clauses(wire.getLayers().getReturningList(), at + "returning"),
                    wire.getCommunique(),
                    wire.getAgreements());
        }
        return Treaty.of(
                clauses(wire.getClausesList(), field + ".clauses"), wire.getCommunique(), wire.getAgreements());
    }

    private static List<Clause> clauses(List<dev.truce.protocol.v2.Clause> wire, String field)
            throws UnreadableException {
        List<Clause> clauses = new ArrayList<>();
        EnumSet<Instrument> named = EnumSet.noneOf(Instrument.class);
        for (int i = 0; i < wire.size(); i++) {
            String at = field + "[" + i + "]";
            Clause clause = toGame(wire.get(i), at);
            if (!named.add(clause.instrument())) {
                throw new UnreadableException(
                        at,
                        "refused.malformed.two-clauses",
                        "",
                        clause.instrument().id());
            }
            clauses.add(clause);
        }
        return clauses;
    }

    /** Returns the level if it is between {@code least} and 127, the most that {@link Levels} holds. */
    private static int level(int wire, int least, String field) throws UnreadableException {
        if (wire < least || wire > Byte.MAX_VALUE) {
            throw new UnreadableException(field, "refused.malformed.level", least + "..127", wire);
        }
        return wire;
    }
}
