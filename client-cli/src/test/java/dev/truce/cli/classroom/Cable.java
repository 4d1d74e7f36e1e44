package dev.truce.cli.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port that leads to another one, with a cable in between that can be pulled. */
public final class Cable implements AutoCloseable {
    private static final int BUFFER = 8_192;

    private final ServerSocket door;
    private final int target;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile long outUntilNanos = System.nanoTime();

    /** Leads to a port of this machine. */
    public Cable(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Ends all connections at once, with nothing said; new ones are taken. */
    public void pull() {
        for (Socket end : ends) {
            quietly(end);
        }
        ends.clear();
    }

    /** Ends all connections, and each new one for a time. */
    public void out(Duration time) {
        outUntilNanos = System.nanoTime() + time.toNanos();
        pull();
    }

    private void accept() {
        while (!door.isClosed()) {
            Socket near;
            try {
                near = door.accept();
            } catch (IOException closed) {
                return;
            }
            if (outUntilNanos - System.nanoTime() > 0) {
                quietly(near);
                continue;
            }
            ends.add(near);
            try {
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.add(far);
                daemon(() -> pump(near, far));
                daemon(() -> pump(far, near));
            } catch (IOException nobodyThere) {
                quietly(near);
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException pulled) {
            // One end is gone, so the other is closed too.
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        pull();
    }
}
