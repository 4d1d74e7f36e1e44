package dev.truce.cli.terminal;

import dev.truce.cli.text.UsageFault;
import dev.truce.story.print.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints: data to standard output, messages to standard error. */
public final class Printer {
    private final PrintStream out;
    private final PrintStream err;
    private final Tint tint;
    private final boolean json;

    /**
     * @param out where data goes
     * @param err where messages go
     * @param tint colour
     * @param json whether errors are JSON objects
     */
    public Printer(PrintStream out, PrintStream err, Tint tint, boolean json) {
        this.out = out;
        this.err = err;
        this.tint = tint;
        this.json = json;
    }

    /** Makes the standard streams write UTF-8, whatever the platform prefers. */
    public static void useUtf8() {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Prints lines with colour. */
    public void lines(List<String> lines) {
        for (String line : lines) {
            out.println(tint.line(line));
        }
        out.flush();
    }

    /** Prints one line as it is. */
    public void raw(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a prompt and stays on its line. */
    public void prompt(String prompt) {
        out.print(prompt);
        out.flush();
    }

    /** Prints messages that are no data. */
    public void notes(List<String> lines) {
        for (String line : lines) {
            err.println(tint.line(line));
        }
        err.flush();
    }

    /** Prints an error: three lines, or a JSON object. */
    public void fault(UsageFault fault) {
        if (json) {
            err.println(Json.write(object(fault)));
            err.flush();
        } else {
            notes(fault.lines());
        }
    }

    /** Returns an error as programs get it. */
    static Map<String, Object> object(UsageFault fault) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", "error");
        error.put("code", fault.code());
        error.put("message", fault.what());
        error.put("field", fault.field());
        error.put("legal", fault.legal());
        error.put("unchanged", fault.unchanged());
        error.put("next", fault.next());
        return error;
    }

    /** Returns a line with colour. */
    public String tinted(String line) {
        return tint.line(line);
    }
}
