package dev.truce.app;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two people in their seats and one who watches, in a match that has begun. */
final class Talkers implements AutoCloseable {
    /** Four rounds more of what is in force. */
    static final Terms RENEWAL = new Terms.Renewal(4, false);

    final RawClient us;
    final RawClient cn;
    final RawClient watcher;
    final String matchId;
    final String roomCode;
    final String usToken;
    final String cnToken;

    Talkers(int port, int rounds) throws IOException {
        us = RawClient.greeted(port, Role.PLAYER);
        cn = RawClient.greeted(port, Role.PLAYER);
        watcher = RawClient.greeted(port, Role.OBSERVER);
        ServerMessage.RoomCreated room = us.createRoom(rounds, 0, null, null);
        matchId = room.matchId();
        roomCode = room.roomCode();
        usToken = us.join(room.roomCode(), "Ann").token();
        cnToken = cn.join(room.roomCode(), "Bo").token();
        watcher.ask(
                new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                ServerMessage.Watching.class);
        us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
    }

    /** Returns terms with one clause. */
    static Terms clause(Instrument instrument, int bound, int rounds) {
        return new Terms.Package(List.of(new Pledge(instrument, bound)), rounds, false);
    }

    ClientMessage.Do offer(int round, Terms terms, @Nullable OfferId answers) {
        return new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.MakeOffer(terms, answers));
    }

    ClientMessage.Do accept(int round, Offer offer) {
        return new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.Accept(offer.id(), offer.hash()));
    }

    ClientMessage.Do refuse(int round, OfferId offer) {
        return new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.Refuse(offer));
    }

    ClientMessage.Do withdraw(int round, OfferId offer) {
        return new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.Withdraw(offer));
    }

    ClientMessage.Do notice(int round, boolean given) {
        return new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.GiveNotice(given));
    }

    ClientMessage.Do say(int round, Channel channel, String text, @Nullable Statement statement) {
        return new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.Say(channel, text, statement));
    }

    /** Lets both sides be ready, each having heard so many offers of the other, and waits until the round is resolved. */
    Notice.RoundResolved close(int round, int heardByUs, int heardByCn) throws IOException {
        us.ask(
                new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.Ready(true, heardByUs)),
                ServerMessage.Saved.class);
        cn.ask(
                new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.Ready(true, heardByCn)),
                ServerMessage.Saved.class);
        return us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == round);
    }

    static Offer await(RawClient client, Side maker, int number, OfferStatus status) throws IOException {
        OfferId id = new OfferId(maker, number);
        return client.await(
                        Notice.OfferChanged.class,
                        changed -> changed.offer().id().equals(id)
                                && changed.offer().status() == status)
                .offer();
    }

    @Override
    public void close() throws IOException {
        us.close();
        cn.close();
        watcher.close();
    }
}
