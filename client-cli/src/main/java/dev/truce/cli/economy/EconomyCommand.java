package dev.truce.cli.economy;

import dev.truce.cli.economy.PolicyFault.Code;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code truce economy}: the bare economy of a scenario over a table of policies, without politics, chance or treaties; or its validation
 * table.
 *
 * <p>Nothing is computed or written before the whole table has been checked. Exit code 0, 1 when the table or the output is
 * refused or a row of the validation table is out of its range, 2 for wrong usage.
 */
@Command(name = "economy", mixinStandardHelpOptions = true)
public final class EconomyCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--policy", paramLabel = "FILE.csv", descriptionKey = "option.economy.policy")
    private @Nullable Path policy;

    @Option(names = "--validate", descriptionKey = "option.economy.validate")
    private boolean validate;

    @Option(names = "--json", descriptionKey = "option.economy.json")
    private boolean json;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(
            names = "--start",
            paramLabel = "scenario|2024",
            defaultValue = "scenario",
            converter = StartConverter.class,
            descriptionKey = "option.economy.start")
    private Start start = Start.SCENARIO;

    @Option(names = "--out", paramLabel = "FILE.csv", descriptionKey = "option.economy.out")
    private @Nullable Path out;

    @SuppressWarnings(
            "UnusedVariable") // Chosen before the command line is parsed, as the parser speaks that language too.
    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "option.lang")
    private @Nullable String lang;

    /** Where the economy starts. */
    enum Start {
        /** Where a match of the scenario starts. */
        SCENARIO,
        /** 2024 at rest. */
        FRESH_2024;

        EconomyState state(Scenario scenario) {
            return switch (this) {
                case SCENARIO -> Rules.of(scenario).startEconomy();
                case FRESH_2024 -> EconomyState.fresh2024(scenario.economy());
            };
        }
    }

    /** Reads the name of a start. */
    static final class StartConverter implements ITypeConverter<Start> {
        @Override
        public Start convert(String name) throws WrongValue {
            return switch (name) {
                // The second is the name that the start of the usual scenario had before others could be chosen.
                case "scenario", "busan" -> Start.SCENARIO;
                case "2024" -> Start.FRESH_2024;
                default ->
                    throw new WrongValue(
                            ExitCodes.USAGE,
                            place -> UsageFault.unstarted(
                                            "WRONG_USAGE",
                                            Texts.of("economy.no-start", PolicyFault.quote(name)),
                                            place.before() + "scenario")
                                    .about(place.field(), "scenario, 2024"));
            };
        }
    }

    /**
     * Runs the command.
     *
     * @return the exit code
     */
    @Override
    public Integer call() throws FaultException {
        Path table = policy;
        if (table == null ? !validate : validate || json) {
            throw FaultException.usage(UsageFault.unstarted(
                    "WRONG_USAGE",
                    Texts.of(table == null ? "economy.what" : "economy.table-alone"),
                    spec().qualifiedName() + " --help"));
        }
        return table == null ? validate() : run(table);
    }

    private int run(Path policies) {
        try {
            PolicyTable table = PolicyTableReader.read(policies);
            Scenario chosen = scenario.scenario();
            Economy economy = new Economy(chosen.economy());
            economy.load(start.state(chosen));
            if (out == null) {
                print(text -> QuarterTable.write(chosen, economy, table, text));
            } else {
                requireApart(policies, out);
                WholeFile.write(out, text -> QuarterTable.write(chosen, economy, table, text));
            }
            return 0;
        } catch (PolicyFault refusal) {
            report(refusal);
            return REFUSED;
        }
    }

    private int validate() {
        Scenario chosen = scenario.scenario();
        ValidationText table = new ValidationText(chosen, Validation.of(chosen.economy()));
        try {
            WholeFile.Content content = json ? text -> text.append(table.json()).append('\n') : table::write;
            if (out == null) {
                print(content);
            } else {
                WholeFile.write(out, content);
            }
        } catch (PolicyFault refusal) {
            report(refusal);
            return REFUSED;
        }
        return table.isGood() ? 0 : REFUSED;
    }

    private void print(WholeFile.Content content) {
        PrintWriter writer = spec().commandLine().getOut();
        try {
            content.writeTo(writer);
        } catch (IOException e) {
            throw cut();
        }
        writer.flush();
        // By default the writer ends in System.out, which keeps a full disk or a closed pipe to itself.
        if (writer.checkError() || System.out.checkError()) {
            throw cut();
        }
    }

    private static PolicyFault cut() {
        return new PolicyFault(Code.OUTPUT_FAILED, Texts.of("economy.cut"), Texts.of("economy.next.out-file"));
    }

    private static void requireApart(Path policies, Path target) {
        try {
            if (Files.exists(target) && Files.isSameFile(target, policies)) {
                throw new PolicyFault(
                        Code.OUTPUT_IS_INPUT,
                        Texts.of("economy.out-is-policy", policies),
                        Texts.of("economy.next.out"));
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
