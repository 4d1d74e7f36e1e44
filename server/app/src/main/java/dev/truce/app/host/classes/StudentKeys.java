package dev.truce.app.host.classes;

import dev.truce.app.room.RoomCode;
import dev.truce.engine.Sha256;
import dev.truce.protocol.text.Names;
import dev.truce.store.StoredMember;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The keys of students and the tickets of desks: symbols that people can type. Only their hashes are kept. */
final class StudentKeys {
    /** Symbols of a key. */
    static final int KEY = 8;

    /** Symbols of a ticket. */
    static final int TICKET = 12;

    private StudentKeys() {}

    /** Draws so many symbols. */
    static String draw(SecureRandom random, int symbols) {
        StringBuilder text = new StringBuilder(symbols);
        for (int i = 0; i < symbols; i++) {
            text.append(RoomCode.SYMBOLS.charAt(random.nextInt(RoomCode.SYMBOLS.length())));
        }
        return text.toString();
    }

    /** Returns what is kept of a key or ticket as people type it: any case, with white space or hyphens between and around. */
    static String hash(String classId, String typed) {
        String text = typed.replaceAll("[\\s\\h-]", "").toUpperCase(Locale.ROOT);
        return Sha256.hex("class:" + classId + ":" + text);
    }

    /** Returns the member whose number or name this is. */
    static Optional<StoredMember> find(Collection<StoredMember> members, String student) {
        String wanted = Names.key(student.strip());
        return members.stream()
                .filter(member -> !member.keyHash().isEmpty() && !wanted.isEmpty())
                .filter(member -> Names.key(member.student()).equals(wanted)
                        || Names.key(member.name()).equals(wanted))
                .findFirst();
    }

    /** Returns the member whose number or name and whose key these are. */
    static Optional<StoredMember> find(Collection<StoredMember> members, String classId, String student, String key) {
        String wanted = Names.key(student.strip());
        String hash = hash(classId, key);
        return members.stream()
                .filter(member -> !member.keyHash().isEmpty()
                        && !wanted.isEmpty()
                        && (Names.key(member.student()).equals(wanted)
                                || Names.key(member.name()).equals(wanted))
                        && member.keyHash().equals(hash))
                .findFirst();
    }
}
