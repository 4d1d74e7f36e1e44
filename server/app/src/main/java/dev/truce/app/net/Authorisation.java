package dev.truce.app.net;

import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who may say what when: message type x role x phase. What is not written here is not allowed. A message type without a row
 * stops the server at its start and the build in a test.
 *
 * <p>What only the holder of a place or the creator of a room may do is checked where places are known; this table says what
 * a connection may ask for at all.
 */
public final class Authorisation {
    private static final Set<Role> SITTING = EnumSet.of(Role.PLAYER, Role.BOT);
    private static final Set<Role> WATCHING = EnumSet.of(Role.OBSERVER, Role.OMNISCIENT);
    private static final Set<Role> EVERYBODY = EnumSet.of(Role.PLAYER, Role.BOT, Role.OBSERVER, Role.OMNISCIENT);
    private static final Set<PhaseName> WITH_A_PLACE =
            EnumSet.of(PhaseName.HOSTING, PhaseName.SEATED, PhaseName.OBSERVING);

    private static final Map<Class<? extends ClientMessage>, Map<Role, Set<PhaseName>>> TABLE = table();

    private Authorisation() {}

    private static Map<Class<? extends ClientMessage>, Map<Role, Set<PhaseName>>> table() {
        Map<Class<? extends ClientMessage>, Map<Role, Set<PhaseName>>> table = new LinkedHashMap<>();
        // Nobody has a role before the hello that names it, so the table is asked with the role that it names. There is
        // no
        // instructor's desk yet: nothing is allowed to one.
        allow(table, ClientMessage.Hello.class, EVERYBODY, EnumSet.of(PhaseName.GREETING));
        allow(table, ClientMessage.CreateRoom.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY));
        allow(table, ClientMessage.JoinRoom.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY, PhaseName.HOSTING));
        allow(table, ClientMessage.Resume.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY));
        allow(table, ClientMessage.ReadScenario.class, EVERYBODY, WITH_A_PLACE);
        allow(table, ClientMessage.StartMatch.class, SITTING, EnumSet.of(PhaseName.HOSTING, PhaseName.SEATED));
        allow(table, ClientMessage.StartMatch.class, WATCHING, EnumSet.of(PhaseName.HOSTING, PhaseName.OBSERVING));
        allow(table, ClientMessage.PlayCard.class, SITTING, EnumSet.of(PhaseName.HOSTING, PhaseName.SEATED));
        allow(table, ClientMessage.PlayCard.class, WATCHING, EnumSet.of(PhaseName.HOSTING, PhaseName.OBSERVING));
        allow(table, ClientMessage.SubmitOrders.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.UndoOrders.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.SetReady.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.MakeOffer.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.AcceptOffer.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.RefuseOffer.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.WithdrawOffer.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.GiveNotice.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.Say.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.SubmitDraft.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.CastVote.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClientMessage.Ping.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY));
        allow(table, ClientMessage.Ping.class, EVERYBODY, WITH_A_PLACE);
        for (Class<?> type : ClientMessage.class.getPermittedSubclasses()) {
            if (!table.containsKey(type)) {
                throw new IllegalStateException("nobody has said who may send " + type.getSimpleName());
            }
        }
        return table;
    }

    private static void allow(
            Map<Class<? extends ClientMessage>, Map<Role, Set<PhaseName>>> table,
            Class<? extends ClientMessage> type,
            Set<Role> roles,
            Set<PhaseName> phases) {
        Map<Role, Set<PhaseName>> row = table.computeIfAbsent(type, unused -> new EnumMap<>(Role.class));
        for (Role role : roles) {
            row.computeIfAbsent(role, unused -> EnumSet.noneOf(PhaseName.class)).addAll(phases);
        }
    }

    /** Returns whether a connection of a role may send a message of a type in a phase. */
    public static boolean allows(Class<? extends ClientMessage> type, Role role, PhaseName phase) {
        return TABLE.getOrDefault(type, Map.of()).getOrDefault(role, Set.of()).contains(phase);
    }
}
