package dev.truce.cli.economy;

import dev.truce.cli.economy.PolicyFault.Code;
import dev.truce.cli.text.Texts;
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
@Command(name = "economy", mixinStandardHelpOptions = true)
public final class EconomyCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--start",
            paramLabel = "busan|2024",
            defaultValue = "busan",
            converter = StartConverter.class,
            descriptionKey = "option.economy.start")
    private Start start = Start.BUSAN;

    @Option(names = "--policy", paramLabel = "FILE.csv", required = true, descriptionKey = "option.economy.policy")
    private Path policy = Path.of("");

    @Option(names = "--out", paramLabel = "FILE.csv", descriptionKey = "option.economy.out")
    private @Nullable Path out;

    @SuppressWarnings(
            "UnusedVariable") // Chosen before the command line is parsed, as the parser speaks that language too.
    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "option.lang")
    private @Nullable String lang;

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
                default -> throw new TypeConversionException(Texts.of("economy.no-start", PolicyFault.quote(name)));
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
                WholeFile.write(out, text -> QuarterTable.write(economy, table, text));
            }
            return 0;
        } catch (PolicyFault refusal) {
            report(refusal);
            return REFUSED;
        }
    }

    private void print(Economy economy, PolicyTable table) {
        PrintWriter writer = spec().commandLine().getOut();
        try {
            QuarterTable.write(economy, table, writer);
        } catch (IOException e) {
            throw cut();
        }
        // By default the writer ends in System.out, which keeps a full disk or a closed pipe to itself.
        if (writer.checkError() || System.out.checkError()) {
            throw cut();
        }
    }

    private static PolicyFault cut() {
        return new PolicyFault(Code.OUTPUT_FAILED, Texts.of("economy.cut"), Texts.of("economy.next.out-file"));
    }

    private void requireApart(Path target) {
        try {
            if (Files.exists(target) && Files.isSameFile(target, policy)) {
                throw new PolicyFault(
                        Code.OUTPUT_IS_INPUT, Texts.of("economy.out-is-policy", policy), Texts.of("economy.next.out"));
            }
        } catch (IOException e) {
            throw new PolicyFault(
                    Code.OUTPUT_FAILED, Texts.of("economy.cannot-look", target), Texts.of("economy.next.out"));
        }
    }

    private void report(PolicyFault refusal) {
        PrintWriter err = spec().commandLine().getErr();
        err.print(Texts.of("fault.head", refusal.code()) + refusal.getMessage() + "\n");
        err.print("  " + Texts.of("fault.unchanged") + (out == null ? Texts.of("economy.unchanged") : out) + "\n");
        err.print("  " + Texts.of("fault.next") + refusal.next() + "\n");
        err.flush();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("run by picocli only");
        }
        return spec;
    }
}
