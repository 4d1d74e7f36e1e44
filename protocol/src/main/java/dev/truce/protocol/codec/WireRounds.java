package dev.truce.protocol.codec;

import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.LastMapped;
import dev.truce.protocol.codec.table.RecordFields;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.v2.OverruledLevel;
import dev.truce.protocol.v2.Overruler;
import dev.truce.protocol.v2.SealedOrders;
import dev.truce.protocol.v2.WithheldLevel;
import dev.truce.protocol.v2.WithheldReason;

/** Maps what a viewer sees of an open and of a resolved round. */
final class WireRounds {
    private static final EnumTable<TreatyChange, dev.truce.protocol.v2.TreatyChange> CHANGES =
            EnumTable.of(TreatyChange.class, dev.truce.protocol.v2.TreatyChange.class, "TREATY_CHANGE_");
    private static final EnumTable<RoundEvent, dev.truce.protocol.v2.RoundEvent> EVENTS =
            EnumTable.of(RoundEvent.class, dev.truce.protocol.v2.RoundEvent.class, "ROUND_EVENT_");
    private static final EnumTable<LegalLevels.Reason, WithheldReason> REASONS =
            EnumTable.of(LegalLevels.Reason.class, WithheldReason.class, "WITHHELD_REASON_");

    private static final EnumTable<LegalLevels.Overruler, Overruler> OVERRULERS =
            EnumTable.of(LegalLevels.Overruler.class, Overruler.class, "OVERRULER_");

    private static final RecordFields<
                    Observation.Climate, dev.truce.protocol.v2.Observation, dev.truce.protocol.v2.Observation.Builder>
            CLIMATE = new RecordFields<>(
                    Observation.Climate.class, dev.truce.protocol.v2.Observation.getDefaultInstance());

    private static final LastMapped<RoundView, dev.truce.protocol.v2.RoundView> VIEWS =
            new LastMapped<>(WireRounds::view);
    private static final LastMapped<Observation, dev.truce.protocol.v2.Observation> OBSERVATIONS =
            new LastMapped<>(WireRounds::observation);

    private WireRounds() {}

    static SealedOrders toWire(Orders sealed) {
        return SealedOrders.newBuilder().addAllOrders(WireBoard.toWire(sealed)).build();
    }

    static Orders toGame(SealedOrders wire, String field) throws UnreadableException {
        return WireBoard.toGame(wire.getOrdersList(), field + ".orders");
    }

    static dev.truce.protocol.v2.RoundView toWire(RoundView view) {
        return VIEWS.of(view);
    }

    static dev.truce.protocol.v2.Observation toWire(Observation observation) {
        return OBSERVATIONS.of(observation);
    }

    private static dev.truce.protocol.v2.RoundView view(RoundView view) {
        dev.truce.protocol.v2.RoundView.Builder wire = dev.truce.protocol.v2.RoundView.newBuilder()
                .setViewer(WireBoard.VIEWERS.toWire(view.viewer()))
                .setRoundId(view.round())
                .addAllLevelIndices(WireBoard.toWire(view.levels()))
                .setTreaty(WireBoard.toWire(view.treaty()))
                .setChange(CHANGES.toWire(view.change()))
                .setNextTreaty(WireBoard.toWire(view.next()))
                .setUs(WireFacts.toWire(view.us()))
                .setCn(WireFacts.toWire(view.cn()))
                .setFigures(WireFacts.toWire(view.figures()))
                .setRatification(WireAgreements.toWire(view.ratification()));
        view.orders().forEach(order -> wire.addOrders(WireBoard.toWire(order)));
        view.changes().forEach(change -> wire.addChanges(WireFacts.toWire(change)));
        view.fallbacks().forEach(change -> wire.addFallbacks(WireFacts.toWire(change)));
        view.prevented().forEach(instrument -> wire.addPrevented(WireBoard.INSTRUMENTS.toWire(instrument)));
        view.corrected().forEach(change -> wire.addCorrected(WireFacts.toWire(change)));
        view.events().forEach(event -> wire.addEvents(EVENTS.toWire(event)));
        view.expired().forEach(clause -> wire.addExpired(WireBoard.toWire(clause)));
        view.signals().forEach(signal -> wire.addSignals(WireFacts.toWire(signal)));
        view.own().forEach(facts -> wire.addOwn(WireFacts.toWire(facts)));
        view.scores().forEach(card -> wire.addScores(WireScores.toWire(card)));
        return wire.build();
    }

    static RoundView toGame(dev.truce.protocol.v2.RoundView wire, String field) throws UnreadableException {
        String at = field + ".";
        return new RoundView(
                WireBoard.VIEWERS.toGame(wire.getViewer(), at + "viewer"),
                wire.getRoundId(),
                WireBoard.toLevels(wire.getLevelIndicesList(), at + "level_indices"),
                WireLists.read(wire.getOrdersList(), at + "orders", WireBoard::toGame),
                WireLists.read(wire.getChangesList(), at + "changes", WireFacts::toGame),
                WireLists.read(wire.getFallbacksList(), at + "fallbacks", WireFacts::toGame),
                WireLists.read(wire.getPreventedList(), at + "prevented", WireBoard.INSTRUMENTS::toGame),
                WireLists.read(wire.getCorrectedList(), at + "corrected", WireFacts::toGame),
                WireLists.read(wire.getEventsList(), at + "events", EVENTS::toGame),
                WireLists.read(wire.getExpiredList(), at + "expired", WireBoard::toGame),
                WireBoard.toGame(wire.getTreaty(), at + "treaty"),
                CHANGES.toGame(wire.getChange(), at + "change"),
                WireBoard.toGame(wire.getNextTreaty(), at + "next_treaty"),
                WireLists.read(wire.getSignalsList(), at + "signals", WireFacts::toGame),
                WireFacts.toGame(wire.getUs(), at + "us"),
                WireFacts.toGame(wire.getCn(), at + "cn"),
                WireLists.read(wire.getOwnList(), at + "own", WireFacts::toGame),
                WireFacts.toGame(wire.getFigures()),
                WireLists.read(wire.getScoresList(), at + "scores", WireScores::toGame),
                wire.hasRatification()
                        ? WireAgreements.toGame(wire.getRatification(), at + "ratification")
                        : RatificationView.NOTHING);
    }

    private static dev.truce.protocol.v2.Observation observation(Observation observation) {
        dev.truce.protocol.v2.Observation.Builder wire = dev.truce.protocol.v2.Observation.newBuilder()
                .setViewer(WireBoard.VIEWERS.toWire(observation.viewer()))
                .setOpenRound(observation.openRound())
                .setOver(observation.over())
                .setQuarter(observation.quarter())
                .setSummit(observation.summit())
                .setKnownRounds(observation.knownRounds())
                .addAllLevelIndices(WireBoard.toWire(observation.levels()))
                .setTreaty(WireBoard.toWire(observation.treaty()));
        CLIMATE.write(observation.climate(), wire);
        observation.redLines().forEach(line -> wire.addRedLines(WireBoard.INSTRUMENTS.toWire(line)));
        observation.legal().forEach(legal -> wire.addLegal(toWire(legal)));
        if (observation.last() != null) {
            wire.setLast(toWire(observation.last()));
        }
        return wire.build();
    }

    static Observation toGame(dev.truce.protocol.v2.Observation wire, String field) throws UnreadableException {
        String at = field + ".";
        return new Observation(
                WireBoard.VIEWERS.toGame(wire.getViewer(), at + "viewer"),
                wire.getOpenRound(),
                wire.getOver(),
                wire.getQuarter(),
                wire.getSummit(),
                wire.getKnownRounds(),
                WireBoard.toLevels(wire.getLevelIndicesList(), at + "level_indices"),
                WireBoard.toGame(wire.getTreaty(), at + "treaty"),
                CLIMATE.read(wire),
                WireLists.read(wire.getRedLinesList(), at + "red_lines", WireBoard.INSTRUMENTS::toGame),
                WireLists.read(wire.getLegalList(), at + "legal", WireRounds::toGame),
                wire.hasLast() ? toGame(wire.getLast(), at + "last") : null);
    }

    private static dev.truce.protocol.v2.LegalLevels toWire(LegalLevels legal) {
        dev.truce.protocol.v2.LegalLevels.Builder wire = dev.truce.protocol.v2.LegalLevels.newBuilder()
                .setInstrument(WireBoard.INSTRUMENTS.toWire(legal.instrument()));
        // One by one costs less than all at once, which looks at each as an object.
        legal.legal().forEach(wire::addLegalIndices);
        for (LegalLevels.Withheld withheld : legal.withheld()) {
            wire.addWithheld(WithheldLevel.newBuilder()
                    .setLevelIndex(withheld.level())
                    .setReason(REASONS.toWire(withheld.reason())));
        }
        for (LegalLevels.Overruled overruled : legal.overruled()) {
            wire.addOverruled(OverruledLevel.newBuilder()
                    .setLevelIndex(overruled.level())
                    .setToIndex(overruled.to())
                    .setBy(OVERRULERS.toWire(overruled.by())));
        }
        return wire.build();
    }

    private static LegalLevels toGame(dev.truce.protocol.v2.LegalLevels wire, String field) throws UnreadableException {
        return new LegalLevels(
                WireBoard.INSTRUMENTS.toGame(wire.getInstrument(), field + ".instrument"),
                wire.getLegalIndicesList(),
                WireLists.read(
                        wire.getWithheldList(),
                        field + ".withheld",
                        (level, at) -> new LegalLevels.Withheld(
                                level.getLevelIndex(), REASONS.toGame(level.getReason(), at + ".reason"))),
                WireLists.read(
                        wire.getOverruledList(),
                        field + ".overruled",
                        (level, at) -> new LegalLevels.Overruled(
                                level.getLevelIndex(),
                                level.getToIndex(),
                                OVERRULERS.toGame(level.getBy(), at + ".by"))));
    }
}
