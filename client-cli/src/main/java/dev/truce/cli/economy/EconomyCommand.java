package dev.truce.cli.economy;

import dev.truce.cli.economy.Refusal.Code;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.StartPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code truce economy}: the bare economy over a table of policies, without politics, chance or treaties.
 *
 * <p>Nothing is computed or written before the whole table has been checked. Exit code 0, 1 when the table or the output is
 * refused, 2 for wrong usage.
 */
@Command(
        name = "economy",
        description = "Run the bare economy over a table of policies, one row a quarter.",
        mixinStandardHelpOptions = true)
public final class EconomyCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--start",
            paramLabel = "busan|2024",
            defaultValue = "busan",
            converter = StartConverter.class,
            description = "Start state: after the trade war of 2025, or 2024 at rest (default: ${DEFAULT-VALUE}).")
    private Start start = Start.BUSAN;

    @Option(
            names = "--policy",
            paramLabel = "FILE.csv",
            required = true,
            description = "Policy inputs; columns that are absent keep their no-policy values.")
    private Path policy = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "Where to write the results, whole or not at all (default: standard output).")
    private @Nullable Path out;

    /** Where the economy starts. */
    enum Start {
        /** After the four quarters of 2025, as a match of the Busan scenario does. */
        BUSAN,
        /** 2024 at rest. */
        FRESH_2024;

        EconomyState state() {
            return switch (this) {
                case BUSAN -> StartPath.busan();
                case FRESH_2024 -> EconomyState.fresh2024();
            };
        }
    }

    /** Reads the name of a start. */
    static final class StartConverter implements ITypeConverter<Start> {
        @Override
        public Start convert(String name) {
            return switch (name) {
                case "busan" -> Start.BUSAN;
                case "2024" -> Start.FRESH_2024;
                default ->
                    throw new TypeConversionException(Refusal.quote(name) + " is no start; it must be busan or 2024");
            };
        }
    }

    /**
     * Runs the command.
     *
     * @return the exit code
     */
    @Override
    public Integer call() {
        try {
            PolicyTable table = PolicyTableReader.read(policy);
            Economy economy = new Economy();
            economy.load(start.state());
            if (out == null) {
                print(economy, table);
            } else {
                requireApart(out);
                WholeFile.write(out, text -> ResultTable.write(economy, table, text));
            }
            return 0;
        } catch (Refusal refusal) {
            report(refusal);
            return REFUSED;
        }
    }

    private void print(Economy economy, PolicyTable table) {
        PrintWriter writer = spec().commandLine().getOut();
        try {
            ResultTable.write(economy, table, writer);
        } catch (IOException e) {
            throw cut();
        }
        // By default the writer ends in System.out, which keeps a full disk or a closed pipe to itself.
        if (writer.checkError() || System.out.checkError()) {
            throw cut();
        }
    }

    private static Refusal cut() {
        return new Refusal(
                Code.OUTPUT_FAILED, "standard output took only a part of the results", "write to a file with --out");
    }

    private void requireApart(Path target) {
        try {
            if (Files.exists(target) && Files.isSameFile(target, policy)) {
                throw new Refusal(
                        Code.OUTPUT_IS_INPUT,
                        "--out names the policy table " + policy,
                        "name another file after --out");
            }
        } catch (IOException e) {
            throw new Refusal(Code.OUTPUT_FAILED, "cannot look at " + target, "name another file after --out");
        }
    }

    private void report(Refusal refusal) {
        PrintWriter err = spec().commandLine().getErr();
        err.print("error " + refusal.code() + ": " + refusal.getMessage() + "\n");
        err.print("  unchanged: " + (out == null ? "no file was written" : out) + "\n");
        err.print("  next: " + refusal.next() + "\n");
        err.flush();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("run by picocli only");
        }
        return spec;
    }
}
