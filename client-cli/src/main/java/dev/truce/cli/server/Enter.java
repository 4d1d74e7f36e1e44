package dev.truce.cli.server;

import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import java.io.IOException;
import java.io.InputStream;

/** Listens for the Enter key while nothing else reads the keyboard. */
public final class Enter {
    private Enter() {}

    /** Posts a line whenever Enter is pressed, until the input ends; the thread does not keep the program alive. */
    static void tell(SessionQueue mailbox) {
        Thread listening = new Thread(() -> read(System.in, mailbox), "enter");
        listening.setDaemon(true);
        listening.start();
    }

    private static void read(InputStream keys, SessionQueue mailbox) {
        try {
            for (int key = keys.read(); key >= 0; key = keys.read()) {
                if (key == '\n') {
                    mailbox.post(new Happening.Line(""));
                }
            }
        } catch (IOException closed) {
            // Without a keyboard the match starts when all seats are taken.
            return;
        }
    }
}
