package dev.truce.app.net.desk;

import dev.truce.app.host.Invitation;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.quota.Owner;
import dev.truce.match.Occupant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells what a code opens. Who has the code could take a seat and see as much; a wrong one is answered as slowly as on the wire. Thread-safe; never blocks.
 */
public final class InvitationApi {
    /** Where it is. The code stands in the header of the authorisation, so that no log on the way has it. */
    public static final String ROOT = "/api/join";

    private final Classes classes;
    private final Denials denials;

    InvitationApi(Classes classes, Denials denials) {
        this.classes = classes;
        this.denials = denials;
    }

    /**
     * What a code opens.
     *
     * @param entry room, key or list
     * @param seats as numbers, 0 for the head
     */
    record OpenDoor(String entry, String title, List<DoorSeat> seats, long windowMillis, boolean begun) {}

    /** @param name empty for a seat that is free */
    record DoorSeat(String side, int seat, String name, boolean bot, boolean here) {}

    /** Answers a call, from any thread, at once or later. */
    public void answer(DeskCall call, Consumer<HttpAnswer> done) {
        if (!call.method().equals("GET")) {
            denials.refuse(call.otherMethod(ROOT, "GET"), refusal -> DeskAnswers.refused(405, refusal), done);
            return;
        }
        if (call.most() != DeskCall.ALL) {
            denials.refuse(DeskApi.large(call.most()), refusal -> DeskAnswers.refused(413, refusal), done);
            return;
        }
        classes.invitation(
                call.token(),
                Owner.at(call.address()),
                reply -> reply.tell(
                        told -> done.accept(DeskAnswers.json(JsonRecord.of(door(told)))),
                        refusal -> denials.deny(call.address(), refusal, done)));
    }

    private static OpenDoor door(Invitation told) {
        return new OpenDoor(
                told.entry().name().toLowerCase(Locale.ROOT),
                told.title(),
                told.seats().stream().map(InvitationApi::seat).toList(),
                told.windowMillis(),
                told.begun());
    }

    private static DoorSeat seat(Occupant one) {
        return new DoorSeat(one.seat().side().name(), one.seat().number(), one.name(), one.bot(), one.connected());
    }
}
