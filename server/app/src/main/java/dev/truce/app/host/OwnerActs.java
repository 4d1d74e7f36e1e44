package dev.truce.app.host;

import dev.truce.app.host.service.MatchServices;
import dev.truce.app.log.MatchAudit;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.Place;
import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.bots.Roster;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.store.log.LogEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the owner of a room, or its class, does with the match. An act that is sent again under its number sends nobody away who came since.
 * Confined to the tasks of its match.
 */
final class OwnerActs {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerActs.class);

    /** Numbers that are remembered beside those of the referee; who gets no answer sends an act again soon. */
    private static final int REMEMBERED = 100;

    private final Room room;
    private final MatchServices services;
    private final RoomBook book;
    private final Outbox outbox;
    private final SeatActions play;
    private final RoomPresence presence;
    private final RoomDoor door;
    private final HostedBots roster;
    private final MatchAudit audit;
    /** Acts that send people away, the oldest first; and whether nothing is left to do of them. */
    private final Map<Long, Boolean> sentAway = new LinkedHashMap<>();

    OwnerActs(
            Room room,
            MatchServices services,
            RoomBook book,
            Outbox outbox,
            SeatActions play,
            RoomPresence presence,
            RoomDoor door,
            HostedBots roster) {
        this.room = room;
        this.services = services;
        this.book = book;
        this.outbox = outbox;
        this.play = play;
        this.presence = presence;
        this.door = door;
        this.roster = roster;
        this.audit = new MatchAudit(services.audit(), id());
    }

    /**
     * Does what somebody in the room wants; only its creator may.
     *
     * @param by whose the connection is
     */
    void direct(Place from, Owner by, Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        if (room.isCreator(from)) {
            direct(hosts, audit.acting(by, hosts.act(), answer));
        } else {
            audit.notAllowed(from, by, hosts.act());
            refuse(answer, Refusal.of(ConnectionCode.NOT_CREATOR, "match_id"));
        }
    }

    /** Does what somebody who may wants. */
    void direct(Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        HostAct act = hosts.act();
        if (act instanceof HostAct.StandIn wanted && Roster.find(wanted.bot()).isEmpty()) {
            refuse(answer, RoomSpec.noBot("bot"));
        } else if (act instanceof HostAct.Start && !(hosts.number() != 0 && play.hasStarted())) {
            start(hosts, answer);
        } else if (act instanceof HostAct.Revoke revoke) {
            revoke(new Seat(revoke.side(), revoke.seat()), hosts, answer);
        } else if (act instanceof HostAct.RevokeObservers) {
            sendAway(hosts.number(), answer, door::releaseObservers);
        } else {
            play.rule(hosts, answer);
        }
    }

    /** From when nothing opens the seat any more, nothing comes from it; so what it has sealed is cancelled after that. */
    private void revoke(Seat seat, Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        long number = hosts.number();
        Consumer<Reply<SavedDeed>> released = reply -> {
            if (reply instanceof Reply.Done<SavedDeed>
                    && play.isUnfinished()
                    && !sentAway.getOrDefault(number, false)) {
                play.rule(hosts, answer);
            } else {
                if (reply instanceof Reply.Done<SavedDeed>) {
                    sentAway.replace(number, true);
                }
                answer.accept(reply);
            }
        };
        Optional<Refusal> keeping = sentAway.containsKey(number) ? Optional.empty() : room.keeping(seat);
        if (play.hasDone(number)) {
            play.rule(hosts, answer);
        } else {
            keeping.ifPresentOrElse(
                    refusal -> refuse(answer, refusal),
                    () -> sendAway(number, released, then -> door.release(seat, ClosingCause.PLACE_REVOKED, then)));
        }
    }

    /** Sends people away, once under a number. */
    private void sendAway(long number, Consumer<Reply<SavedDeed>> then, Consumer<Consumer<Reply<SavedDeed>>> release) {
        if (sentAway.containsKey(number)) {
            outbox.say(Outbox.Words.answering(
                    then, () -> new SavedDeed(0, 0, services.wallClock().millis())));
            return;
        }
        if (number != 0) {
            sentAway.put(number, false);
            if (sentAway.size() > REMEMBERED) {
                sentAway.remove(sentAway.keySet().iterator().next());
            }
        }
        release.accept(reply -> {
            if (reply instanceof Reply.Refused<SavedDeed>) {
                sentAway.remove(number);
            }
            then.accept(reply);
        });
    }

    /** Starts the match, once both sides have a head. */
    private void start(Input input, Consumer<Reply<SavedDeed>> answer) {
        if (!room.isComplete()) {
            refuse(answer, Refusal.of(ConnectionCode.SEATS_VACANT, "match_id"));
        } else if (play.isStarting()) {
            refuse(answer, Refusal.of(ConnectionCode.ROOM_STARTED, "match_id").because("refused.has-begun"));
        } else {
            roster.sit();
            play.start(input, reply -> {
                if (reply instanceof Reply.Done<SavedDeed>) {
                    LOG.info(LogEvent.MATCH_STARTED.marker(), "match started");
                    book.started(id());
                    services.listener().running(id(), false);
                }
                answer.accept(reply);
                presence.changed();
            });
        }
    }

    private void refuse(Consumer<Reply<SavedDeed>> answer, Refusal refusal) {
        outbox.say(unixMillis -> answer.accept(Reply.refused(refusal)));
    }

    private String id() {
        return room.stored().matchId();
    }
}
