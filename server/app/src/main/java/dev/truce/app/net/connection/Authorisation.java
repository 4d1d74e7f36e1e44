package dev.truce.app.net.connection;

import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may say what when: kind of message, deed or act x role x phase. What is not written here is not allowed. A kind without a row
 * stops the server at its start and the build in a test. Deeds and acts have the row of their family.
 *
 * <p>What only the holder of a place or the creator of a room may do is checked where places are known; this table says what
 * a connection may ask for at all.
 */
public final class Authorisation {
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final Set<Role> SITTING = EnumSet.of(Role.PLAYER, Role.BOT);
    private static final Set<Role> WATCHING = EnumSet.of(Role.OBSERVER, Role.OMNISCIENT);
    private static final Set<Role> EVERYBODY = EnumSet.of(Role.PLAYER, Role.BOT, Role.OBSERVER, Role.OMNISCIENT);
    private static final Set<Role> INSTRUCTING = EnumSet.of(Role.INSTRUCTOR);
    private static final Set<PhaseName> WITH_A_PLACE =
            EnumSet.of(PhaseName.HOSTING, PhaseName.SEATED, PhaseName.OBSERVING);

    private static final Map<Class<?>, Map<Role, Set<PhaseName>>> TABLE = table();

    private Authorisation() {}

    private static Map<Class<?>, Map<Role, Set<PhaseName>>> table() {
        Map<Class<?>, Map<Role, Set<PhaseName>>> table = new LinkedHashMap<>();
        // Nobody has a role before the hello that names it, so the table is asked with the role that it names.
        allow(table, ClientMessage.Hello.class, EnumSet.allOf(Role.class), EnumSet.of(PhaseName.GREETING));
        allow(table, ClientMessage.CreateRoom.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY));
        allow(table, ClientMessage.JoinRoom.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY, PhaseName.HOSTING));
        allow(table, ClientMessage.Resume.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY));
        allow(table, ClientMessage.ReadScenario.class, EVERYBODY, WITH_A_PLACE);
        for (Class<?> act : kindsOf(HostAct.OfOwner.class)) {
            allow(table, act, SITTING, EnumSet.of(PhaseName.HOSTING, PhaseName.SEATED));
            allow(table, act, WATCHING, EnumSet.of(PhaseName.HOSTING, PhaseName.OBSERVING));
        }
        for (Class<?> act : kindsOf(HostAct.OfServer.class)) {
            allow(table, act, NOBODY, EnumSet.noneOf(PhaseName.class));
        }
        for (Class<?> deed : kindsOf(Deed.class)) {
            allow(table, deed, SITTING, EnumSet.of(PhaseName.SEATED));
        }
        allow(table, ClientMessage.Ping.class, EVERYBODY, EnumSet.of(PhaseName.LOBBY));
        allow(table, ClientMessage.Ping.class, EVERYBODY, WITH_A_PLACE);
        allow(table, ClientMessage.Ping.class, SITTING, EnumSet.of(PhaseName.WAITING));
        allow(table, ClientMessage.Ping.class, INSTRUCTING, EnumSet.of(PhaseName.LOBBY, PhaseName.DESK));
        ofClasses(table);
        for (Class<?> kind : kinds()) {
            if (!table.containsKey(kind)) {
                throw new IllegalStateException("nobody has said who may send " + kind.getSimpleName());
            }
        }
        return table;
    }

    private static void ofClasses(Map<Class<?>, Map<Role, Set<PhaseName>>> table) {
        for (Class<?> entering :
                List.of(ClassRequest.Open.class, ClassRequest.EnterDesk.class, ClassRequest.ListAll.class)) {
            allow(table, entering, INSTRUCTING, EnumSet.of(PhaseName.LOBBY));
        }
        for (Class<?> atDesk : List.of(
                ClassRequest.Preview.class,
                ClassRequest.Act.class,
                ClassRequest.Read.class,
                ClassRequest.ReadText.class)) {
            allow(table, atDesk, INSTRUCTING, EnumSet.of(PhaseName.DESK));
        }
        allow(table, ClassRequest.ReadText.class, INSTRUCTING, EnumSet.of(PhaseName.LOBBY));
        allow(table, ClassRequest.CallForHelp.class, SITTING, EnumSet.of(PhaseName.SEATED));
        allow(table, ClassRequest.Watch.class, EnumSet.of(Role.OBSERVER), EnumSet.of(PhaseName.LOBBY));
        allow(table, ClassRequest.Enter.class, SITTING, EnumSet.of(PhaseName.LOBBY, PhaseName.WAITING));
    }

    private static void allow(
            Map<Class<?>, Map<Role, Set<PhaseName>>> table, Class<?> kind, Set<Role> roles, Set<PhaseName> phases) {
        Map<Role, Set<PhaseName>> row = table.computeIfAbsent(kind, unused -> new EnumMap<>(Role.class));
        for (Role role : roles) {
            row.computeIfAbsent(role, unused -> EnumSet.noneOf(PhaseName.class)).addAll(phases);
        }
    }

    /** Returns all that needs a row: deeds and acts by their kinds, all other messages by their types. */
    public static List<Class<?>> kinds() {
        List<Class<?>> kinds = kindsOf(ClientMessage.class);
        kinds.remove(ClientMessage.Do.class);
        kinds.remove(ClientMessage.Direct.class);
        kinds.remove(ClientMessage.OfClass.class);
        kinds.addAll(kindsOf(ClassRequest.class));
        kinds.addAll(kindsOf(Deed.class));
        kinds.addAll(kindsOf(HostAct.class));
        return kinds;
    }

    /** Returns the kinds of a sealed family, those of the families in it too. */
    static List<Class<?>> kindsOf(Class<?> family) {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> kind : family.getPermittedSubclasses()) {
            kinds.addAll(kind.isSealed() ? kindsOf(kind) : List.of(kind));
        }
        return kinds;
    }

    /** Returns what a message asks for, as the table has it. */
    static Class<?> what(ClientMessage message) {
        if (message instanceof ClientMessage.Do does) {
            return does.deed().getClass();
        } else if (message instanceof ClientMessage.OfClass wanted) {
            return wanted.request().getClass();
        }
        return message instanceof ClientMessage.Direct direct ? direct.act().getClass() : message.getClass();
    }

    /** Returns whether a connection of a role may send a message in a phase. */
    public static boolean allows(ClientMessage message, Role role, PhaseName phase) {
        return allows(what(message), role, phase);
    }

    /** Returns whether a connection of a role may ask for something of a kind in a phase. */
    public static boolean allows(Class<?> kind, Role role, PhaseName phase) {
        return TABLE.getOrDefault(kind, Map.of()).getOrDefault(role, Set.of()).contains(phase);
    }
}
