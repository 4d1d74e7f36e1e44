package dev.truce.bot.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8 from somebody who may send anything: a line that is too long is skipped, and never held in memory. */
public final class LineReader {
    private final InputStream in;
    private final byte[] chunk = new byte[4_096];
    private final byte[] line = new byte[LineProtocol.MAX_LINE_BYTES];
    private int at;
    private int end;

    /** Reads a stream, which the caller closes. */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Returns the next line, or what stands for it. */
    public BotLine next() throws IOException {
        int length = 0;
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = in.read(chunk);
                if (end <= 0) {
                    end = 0;
                    return any ? text(length) : BotLine.END;
                }
            }
            byte b = chunk[at++];
            any = true;
            if (b == '\n') {
                return text(length);
            }
            if (length < line.length) {
                line[length] = b;
            }
            length = Math.min(length + 1, line.length + 1);
        }
    }

    private BotLine text(int length) {
        if (length > line.length) {
            return BotLine.TOO_LONG;
        }
        int last = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new BotLine(new String(line, 0, last, StandardCharsets.UTF_8));
    }
}
