package dev.truce.protocol.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.truce.match.Input;
import dev.truce.match.deed.By;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.journal.v2.StoredBy;
import dev.truce.protocol.journal.v2.StoredDoes;
import dev.truce.protocol.journal.v2.StoredHosts;
import dev.truce.protocol.journal.v2.StoredInput;

/** Accepted inputs as the journal keeps them; deeds and acts have the same bytes as on the wire. */
public final class InputCodec {
    private InputCodec() {}

    /** Returns the bytes that the journal keeps of an input. */
    public static byte[] toBytes(Input input) {
        StoredInput.Builder stored = StoredInput.newBuilder();
        if (input instanceof Input.Does does) {
            stored.setDoes(StoredDoes.newBuilder()
                    .setSeat(WireBoard.toWire(does.seat()))
                    .setRound(does.round())
                    .setKey(does.key())
                    .setDeed(DeedWire.toWire(does.deed())));
        } else if (input instanceof Input.Hosts hosts) {
            stored.setHosts(by(hosts.by()).setNumber(hosts.number()).setAct(HostActWire.toWire(hosts.act())));
        }
        return stored.build().toByteArray();
    }

    private static StoredHosts.Builder by(By by) {
        StoredHosts.Builder stored = StoredHosts.newBuilder();
        if (by instanceof By.Desk desk) {
            return stored.setBy(StoredBy.STORED_BY_DESK).setDesk(desk.number());
        } else if (by instanceof By.Clock) {
            return stored.setBy(StoredBy.STORED_BY_CLOCK);
        }
        return stored.setBy(by instanceof By.Policy ? StoredBy.STORED_BY_POLICY : StoredBy.STORED_BY_HOST);
    }

    private static By by(StoredHosts stored) {
        return switch (stored.getBy()) {
            case STORED_BY_HOST -> new By.Host();
            case STORED_BY_DESK -> new By.Desk(stored.getDesk());
            case STORED_BY_CLOCK -> new By.Clock();
            case STORED_BY_POLICY -> new By.Policy();
            case STORED_BY_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("the journal does not say on whose behalf an act was done");
        };
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are something else, or were written by a newer version
     */
    public static Input of(byte[] bytes) {
        try {
            StoredInput stored = StoredInput.parseFrom(bytes);
            return switch (stored.getKindCase()) {
                case DOES -> {
                    StoredDoes does = stored.getDoes();
                    yield new Input.Does(
                            WireBoard.toGame(does.getSeat(), "does.seat"),
                            does.getRound(),
                            does.getKey(),
                            DeedWire.toGame(does.getDeed(), "does.deed"));
                }
                case HOSTS -> {
                    StoredHosts hosts = stored.getHosts();
                    yield new Input.Hosts(
                            by(hosts), hosts.getNumber(), HostActWire.toGame(hosts.getAct(), "hosts.act"));
                }
                case DEADLINE_PASSED -> {
                    // As it was written when a match had one timer a round, so that a timer had its round's number.
                    int round = stored.getDeadlinePassed().getRound();
                    yield Input.Hosts.timeUp(round, round);
                }
                case KIND_NOT_SET -> throw new IllegalArgumentException("the journal's input is of an unknown kind");
            };
        } catch (InvalidProtocolBufferException | UnreadableException e) {
            throw new IllegalArgumentException("the journal's input cannot be read", e);
        }
    }
}
