package dev.truce.cli.record;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.json.MatchLines;
import dev.truce.cli.option.Program;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.match.record.Annotations;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.RecordTalk;
import dev.truce.story.print.Json;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.WhyTopic;
import dev.truce.story.words.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce replay FILE}: shows a record round by round, both hands open. */
@Command(name = "replay")
public final class ReplayCommand implements Callable<Integer> {
    private static final int MAX_COMMENT = 400;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioLookup shelf = new ScenarioLookup();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--round", paramLabel = "N", descriptionKey = "option.round")
    private @Nullable Integer only;

    @Parameters(paramLabel = "FILE", descriptionKey = "param.record")
    private Path file = Path.of("");

    @Override
    public Integer call() throws FaultException {
        RecordReplay replay = RecordFile.replay(file, shelf);
        Printer printer = settings.printer(json);
        RecordFile.requireRound(only, 1, replay, file, "truce replay");
        Scenario scenario = shelf.find(replay.match().rulesStamp()).orElseThrow();
        if (json) {
            objects(printer, scenario, replay);
        } else {
            screens(printer, Texts.wording(scenario), replay);
        }
        return RecordFile.verdict(printer, file, replay);
    }

    private boolean wants(RoundView view) {
        return only == null || only == view.round();
    }

    private void objects(Printer printer, Scenario scenario, RecordReplay replay) {
        MatchLines lines = new MatchLines(scenario);
        Proceedings heard = RecordTalk.of(replay, Rules.of(scenario));
        Reasons published = Reasons.published(Rules.of(scenario));
        published.follow(replay.views());
        MatchRecord match = replay.match();
        Wording wording = Texts.wording(scenario);
        if (only == null) {
            printer.raw(Json.write(lines.match(
                    Program.version(),
                    match.setup().seed(),
                    match.knownRounds(0),
                    name(match.recordTitle().usName()),
                    name(match.recordTitle().cnName()))));
        }
        RoundView before = null;
        for (RoundView view : replay.views()) {
            if (wants(view)) {
                RoundTopic topic = topic(wording, match, view, published);
                printer.raw(new JsonPrinter().text(topic.page(view, before, heard.round(view.round()))));
            }
            before = view;
        }
        if (only == null) {
            RecordTalk.end(replay, Rules.of(scenario))
                    .ifPresent(over ->
                            printer.raw(Json.write(lines.end(over, replay.views(), heard.ledger(), file.toString()))));
        }
    }

    private void screens(Printer printer, Wording wording, RecordReplay replay) {
        MatchRecord match = replay.match();
        if (only == null) {
            printer.lines(TextWidth.wrap(
                    "",
                    Texts.of(
                            "replay.head",
                            name(match.recordTitle().usName()),
                            name(match.recordTitle().cnName()),
                            match.rulesStamp().scenario(),
                            match.rulesStamp().ruleset(),
                            match.setup().seed())));
        }
        Reasons reasons = Reasons.of(Rules.of(wording.scenario()));
        reasons.follow(replay.views());
        Proceedings heard = RecordTalk.of(replay, Rules.of(wording.scenario()));
        RoundView before = null;
        for (RoundView view : replay.views()) {
            if (wants(view)) {
                List<String> lines = new ArrayList<>();
                if (only == null) {
                    lines.add("");
                }
                RoundTopic topic = topic(wording, match, view, reasons);
                lines.addAll(settings.look().lines(topic.page(view, before, heard.round(view.round()))));
                lines.addAll(comments(match.rounds().get(view.round() - 1).annotations()));
                if (only != null) {
                    lines.addAll(causes(view, wording, reasons));
                    lines.add("");
                    new IndicatorTopic(Texts.phrases())
                            .page(
                                    reasons.markets(),
                                    view.round(),
                                    wording.scenario().calendar().quarter(view.round()))
                            .ifPresent(page -> lines.addAll(settings.look().lines(page)));
                }
                printer.lines(lines);
            }
            before = view;
        }
        if (only == null) {
            RecordTalk.end(replay, Rules.of(wording.scenario())).ifPresent(over -> {
                List<String> lines = new ArrayList<>(List.of(""));
                lines.addAll(settings.look()
                        .lines(new FinalTopic(wording, reasons).page(over, replay.views(), heard.ledger())));
                printer.lines(lines);
            });
        }
    }

    /** Returns the comments of a round, which may be anybody's, a line each. */
    private static List<String> comments(Annotations annotations) {
        List<String> lines = new ArrayList<>();
        for (String comment : Stream.concat(annotations.us().stream(), annotations.cn().stream())
                .toList()) {
            if (comment.startsWith("{")) {
                String words = SafeText.line(comment.substring(2, comment.length() - 2), MAX_COMMENT);
                lines.addAll(TextWidth.wrap("", Texts.of("replay.comment", words)));
            }
        }
        return lines;
    }

    /** Returns the true causes of both scores. */
    private List<String> causes(RoundView view, Wording wording, Reasons reasons) {
        List<String> lines = new ArrayList<>();
        for (ScoreCard card : view.scores()) {
            lines.add("");
            lines.add(Texts.of("why.whose", wording.side(card.side())));
            lines.addAll(settings.look().lines(new WhyTopic(wording, reasons).page(view.round(), card)));
        }
        return lines;
    }

    /** A record may come from anybody, so its names are as safe as text from the network. */
    private static String name(String name) {
        return SafeText.line(name, Wire.NAME_CHARACTERS);
    }

    /** A round as it was known then, since its host may have made another the last. */
    private static RoundTopic topic(Wording wording, MatchRecord match, RoundView view, Reasons reasons) {
        return new RoundTopic(wording, match.knownRounds(view.round()), reasons, Bundles.all());
    }
}
