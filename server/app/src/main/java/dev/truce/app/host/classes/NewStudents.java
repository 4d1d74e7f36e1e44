package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassList;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.text.Names;
import dev.truce.store.StoredMember;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Students whom a desk adds to the list of a class: what the list says of each, which no journal does. */
final class NewStudents {
    private NewStudents() {}

    /**
     * Returns why nobody can be added so; empty if he can.
     *
     * @param byList whether students pick their names, so that a name that two have would open the seat of the first
     */
    static Optional<Refusal> refusal(ClassAct.Add act, Collection<StoredMember> members, boolean byList) {
        Optional<Refusal> unfit = ClassList.unfit(act.name(), id(act));
        if (unfit.isPresent()) {
            return unfit.map(why -> Refusal.of(ConnectionCode.BAD_NAME, why.field())
                    .because(why.key(), why.arguments().toArray()));
        }
        // Else the key of one would be tried at the other.
        Optional<Refusal> number = taken(members, "student", id(act), member -> Stream.of(member.student()));
        return number.isPresent() || !byList
                ? number
                : taken(members, "name", act.name(), member -> Stream.of(member.name(), member.student()))
                        .or(() -> taken(members, "student", id(act), member -> Stream.of(member.name())));
    }

    private static Optional<Refusal> taken(
            Collection<StoredMember> members, String field, String text, Function<StoredMember, Stream<String>> has) {
        return members.stream()
                .filter(member -> !member.isErased() && has.apply(member).anyMatch(taken -> isSame(taken, text)))
                .findFirst()
                .map(member -> Refusal.of(ConnectionCode.NAME_TAKEN, field)
                        .because("refused.name_taken." + field, text, member.member()));
    }

    /** Returns his line of the list. */
    static StoredMember line(int number, ClassAct.Add act, String keyHash) {
        return new StoredMember(number, act.name(), id(act), "", "", "", "", keyHash);
    }

    private static boolean isSame(String one, String other) {
        return Names.key(one).equals(Names.key(other));
    }

    /**
     * Returns whether an act wants what was done.
     *
     * @param added the act as it was done, with the seat that was given
     * @param line the line of the list that it wrote
     */
    static boolean isOf(ClassAct.Add act, ClassAct.Add added, StoredMember line) {
        boolean anywhere = act.table() == 0;
        boolean there = act.table() == added.table() && act.side() == added.side() && act.seat() == added.seat();
        return (anywhere || there)
                && line.name().equals(act.name())
                && line.student().equals(id(act));
    }

    private static String id(ClassAct.Add act) {
        return act.student().isEmpty() ? act.name() : act.student();
    }
}
