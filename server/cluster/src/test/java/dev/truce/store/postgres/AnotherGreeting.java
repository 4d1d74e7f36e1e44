package dev.truce.store.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a database as a pooler does, which greets with a number of its own in place of that of the process behind it. */
final class AnotherGreeting implements AutoCloseable {
    private static final int KEY_DATA = 'K';

    private final ServerSocket listening;
    private final int behind;

    AnotherGreeting(int behind) throws IOException {
        this.behind = behind;
        this.listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        for (Socket client = listening.accept(); ; client = listening.accept()) {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
            InputStream asked = client.getInputStream();
            OutputStream answers = client.getOutputStream();
            start(() -> asked.transferTo(server.getOutputStream()));
            start(() -> answer(new DataInputStream(server.getInputStream()), new DataOutputStream(answers)));
        }
    }

    private static void answer(DataInputStream from, DataOutputStream to) throws IOException {
        while (true) {
            int type = from.readUnsignedByte();
            int length = from.readInt();
            byte[] body = from.readNBytes(length - Integer.BYTES);
            if (type == KEY_DATA) {
                body[0] ^= 1;
            }
            to.writeByte(type);
            to.writeInt(length);
            to.write(body);
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
