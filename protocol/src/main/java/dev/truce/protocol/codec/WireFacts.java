package dev.truce.protocol.codec;

import dev.truce.engine.card.Card;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.SideDecisions;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.RecordFields;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;

/** Maps the single facts of which a round's view is made. */
final class WireFacts {
    private static final RecordFields<Figures, dev.truce.protocol.v2.Figures, dev.truce.protocol.v2.Figures.Builder>
            FIGURES = new RecordFields<>(Figures.class, dev.truce.protocol.v2.Figures.getDefaultInstance());

    static final EnumTable<AccusationChoice, dev.truce.protocol.v2.AccusationChoice> CHOICES =
            EnumTable.of(AccusationChoice.class, dev.truce.protocol.v2.AccusationChoice.class, "ACCUSATION_CHOICE_");

    private WireFacts() {}

    static String toWire(Card card) {
        return card.text();
    }

    static Card toGame(String wire, String field) throws UnreadableException {
        if (CardName.read(wire) instanceof Reply.Done<Card> read) {
            return read.value();
        }
        throw new UnreadableException(field, "refused.unknown_card", "");
    }

    static dev.truce.protocol.v2.LevelChange toWire(LevelChange change) {
        return dev.truce.protocol.v2.LevelChange.newBuilder()
                .setInstrument(WireBoard.INSTRUMENTS.toWire(change.instrument()))
                .setFromIndex(change.from())
                .setToIndex(change.to())
                .build();
    }

    static LevelChange toGame(dev.truce.protocol.v2.LevelChange wire, String field) throws UnreadableException {
        return new LevelChange(
                WireBoard.INSTRUMENTS.toGame(wire.getInstrument(), field + ".instrument"),
                wire.getFromIndex(),
                wire.getToIndex());
    }

    static dev.truce.protocol.v2.SignalReading toWire(SignalReading signal) {
        return dev.truce.protocol.v2.SignalReading.newBuilder()
                .setInstrument(WireBoard.INSTRUMENTS.toWire(signal.instrument()))
                .setAboutRound(signal.aboutRound())
                .setNotchMilli(signal.notchMilli())
                .build();
    }

    static SignalReading toGame(dev.truce.protocol.v2.SignalReading wire, String field) throws UnreadableException {
        return new SignalReading(
                WireBoard.INSTRUMENTS.toGame(wire.getInstrument(), field + ".instrument"),
                wire.getAboutRound(),
                wire.getNotchMilli());
    }

    static dev.truce.protocol.v2.PrivateFacts toWire(PrivateFacts facts) {
        dev.truce.protocol.v2.PrivateFacts.Builder wire = dev.truce.protocol.v2.PrivateFacts.newBuilder()
                .setSide(WireBoard.SIDES.toWire(facts.side()))
                .setTypeMicro(facts.typeMicro())
                .setChanceMicro(facts.chanceMicro());
        facts.redLines().forEach(line -> wire.addRedLines(WireBoard.INSTRUMENTS.toWire(line)));
        return wire.build();
    }

    static PrivateFacts toGame(dev.truce.protocol.v2.PrivateFacts wire, String field) throws UnreadableException {
        return new PrivateFacts(
                WireBoard.SIDES.toGame(wire.getSide(), field + ".side"),
                wire.getTypeMicro(),
                wire.getChanceMicro(),
                WireLists.read(wire.getRedLinesList(), field + ".red_lines", WireBoard.INSTRUMENTS::toGame));
    }

    static dev.truce.protocol.v2.SideFacts toWire(SideFacts facts) {
        dev.truce.protocol.v2.SideFacts.Builder wire = dev.truce.protocol.v2.SideFacts.newBuilder()
                .setPublicEscalationMilli(facts.publicEscalationMilli())
                .setSnapBackRight(facts.snapBackRight())
                .setSeverityMilli(facts.severityMilli())
                .setMaterial(facts.material())
                .setNotice(facts.notice())
                .setReputationMilli(facts.reputationMilli());
        facts.brokenClauses().forEach(broken -> wire.addBrokenClauses(toWire(broken)));
        if (facts.caughtOn() != null) {
            wire.setCaughtOn(WireBoard.INSTRUMENTS.toWire(facts.caughtOn()));
        }
        SideDecisions decisions = facts.decisions();
        if (decisions.accusedOn() != null) {
            wire.setAccusedOn(WireBoard.INSTRUMENTS.toWire(decisions.accusedOn()));
        }
        if (decisions.clearedOn() != null) {
            wire.setClearedOn(WireBoard.INSTRUMENTS.toWire(decisions.clearedOn()));
        }
        if (decisions.choice() != AccusationChoice.REST) {
            wire.setAccusationChoice(CHOICES.toWire(decisions.choice()));
        }
        return wire.setOwnText(decisions.ownText()).build();
    }

    static SideFacts toGame(dev.truce.protocol.v2.SideFacts wire, String field) throws UnreadableException {
        return new SideFacts(
                wire.getPublicEscalationMilli(),
                WireLists.read(wire.getBrokenClausesList(), field + ".broken_clauses", WireFacts::toGame),
                wire.getSnapBackRight(),
                wire.getSeverityMilli(),
                wire.getMaterial(),
                wire.getNotice(),
                wire.hasCaughtOn() ? WireBoard.INSTRUMENTS.toGame(wire.getCaughtOn(), field + ".caught_on") : null,
                wire.getReputationMilli(),
                new SideDecisions(
                        wire.hasAccusedOn()
                                ? WireBoard.INSTRUMENTS.toGame(wire.getAccusedOn(), field + ".accused_on")
                                : null,
                        wire.hasClearedOn()
                                ? WireBoard.INSTRUMENTS.toGame(wire.getClearedOn(), field + ".cleared_on")
                                : null,
                        wire.hasAccusationChoice()
                                ? CHOICES.toGame(wire.getAccusationChoice(), field + ".accusation_choice")
                                : AccusationChoice.REST,
                        wire.getOwnText()));
    }

    static dev.truce.protocol.v2.Figures toWire(Figures figures) {
        dev.truce.protocol.v2.Figures.Builder wire = dev.truce.protocol.v2.Figures.newBuilder();
        FIGURES.write(figures, wire);
        return wire.build();
    }

    static Figures toGame(dev.truce.protocol.v2.Figures wire) {
        return FIGURES.read(wire);
    }

    private static dev.truce.protocol.v2.BrokenClause toWire(BrokenClause broken) {
        return dev.truce.protocol.v2.BrokenClause.newBuilder()
                .setClause(WireBoard.toWire(broken.clause()))
                .setLevelIndex(broken.level())
                .setLostDepth(broken.lost())
                .build();
    }

    private static BrokenClause toGame(dev.truce.protocol.v2.BrokenClause wire, String field)
            throws UnreadableException {
        return new BrokenClause(
                WireBoard.toGame(wire.getClause(), field + ".clause"), wire.getLevelIndex(), wire.getLostDepth());
    }
}
