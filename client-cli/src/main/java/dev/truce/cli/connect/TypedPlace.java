package dev.truce.cli.connect;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where somebody wants to go, as it is typed: a code, a server and a code, or the address of the page that a browser has.
 *
 * @param server where the server is
 * @param named whether it was named
 * @param code code of the room or class
 * @param encrypted whether the address says that the connection is encrypted
 */
public record TypedPlace(ServerAddress server, boolean named, String code, boolean encrypted) {
    private static final Pattern LINK = Pattern.compile("(https?)://([^/?#@]+)(/[^?#]*)?#/[a-z]+/([^/?#&]+)/?");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    /**
     * Reads it.
     *
     * @param where one or two words
     * @param command what is typed before them, for example {@code truce watch}
     * @throws FaultException if they name no server
     */
    public static TypedPlace of(List<String> where, String command) throws FaultException {
        String last = where.get(where.size() - 1).strip();
        if (where.size() == 2) {
            return new TypedPlace(address(where.get(0).strip(), command), true, code(last), false);
        } else if (!last.matches("[a-zA-Z]+://.*")) {
            return new TypedPlace(ServerAddress.USUAL, false, code(last), false);
        }
        Matcher link = LINK.matcher(last);
        if (!link.matches()) {
            throw FaultException.usage(UsageFault.of(
                    "BAD_ADDRESS",
                    Texts.of("fault.link", Texts.safe(last)),
                    Texts.of("fault.unchanged.nothing-joined"),
                    command + " HOST:PORT CODE"));
        }
        boolean encrypted = link.group(1).equals("https");
        String authority = link.group(2);
        String server = PORT.matcher(authority).find() ? authority : authority + (encrypted ? ":443" : ":80");
        return new TypedPlace(address(server, command), true, code(link.group(4)), encrypted);
    }

    private static String code(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    private static ServerAddress address(String typed, String command) throws FaultException {
        try {
            return new ServerAddress.Converter().convert(typed);
        } catch (WrongValue wrong) {
            UsageFault fault =
                    wrong.at(new WrongValue.Place(command + " ", "HOST:PORT")).fault();
            throw FaultException.usage(fault.next(fault.next() + " CODE"));
        }
    }

    /** Returns what is typed before a code to come to the same server, with a blank after it; empty for the usual one. */
    public String before() {
        return named ? server + " " : "";
    }
}
