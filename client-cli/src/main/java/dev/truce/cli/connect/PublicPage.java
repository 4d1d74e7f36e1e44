package dev.truce.cli.connect;

import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.text.SafeText;

/** The address of the page that a server names for browsers, because they do not reach it where programs do. */
public final class PublicPage {
    private static final int MAX_ADDRESS = 300;

    private PublicPage() {}

    /** Returns it, with a slash at its end, fit to be printed; empty if the server names none. */
    public static String of(NettySeatClient client) {
        String named = SafeText.line(client.pageUrl(), MAX_ADDRESS);
        return named.startsWith("http://") || named.startsWith("https://") ? named : "";
    }
}
