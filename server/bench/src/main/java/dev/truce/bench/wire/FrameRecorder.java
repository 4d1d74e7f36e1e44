package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands between clients and a server, passes all bytes on, and notes the size of each frame. Knows lengths only, so that it works for
 * any messages.
 */
final class FrameRecorder implements AutoCloseable {
    private static final int MAX_FRAME_BYTES = 1 << 21;
    private static final int LENGTH_BITS = 7;
    private static final long END_SECONDS = 10;

    private final int serverPort;
    private final ServerSocket listener;
    private final List<Relay> relays = new ArrayList<>();

    private FrameRecorder(int serverPort, ServerSocket listener) {
        this.serverPort = serverPort;
        this.listener = listener;
    }

    /** Starts to listen on a free port of the loop, for a server on another. */
    static FrameRecorder start(int serverPort) throws IOException {
        FrameRecorder recorder =
                new FrameRecorder(serverPort, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        daemon(recorder::accept);
        return recorder;
    }

    int port() {
        return listener.getLocalPort();
    }

    /**
     * Waits until all connections have ended and returns their frames, in the order in which they were made.
     *
     * @throws BenchException if they do not end
     */
    List<FrameTrace> traces() throws InterruptedException {
        List<FrameTrace> traces = new ArrayList<>();
        for (Relay relay : relays()) {
            if (!relay.ended.await(END_SECONDS, TimeUnit.SECONDS)) {
                throw new BenchException("a connection of a match that is over stays open");
            }
            traces.add(FrameTrace.of(relay.frames()));
        }
        return traces;
    }

    private synchronized List<Relay> relays() {
        return List.copyOf(relays);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Relay relay = new Relay(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
                synchronized (this) {
                    relays.add(relay);
                }
                daemon(() -> relay.pass(relay.client, relay.server, 1));
                daemon(() -> relay.pass(relay.server, relay.client, -1));
            }
        } catch (IOException closed) {
            // By close(), or the server is gone, which the clients notice.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "frame-recorder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Relay relay : relays()) {
            relay.close();
        }
    }

    /** One connection. */
    private static final class Relay {
        private final Socket client;
        private final Socket server;
        private final List<Integer> frames = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(2);

        Relay(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        /** Passes frames on until the connection ends. Each is noted before it is passed on, so before it is answered. */
        void pass(Socket from, Socket to, int sign) {
            try {
                DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
                OutputStream out = to.getOutputStream();
                while (true) {
                    byte[] frame = frame(in);
                    note(sign * bodyBytes(frame));
                    out.write(frame);
                }
            } catch (IOException over) {
                // One side has closed the connection: so is the other's.
                close();
            } finally {
                ended.countDown();
            }
        }

        private synchronized void note(int frame) {
            frames.add(frame);
        }

        synchronized List<Integer> frames() {
            return List.copyOf(frames);
        }

        /** Reads a frame with its length in front. */
        private static byte[] frame(DataInputStream in) throws IOException {
            byte[] length = new byte[5];
            int used = 0;
            int bytes = 0;
            byte next;
            do {
                next = in.readByte();
                bytes |= (next & 0x7F) << LENGTH_BITS * used;
                length[used++] = next;
            } while (next < 0 && used < length.length);
            if (bytes <= 0 || bytes > MAX_FRAME_BYTES) {
                throw new IOException("a frame of " + bytes + " bytes");
            }
            byte[] frame = new byte[used + bytes];
            System.arraycopy(length, 0, frame, 0, used);
            in.readFully(frame, used, bytes);
            return frame;
        }

        private static int bodyBytes(byte[] frame) {
            int used = 1;
            while (frame[used - 1] < 0) {
                used++;
            }
            return frame.length - used;
        }

        void close() {
            for (Socket socket : List.of(client, server)) {
                try {
                    socket.close();
                } catch (IOException alreadyGone) {
                    // It is closed then.
                }
            }
        }
    }
}
