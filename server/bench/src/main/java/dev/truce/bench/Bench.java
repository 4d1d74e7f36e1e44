package dev.truce.bench;

import dev.truce.bench.lesson.LessonCommand;
import dev.truce.bench.playout.PlayoutCommand;
import dev.truce.bench.setting.BenchException;
import dev.truce.bench.wire.WireCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code truce bench}: measures this program on this machine. It is not in the jar that ships. */
@Command(
        name = "truce bench",
        description = "Measures truce on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {WireCommand.class, LessonCommand.class, PlayoutCommand.class, MicroCommand.class})
public final class Bench implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // The parser sets it.
    private CommandSpec spec;

    private Bench() {}

    /** Runs the benchmark that the arguments name. */
    public static void main(String[] args) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        System.exit(line().execute(args));
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Returns what runs a benchmark; its exit code is 0 if it was done, 1 if it failed, 2 if it was asked in a wrong way. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            if (!(thrown instanceof BenchException)) {
                thrown.printStackTrace(command.getErr());
            }
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + thrown.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
