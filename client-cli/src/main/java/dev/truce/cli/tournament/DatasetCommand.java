package dev.truce.cli.tournament;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.dataset.DataSet;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.table.Decimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce dataset FILE.yaml --out DIR}: plays what a file says and makes a data set of it that others can check and make again. */
@Command(name = "dataset")
public final class DatasetCommand implements Callable<Integer> {
    private static final double MEGA = 1e6;

    @Mixin
    private final Settings settings = new Settings();

    @Parameters(paramLabel = "FILE.yaml", descriptionKey = "param.dataset")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "option.tournament.out")
    private Path out = Path.of("");

    @Option(
            names = "--sample",
            paramLabel = "N",
            descriptionKey = "option.dataset.sample",
            defaultValue = "10",
            converter = WholeNumber.Sample.class)
    private int sample;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            descriptionKey = "option.tournament.concurrency",
            converter = WholeNumber.Threads.class)
    private @Nullable Integer concurrency;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        DataSetFile read = DataSetFile.read(file);
        try {
            int exit = play(read);
            if (exit != ExitCodes.OK) {
                return exit;
            }
            RunCard card = ResultFaults.whole(out);
            DataSet made = DataSet.write(out, card, read.about(), read.text(), sample);
            settings.printer(false)
                    .lines(TextWidth.wrap(
                            "",
                            Texts.of(
                                    "dataset.made",
                                    read.about().name(),
                                    2L * card.played(),
                                    made.files(),
                                    Decimals.of(made.bytes() / MEGA, 1),
                                    out)));
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(out, broken);
        }
    }

    /** Plays what is not played yet. */
    private int play(DataSetFile read) throws FaultException, IOException, ResultException, InterruptedException {
        List<String> words = new ArrayList<>(read.words());
        if (Files.exists(out.resolve(RunCard.FILE))) {
            RunCard card = ResultFaults.card(out);
            if (!card.settings().equals(TournamentCommand.settings(words))) {
                throw FaultException.usage(UsageFault.of(
                                "FOLDER_IN_USE",
                                Texts.of("fault.dataset.other", out),
                                Texts.of("fault.unchanged.files"),
                                "--out " + out + "-2")
                        .about("--out", ""));
            } else if (card.state() == RunCard.State.FINISHED) {
                return ExitCodes.OK;
            }
            words = new ArrayList<>(List.of("--resume", out.toString()));
        } else {
            words.addAll(List.of("--out", out.toString()));
        }
        if (concurrency != null) {
            words.addAll(List.of("--concurrency", concurrency.toString()));
        }
        return TournamentCommand.quietly(words);
    }
}
