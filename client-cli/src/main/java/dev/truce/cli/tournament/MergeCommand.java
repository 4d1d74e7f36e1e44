package dev.truce.cli.tournament;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.PlayedParts;
import dev.truce.tournament.result.Provenance;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.result.TournamentSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code truce tournament merge PART... --out DIR}: makes one tournament of parts that were played apart. */
@Command(name = "merge")
final class MergeCommand implements Callable<Integer> {
    @ParentCommand
    private TournamentCommand tournament = new TournamentCommand();

    @Parameters(paramLabel = "PART", arity = "1..*", descriptionKey = "param.tournament.parts")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "option.tournament.out")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws FaultException, InterruptedException {
        try {
            Map<Integer, Path> parts = new TreeMap<>();
            RunCard first = ResultFaults.finished(folders.get(0));
            for (Path folder : folders) {
                RunCard card = ResultFaults.finished(folder);
                TournamentPart part = card.settings().part();
                if (part.isWhole()) {
                    throw unfit("whole", folder);
                }
                String other = difference(first, card);
                if (!other.isEmpty()) {
                    throw unfit("other-" + other, folder, folders.get(0));
                }
                Path before = parts.put(part.number(), folder);
                if (before != null) {
                    throw unfit("twice", folder, before, part);
                }
            }
            int of = first.settings().part().of();
            for (int number = 1; number <= of; number++) {
                if (!parts.containsKey(number)) {
                    throw unfit("absent", new TournamentPart(number, of));
                }
            }
            return merge(first, new ArrayList<>(parts.values()));
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(out, broken);
        }
    }

    /** Returns what two parts do not share, or nothing. */
    private static String difference(RunCard first, RunCard other) {
        if (first.settings().part().of() != other.settings().part().of()) {
            return "count";
        } else if (!first.settings().whole().equals(other.settings().whole())) {
            return "settings";
        } else if (!first.bots().equals(other.bots())) {
            return "bots";
        } else if (!first.rulesStamp().equals(other.rulesStamp())) {
            return "rules";
        }
        return first.program().version().equals(other.program().version()) ? "" : "program";
    }

    private int merge(RunCard first, List<Path> parts)
            throws FaultException, IOException, ResultException, InterruptedException {
        TournamentSettings whole = first.settings().whole();
        tournament.requireUnused(out);
        Path own = parts.get(0).resolve(TournamentSettings.OWN_SCENARIO);
        TournamentSetup setup = SetupReader.played(whole, own).named(first.names());
        SetupReader.columnFiles(whole);
        Files.createDirectories(out);
        if (Files.exists(own)) {
            Files.copy(own, out.resolve(TournamentSettings.OWN_SCENARIO));
        }
        RunCard card = new RunCard(
                whole,
                first.bots(),
                first.rulesStamp(),
                first.program(),
                Provenance.machine(),
                spec.commandLine().getParseResult().originalArgs(),
                parts.size(),
                RunCard.MERGE,
                RunCard.State.RUNNING,
                whole.plan().pairsInAll(),
                0,
                0,
                TournamentCommand.now(),
                "");
        return tournament.play(out, setup, card, new PlayedParts(whole, first.names(), parts), List::of);
    }

    private static FaultException unfit(String why, Object... named) {
        return FaultException.usage(UsageFault.of(
                        "PARTS_UNFIT",
                        Texts.of("fault.tournament.parts." + why, named),
                        Texts.of("fault.unchanged.files"),
                        Texts.of("fault.tournament.parts.next"))
                .about("PART", ""));
    }
}
