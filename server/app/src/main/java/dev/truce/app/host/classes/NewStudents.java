package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassList;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.text.Names;
import dev.truce.store.StoredMember;
import java.util.Collection;
import java.util.Optional;

/** Students whom a desk adds to the list of a class: what the list says of each, which no journal does. */
final class NewStudents {
    private NewStudents() {}

    /** Returns why nobody can be added so; empty if he can. */
    static Optional<Refusal> refusal(ClassAct.Add act, Collection<StoredMember> members) {
        if (!ClassList.isFit(act.name()) || !ClassList.isFit(id(act))) {
            return Optional.of(
                    Refusal.of(ConnectionCode.BAD_NAME, "name").because("refused.bad_name.list", ClassList.MAX_CELL));
        }
        // Else the key of one would be tried at the other.
        return members.stream()
                .filter(member -> !member.isErased())
                .filter(member -> Names.key(member.student()).equals(Names.key(id(act))))
                .findFirst()
                .map(member -> Refusal.of(ConnectionCode.NAME_TAKEN, "student")
                        .because("refused.name_taken.student", id(act), member.member()));
    }

    /** Returns his line of the list. */
    static StoredMember line(int number, ClassAct.Add act, String keyHash) {
        return new StoredMember(number, act.name(), id(act), "", "", "", "", keyHash);
    }

    /** Returns whether a line of the list is what an act has added. */
    static boolean isOf(ClassAct.Add act, StoredMember line) {
        return line.name().equals(act.name()) && line.student().equals(id(act));
    }

    private static String id(ClassAct.Add act) {
        return act.student().isEmpty() ? act.name() : act.student();
    }
}
