package dev.truce.app.encoding;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.Template;
import dev.truce.match.Seat;
import dev.truce.protocol.codec.ClassFrames;
import dev.truce.protocol.journal.v2.StoredCall;
import dev.truce.protocol.journal.v2.StoredClassEvent;
import dev.truce.protocol.journal.v2.StoredClassSetup;
import dev.truce.protocol.journal.v2.StoredDesk;
import dev.truce.protocol.journal.v2.StoredDeskAct;
import dev.truce.protocol.journal.v2.StoredEntry;
import dev.truce.protocol.journal.v2.StoredFinish;
import dev.truce.protocol.journal.v2.StoredHeld;
import dev.truce.protocol.journal.v2.StoredPlace;
import dev.truce.protocol.journal.v2.StoredTable;
import dev.truce.protocol.journal.v2.StoredTableRefusal;
import dev.truce.protocol.journal.v2.StoredWish;
import dev.truce.scenario.ScenarioException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes as the journal keeps them. */
public final class ClassEncoding {
    private ClassEncoding() {}

    /** Returns the bytes of a setup. */
    public static byte[] toBytes(ClassSetup setup) {
        StoredClassSetup.Builder stored = StoredClassSetup.newBuilder()
                .setTemplate(setup.templateText())
                .setMembers(setup.members())
                .setKeyHash(setup.keyHash());
        for (ClassSetup.TableSetup table : setup.tables()) {
            StoredTable.Builder to =
                    StoredTable.newBuilder().setNumber(table.number()).setMatchId(table.matchId());
            for (ClassSetup.SeatSetup seat : table.seats()) {
                to.addPlaces(StoredPlace.newBuilder()
                        .setSeat(ClassFrames.seat(seat.seat()))
                        .setPseudonym(seat.pseudonym())
                        .setMember(seat.member()));
            }
            stored.addTables(to);
        }
        return stored.build().toByteArray();
    }

    /**
     * Reads what {@link #toBytes(ClassSetup)} wrote.
     *
     * @throws IllegalArgumentException if the bytes are something else
     */
    public static ClassSetup setup(byte[] bytes) {
        try {
            StoredClassSetup stored = StoredClassSetup.parseFrom(bytes);
            List<ClassSetup.TableSetup> tables = new ArrayList<>();
            for (StoredTable table : stored.getTablesList()) {
                List<ClassSetup.SeatSetup> seats = new ArrayList<>();
                for (StoredPlace place : table.getPlacesList()) {
                    seats.add(new ClassSetup.SeatSetup(
                            ClassFrames.seat(place.getSeat()), place.getPseudonym(), place.getMember()));
                }
                tables.add(new ClassSetup.TableSetup(table.getNumber(), table.getMatchId(), seats));
            }
            return new ClassSetup(
                    stored.getTemplate(),
                    Template.kept(stored.getTemplate(), "template"),
                    tables,
                    stored.getMembers(),
                    stored.getKeyHash());
        } catch (InvalidProtocolBufferException | ScenarioException e) {
            throw new IllegalArgumentException("the journal's setup of a class cannot be read", e);
        }
    }

    /** Returns the bytes of an event. */
    public static byte[] toBytes(ClassEvent event) {
        StoredClassEvent.Builder stored = StoredClassEvent.newBuilder().setUnixMillis(event.unixMillis());
        for (ClassEvent.Wish wish : event.wanted()) {
            stored.addWanted(toStored(wish));
        }
        if (event instanceof ClassEvent.Acted acted) {
            stored.setActed(StoredDeskAct.newBuilder()
                    .setDesk(acted.desk())
                    .setKey(acted.key())
                    .setAct(ClassFrames.toWire(acted.act()))
                    .setTicketHash(acted.ticketHash())
                    .setUndoes(acted.undoes()));
        } else if (event instanceof ClassEvent.Entered entered) {
            StoredEntry.Builder entry = StoredEntry.newBuilder()
                    .setMember(entered.member())
                    .setTable(entered.table())
                    .setDeviceHash(entered.device());
            if (entered.seat() != null) {
                entry.setSeat(ClassFrames.seat(entered.seat()));
            }
            stored.setEntered(entry);
        } else if (event instanceof ClassEvent.Held held) {
            stored.setHeld(StoredHeld.newBuilder()
                    .setDevice(held.device())
                    .setMember(held.member())
                    .setDeviceHash(held.hash())
                    .setInstead(held.instead()));
        } else if (event instanceof ClassEvent.Called called) {
            stored.setCalled(StoredCall.newBuilder().setMember(called.member()).setText(called.text()));
        } else if (event instanceof ClassEvent.DeskOpened opened) {
            stored.setDeskOpened(StoredDesk.newBuilder()
                    .setDesk(opened.desk())
                    .setTokenHash(opened.tokenHash())
                    .setTicketHash(opened.ticketHash()));
        } else if (event instanceof ClassEvent.Finished finished) {
            StoredFinish.Builder finish = StoredFinish.newBuilder().setAct(finished.act());
            finished.refusals()
                    .forEach(refusal -> finish.addRefusals(StoredTableRefusal.newBuilder()
                            .setTable(refusal.table())
                            .setCode(refusal.code())
                            .setDone(refusal.done())));
            stored.setFinished(finish);
        }
        return stored.build().toByteArray();
    }

    private static StoredWish toStored(ClassEvent.Wish wish) {
        StoredWish.Builder stored = StoredWish.newBuilder().setTable(wish.table());
        if (wish instanceof ClassEvent.Hosts hosts) {
            stored.setAct(ClassFrames.hostAct(hosts.act()));
        } else if (wish instanceof ClassEvent.Release release) {
            stored.setSeat(ClassFrames.seat(release.seat()));
        } else if (wish instanceof ClassEvent.Renames renames) {
            stored.setSeat(ClassFrames.seat(renames.seat())).setPseudonym(renames.pseudonym());
        }
        return stored.build();
    }

    private static ClassEvent.Wish wish(StoredWish stored) {
        if (stored.hasAct()) {
            return new ClassEvent.Hosts(stored.getTable(), ClassFrames.hostAct(stored.getAct()));
        }
        Seat seat = ClassFrames.seat(stored.getSeat());
        return stored.getPseudonym().isEmpty()
                ? new ClassEvent.Release(stored.getTable(), seat)
                : new ClassEvent.Renames(stored.getTable(), seat, stored.getPseudonym());
    }

    /**
     * Reads what {@link #toBytes(ClassEvent)} wrote.
     *
     * @throws IllegalArgumentException if the bytes are something else
     */
    public static ClassEvent event(byte[] bytes) {
        try {
            StoredClassEvent stored = StoredClassEvent.parseFrom(bytes);
            List<ClassEvent.Wish> wanted =
                    stored.getWantedList().stream().map(ClassEncoding::wish).toList();
            long at = stored.getUnixMillis();
            return switch (stored.getKindCase()) {
                case ACTED -> {
                    StoredDeskAct acted = stored.getActed();
                    yield new ClassEvent.Acted(
                            at,
                            acted.getDesk(),
                            acted.getKey(),
                            ClassFrames.act(acted.getAct()),
                            acted.getTicketHash(),
                            acted.getUndoes(),
                            wanted);
                }
                case ENTERED -> {
                    StoredEntry entry = stored.getEntered();
                    @Nullable Seat seat = entry.hasSeat() ? ClassFrames.seat(entry.getSeat()) : null;
                    yield new ClassEvent.Entered(
                            at, entry.getMember(), entry.getTable(), seat, entry.getDeviceHash(), wanted);
                }
                case HELD -> {
                    StoredHeld held = stored.getHeld();
                    yield new ClassEvent.Held(
                            at, held.getDevice(), held.getMember(), held.getDeviceHash(), held.getInstead());
                }
                case CALLED ->
                    new ClassEvent.Called(
                            at,
                            stored.getCalled().getMember(),
                            stored.getCalled().getText());
                case DESK_OPENED -> {
                    StoredDesk desk = stored.getDeskOpened();
                    yield new ClassEvent.DeskOpened(at, desk.getDesk(), desk.getTokenHash(), desk.getTicketHash());
                }
                case FINISHED ->
                    new ClassEvent.Finished(
                            at,
                            stored.getFinished().getAct(),
                            stored.getFinished().getRefusalsList().stream()
                                    .map(refusal -> new ClassEvent.TableRefusal(
                                            refusal.getTable(), refusal.getCode(), refusal.getDone()))
                                    .toList());
                case KIND_NOT_SET ->
                    throw new IllegalArgumentException("the journal's event of a class is of an unknown kind");
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the journal's event of a class cannot be read", e);
        }
    }
}
