package dev.truce.cli.tournament;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.NearWord;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.result.Reckoning;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.row.ComparisonRow;
import dev.truce.tournament.row.FixtureRow;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            RunCard card = ResultFaults.whole(folder);
            known(card, first);
            known(card, second);
            List<String> lines = new ArrayList<>();
            Reckoning reckoning = Reckoning.of(folder, card.names(), card.settings());
            lines.addAll(lines(
                    ComparisonRow.TABLE.shown(reckoning.comparisons()),
                    "values",
                    "difference",
                    "compare.field",
                    "compare.unmet"));
            lines.addAll(lines(
                    FixtureRow.TABLE.shown(reckoning.fixtures()), "pairs", "lead", "compare.own", "compare.unmet.own"));
            settings.printer(false).lines(lines);
            if (card.played() < card.planned()) {
                settings.printer(false).notes(TextWidth.wrap("", Texts.of("compare.early")));
            }
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    private static void known(RunCard card, String bot) throws FaultException {
        if (!card.names().contains(bot)) {
            throw FaultException.usage(UsageFault.of(
                            "UNKNOWN_BOT",
                            Texts.of("refused.bot.unknown", bot, Texts.list(card.names())),
                            Texts.of("fault.unchanged.files"),
                            NearWord.one(bot, card.names()).orElse(card.names().get(0)))
                    .about("A B", String.join(" ", card.names())));
        }
    }

    private List<String> lines(List<TableRow> rows, String values, String difference, String what, String none) {
        for (TableRow row : rows) {
            boolean straight = row.is("first", first) && row.is("second", second);
            boolean reverse = row.is("first", second) && row.is("second", first);
            if ((straight || reverse) && row.has(difference)) {
                return sentences(row, values, difference, what, straight ? 1 : -1);
            }
        }
        return TextWidth.wrap("", Texts.of(none, first, second));
    }

    private List<String> sentences(TableRow row, String values, String difference, String what, int sign) {
        List<String> lines = new ArrayList<>();
        String verdict = row.text("verdict");
        lines.addAll(
                TextWidth.wrap("", Texts.of(what, first, sign * row.number(difference), second, row.text(values))));
        if (verdict.equals("too-few") || verdict.equals("no-place")) {
            lines.addAll(
                    TextWidth.wrap("  ", Texts.of(verdict.equals("too-few") ? "compare.few" : "compare.no-place")));
            return lines;
        }
        double low = sign > 0 ? row.number("low") : -row.number("high");
        double high = sign > 0 ? row.number("high") : -row.number("low");
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "compare.interval",
                        low,
                        high,
                        row.text("basis"),
                        row.level("level"),
                        row.level("level_holm"))));
        lines.addAll(TextWidth.wrap(
                "", Texts.of(verdict.equals("not-separable") ? "compare.level" : "compare.apart", first, second)));
        return lines;
    }
}
