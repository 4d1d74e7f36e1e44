package dev.truce.app.host;

import dev.truce.app.classroom.SeatPresence;
import dev.truce.app.classroom.TableProgress;
import dev.truce.app.host.service.MatchServices.TableWatch;
import dev.truce.app.host.stream.EventStream;
import dev.truce.app.room.Place;
import dev.truce.app.room.Room;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.store.StoredSeat;
import java.util.List;
import java.util.Set;

/** Tells a class where its table stands. Confined to the tasks of its match. */
final class TableReporter {
    private final Room room;
    private final TableWatch tables;
    private final TableProgress progress;
    private final SeatPresence presence;
    /** How many events the progress has heard. */
    private long heard;

    TableReporter(Room room, RoundPace pace, TableWatch tables, SeatPresence presence) {
        this.room = room;
        this.tables = tables;
        this.progress = new TableProgress(pace);
        this.presence = presence;
    }

    /**
     * Tells where the table stands now; nothing if the room is no table.
     *
     * @param connected the places at which somebody is connected
     */
    void tell(List<Occupant> occupants, Set<Place> connected, SeatActions play) {
        String classId = room.stored().classId();
        if (classId == null) {
            return;
        }
        EventStream told = play.streams().of(Viewer.PUBLIC);
        while (heard < told.last()) {
            heard++;
            Notice notice = told.get(heard);
            if (notice != null) {
                progress.hear(notice);
            }
            if (notice instanceof Notice.RoundOpened) {
                presence.roundOpened();
            }
        }
        for (Side side : Side.values()) {
            presence.hear(side, play.streams().of(Viewer.of(side))::get);
        }
        TablePhase phase =
                progress.phase() == TablePhase.LOBBY && play.hasStarted() ? TablePhase.BETWEEN : progress.phase();
        int round = progress.round();
        boolean paused = progress.isPaused();
        List<ClassNews.TableSeat> seats =
                occupants.stream().map(occupant -> seat(occupant, connected)).toList();
        tables.changed(
                classId,
                new ClassNews.TableChanged(
                        room.stored().table(),
                        room.stored().matchId(),
                        play.isFaulted() ? TablePhase.FAULT : phase,
                        paused,
                        round,
                        paused ? 0 : play.deadlineUnixMillis(round),
                        paused ? play.leftMillis(round) : 0,
                        seats,
                        progress.lastRound(),
                        progress.rounds()));
    }

    private ClassNews.TableSeat seat(Occupant occupant, Set<Place> connected) {
        SeatHolder holder = progress.holder(occupant.seat());
        return new ClassNews.TableSeat(
                occupant.seat(),
                room.seat(occupant.seat()).map(StoredSeat::name).orElse(""),
                0,
                connected.contains(new Place.AtSeat(occupant.seat())),
                holder instanceof SeatHolder.Bot bot ? bot.name() : "",
                progress.hasSubmitted(occupant.seat()),
                progress.isReady(occupant.seat()),
                presence.quietSince(occupant.seat()),
                presence.delivery(occupant.seat()),
                holder instanceof SeatHolder.Nobody);
    }
}
