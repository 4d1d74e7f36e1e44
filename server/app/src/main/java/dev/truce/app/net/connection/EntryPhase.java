package dev.truce.app.net.connection;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.Entered;
import dev.truce.app.host.RoomSpec;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.PhaseName;
import java.util.Optional;

/** Has said hello: may open a room, enter one by its code, or come back to a place. */
final class EntryPhase extends ConnectionPhase {
    EntryPhase(ClientConnection link) {
        super(link, PhaseName.LOBBY);
    }

    @Override
    void createRoom(ClientFrame frame, ClientMessage.CreateRoom create) {
        if (!JoinHandler.isSecret(link(), frame, create.key())) {
            return;
        }
        ConnectionServices services = link().connectionServices();
        if (services.roomsByKey() && !services.classes().isDeskKey(create.room().deskKey())) {
            link().refuseWrong(frame, ServerRefusals.roomsByKey());
            return;
        }
        Owner owner = link().owner();
        if (!isThisMachine() && !services.roomsOpened().take(owner)) {
            link().refuse(
                            frame,
                            Refusal.of(ConnectionCode.RATE_LIMITED, "")
                                    .because("refused.rate_limited.rooms")
                                    .after(ServerLimits.HOUR.toMillis()));
            return;
        }
        RoomSpec wish = new RoomSpec(create.room());
        link().enter(
                        frame,
                        answer -> services.localMatches().open(wish, create.key(), link(), reply -> {
                            if (reply instanceof Reply.Refused<Entered> && !isThisMachine()) {
                                // It takes nothing from others, and asking has cost the connection its budget.
                                services.roomsOpened().giveBack(owner);
                            }
                            answer.accept(reply);
                        }));
    }

    /** Its tournaments open as many rooms as they like. */
    private boolean isThisMachine() {
        return link().address().isLoopbackAddress();
    }

    @Override
    void joinRoom(ClientFrame frame, ClientMessage.JoinRoom join) {
        JoinHandler.join(link(), null, frame, join);
    }

    @Override
    void resume(ClientFrame frame, ClientMessage.Resume resume) {
        Optional<PlaceToken> token = PlaceToken.parse(resume.token());
        if (token.isEmpty()) {
            link().refuseWrong(frame, ServerRefusals.badToken());
            return;
        }
        link().resume(frame, resume.lastSeq(), token.get());
    }

    @Override
    void ofClass(ClientFrame frame, ClassRequest request) {
        JoinHandler.enterClass(link(), frame, request);
    }
}
