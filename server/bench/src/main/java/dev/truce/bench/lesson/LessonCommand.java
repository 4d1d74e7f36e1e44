package dev.truce.bench.lesson;

import dev.truce.bench.setting.BenchSettings;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench class}: the first minute of a lesson. */
@Command(
        name = "class",
        description =
                "Holds a class on a server that has held some before, and on a server that has just been started: all students"
                        + " load the page and join at once, and in each round all are done at the same moment.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LessonCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // The parser sets it.
    private CommandSpec spec;

    @Option(
            names = "--seats",
            paramLabel = "N",
            required = true,
            description = "students, two at a table, 2 to " + ClassSettings.MAX_SEATS)
    private int seats;

    @Option(names = "--bells", paramLabel = "N", defaultValue = "4", description = "rounds; default 4")
    private int bells;

    @Option(
            names = "--gap",
            paramLabel = "MS",
            defaultValue = "500",
            description = "milliseconds that students think before each bell; default 500")
    private int gap;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "4",
            description = "classes that are held before, 0 to " + ClassSettings.MAX_WARM_UPS + "; default 4")
    private int warmUps;

    @Option(
            names = "--age",
            paramLabel = "S",
            defaultValue = "10",
            description = "how many seconds after its start a fresh server has its first bell, 0 to "
                    + ClassSettings.MAX_AGE + "; default 10")
    private int age;

    @Option(names = "--no-page", description = "students join without loading the page")
    private boolean noPage;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many of them each browser opens for the page, 1 to " + ClassSettings.MAX_CONNECTIONS
                    + "; default 1")
    private int connections;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "where the servers listen; default: this machine only")
    private String host = InetAddress.getLoopbackAddress().getHostAddress();

    @Option(
            names = "--server-by",
            paramLabel = "COMMAND",
            split = " ",
            description = "words before the command of a server, such as 'ip netns exec NAME'")
    private List<String> before = List.of();

    @Option(names = "--json", description = "print one JSON object instead of the table")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        ClassSettings settings = BenchSettings.checked(
                spec, () -> new ClassSettings(seats, bells, gap, warmUps, age, !noPage, connections, host, before));
        ClassBenchmark.Result result = ClassBenchmark.run(settings, line -> System.err.println(line));
        System.out.println(json ? ClassReport.json(result) : ClassReport.text(result));
        return CommandLine.ExitCode.OK;
    }
}
