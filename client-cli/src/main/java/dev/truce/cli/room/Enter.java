package dev.truce.cli.room;

import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Listens for lines while nothing else reads the keyboard. */
public final class Enter {
    private Enter() {}

    /** Posts each line until the input ends; the thread does not keep the program alive. */
    static void tell(SessionQueue mailbox) {
        Thread listening = new Thread(() -> read(System.in, mailbox), "enter");
        listening.setDaemon(true);
        listening.start();
    }

    private static void read(InputStream keys, SessionQueue mailbox) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(keys, StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                mailbox.post(new Happening.Line(line));
            }
            mailbox.post(new Happening.End());
        } catch (IOException closed) {
            // Without a keyboard the match starts when all seats are taken.
            return;
        }
    }
}
