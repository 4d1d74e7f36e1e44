package dev.truce.app.quota;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Who has something that costs the server.
 *
 * @param name the same for all that counts together
 * @param ofClass whether it is a class of this server, with its desks and tables: somebody with the desk key has opened it
 */
public record Owner(String name, boolean ofClass) {
    /** Of what was opened before the last start: addresses are not stored. */
    public static final Owner UNKNOWN = new Owner("", false);

    /** Returns the owner of all that comes from an address; IPv6 counts by its /64, which one customer owns whole. */
    public static Owner at(InetAddress address) {
        byte[] bytes = address.getAddress();
        int length = address instanceof Inet6Address ? 8 : bytes.length;
        return new Owner(HexFormat.of().formatHex(bytes, 0, length), false);
    }

    /** Returns the owner of all that belongs to a class. */
    public static Owner ofClass(String classId) {
        return new Owner(classId, true);
    }

    /** Returns the owner of what one seat of a match asks for. */
    public static Owner seat(Object seat) {
        return new Owner("seat " + seat, false);
    }
}
