package dev.truce.web.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A web server in front of truce that gives it a path of its own, and passes on all that comes under it; each connection carries one request. */
public final class PathProxy implements AutoCloseable {
    private static final String PATH = "/courses/truce/";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private volatile int port;

    /** Takes connections; where they lead is said later. */
    public PathProxy() throws IOException {
        begin(() -> {
            while (true) {
                Socket browser = socket.accept();
                begin(() -> serve(browser));
            }
        });
    }

    /** All that comes leads to the server at a port of this machine. */
    public void leadsTo(int server) {
        port = server;
    }

    /** Returns the origin of the page. */
    public String origin() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Returns where the page is. */
    public String page() {
        return origin() + PATH;
    }

    private void serve(Socket browser) throws IOException {
        try (browser;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = head(browser.getInputStream());
            String asked = head.replaceFirst(" " + PATH, " /");
            if (asked.equals(head)) {
                browser.getOutputStream()
                        .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            server.getOutputStream()
                    .write(asked.replace("Connection: keep-alive", "Connection: close")
                            .getBytes(StandardCharsets.ISO_8859_1));
            begin(() -> pass(browser.getInputStream(), server.getOutputStream()));
            pass(server.getInputStream(), browser.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no request");
            }
            head.write(one);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] some = new byte[8192];
        for (int read = from.read(some); read >= 0; read = from.read(some)) {
            to.write(some, 0, read);
        }
    }

    private interface Work {
        void does() throws IOException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.does();
            } catch (IOException closed) {
                // The one end or the other has hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
