package dev.truce.cli.command;

import dev.truce.cli.text.Nearest;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.result.FinalTables;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultTable;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TableReader;
import dev.truce.tournament.stats.SignificanceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truce compare DIR A B}: whether a tournament can tell two bots apart, against the field and against each other. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "param.tournament")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "A", descriptionKey = "param.compare.first")
    private String first = "";

    @Parameters(index = "2", paramLabel = "B", descriptionKey = "param.compare.second")
    private String second = "";

    @Override
    public Integer call() throws FaultException {
        try {
            RunCard card = ResultFaults.finished(folder);
            known(card, first);
            known(card, second);
            List<String> lines = new ArrayList<>();
            lines.addAll(lines(FinalTables.COMPARISONS, "values", "difference", "compare.field", "compare.unmet"));
            lines.addAll(lines(FinalTables.CROSSTABLE, "pairs", "lead", "compare.own", "compare.unmet.own"));
            settings.printer(false).lines(lines);
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    private static void known(RunCard card, String bot) throws FaultException {
        if (!card.names().contains(bot)) {
            throw new FaultException(
                    UsageFault.of(
                                    "UNKNOWN_BOT",
                                    Texts.of("fault.bot", bot, String.join(", ", card.names())),
                                    Texts.of("fault.unchanged.files"),
                                    Nearest.to(bot, card.names())
                                            .orElse(card.names().get(0)))
                            .about("A B", String.join(" ", card.names())),
                    ExitCodes.USAGE,
                    null);
        }
    }

    private List<String> lines(ResultTable table, String values, String difference, String what, String none)
            throws IOException, ResultException {
        for (Map<String, String> row : TableReader.read(folder, table)) {
            boolean straight =
                    cell(row, "first").equals(first) && cell(row, "second").equals(second);
            boolean reverse =
                    cell(row, "first").equals(second) && cell(row, "second").equals(first);
            if ((straight || reverse) && !cell(row, difference).isEmpty()) {
                return sentences(row, values, difference, what, straight ? 1 : -1);
            }
        }
        return TextWidth.wrap("", Texts.of(none, first, second));
    }

    private List<String> sentences(Map<String, String> row, String values, String difference, String what, int sign) {
        List<String> lines = new ArrayList<>();
        String verdict = cell(row, "verdict");
        lines.addAll(
                TextWidth.wrap("", Texts.of(what, first, sign * number(row, difference), second, cell(row, values))));
        if (verdict.equals("too-few")) {
            lines.addAll(TextWidth.wrap("  ", Texts.of("compare.few")));
            return lines;
        }
        double low = sign > 0 ? number(row, "low") : -number(row, "high");
        double high = sign > 0 ? number(row, "high") : -number(row, "low");
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "compare.interval",
                        low,
                        high,
                        cell(row, "basis"),
                        SignificanceText.of(number(row, "level")),
                        SignificanceText.of(number(row, "level_holm")))));
        lines.addAll(TextWidth.wrap(
                "", Texts.of(verdict.equals("not-separable") ? "compare.level" : "compare.apart", first, second)));
        return lines;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(cell(row, column));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell;
    }
}
