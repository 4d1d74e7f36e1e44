package dev.truce.web.build;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The keys of texts that programs can ask for. A program holds its literals, each after its length; a key is one of them, or begins with one,
 * where the rest of it is made while the program runs.
 */
final class AskedKeys {
    private static final int MOST = 100;

    private final Set<String> literals = new HashSet<>();

    /** Reads the literals of programs. */
    AskedKeys(Collection<byte[]> programs) {
        programs.forEach(this::read);
    }

    private void read(byte[] program) {
        for (int at = 0; at < program.length; at++) {
            int length = program[at];
            if (length > 1 && length <= MOST && at + length < program.length && isKey(program, at + 1, length)) {
                StringBuilder literal = new StringBuilder();
                for (int i = at + 1; i <= at + length; i++) {
                    literal.append((char) program[i]);
                }
                literals.add(literal.toString());
            }
        }
    }

    private static boolean isKey(byte[] program, int from, int length) {
        for (int i = from; i < from + length; i++) {
            char sign = (char) program[i];
            boolean letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
            if (!letter && !(sign >= '0' && sign <= '9') && sign != '.' && sign != '-' && sign != '_') {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a program can ask for a key. */
    boolean has(String key) {
        for (int end = Math.max(1, key.indexOf('.') + 1); end <= key.length(); end++) {
            if (literals.contains(key.substring(0, end)) && (end == key.length() || key.indexOf('.') >= 0)) {
                return true;
            }
        }
        return false;
    }
}
