package dev.truce.cli.record;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Press;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.topic.NewsTopic;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce news FILE}: the news of a recorded match, as everybody could read them while it went on. */
@Command(name = "news")
public final class NewsCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioLookup shelf = new ScenarioLookup();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--round", paramLabel = "N", descriptionKey = "option.news.round")
    private @Nullable Integer only;

    @Parameters(paramLabel = "FILE", descriptionKey = "param.record")
    private Path file = Path.of("");

    @Override
    public Integer call() throws FaultException {
        RecordReplay replay = RecordFile.replay(file, shelf);
        RecordFile.requireRound(only, 0, replay, file, "truce news");
        Scenario scenario = shelf.find(replay.match().rulesStamp()).orElseThrow();
        Printer printer = settings.printer(json);
        print(printer, scenario, replay);
        return RecordFile.verdict(printer, file, replay);
    }

    private void print(Printer printer, Scenario scenario, RecordReplay replay) {
        Press press = Press.of(Rules.of(scenario));
        press.follow(replay.views());
        NewsTopic topic = new NewsTopic(scenario, Texts.phrases(), Bundles.all());
        int last = replay.views().size();
        for (int round = 0; round <= last; round++) {
            if (only != null && only != round) {
                continue;
            }
            Page page = topic.page(round, press.of(round, last));
            if (json) {
                printer.raw(new JsonPrinter().text(page));
            } else {
                printer.lines(new ColumnsPrinter().lines(page));
            }
        }
    }
}
