package dev.truce.cli.branch;

import dev.truce.bots.Roster;
import dev.truce.cli.option.Program;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.record.RecordFile;
import dev.truce.cli.seat.Branching;
import dev.truce.cli.text.Texts;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.print.Look;
import dev.truce.tournament.branch.BranchReport;
import dev.truce.tournament.branch.BranchStudy;
import dev.truce.tournament.report.BranchTopic;
import dev.truce.tournament.run.StalledException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code truce branch} does, from the final report of a session: the other seat plays on as it was played. */
public final class SessionBranch implements Branching {
    /** A person waits for them. */
    private static final int FUTURES = 40;

    private static final String USUAL = "match";

    private final Scenario scenario;
    private final Look look;

    /**
     * @param scenario what was played
     * @param look how the report is drawn
     */
    public SessionBranch(Scenario scenario, Look look) {
        this.scenario = scenario;
        this.look = look;
    }

    @Override
    public List<String> bots() {
        return Roster.names();
    }

    @Override
    public String usual() {
        return USUAL;
    }

    @Override
    public int lastRound(String recordText) {
        return replay(recordText).map(BranchStudy::lastRound).orElse(0);
    }

    private Optional<RecordReplay> replay(String recordText) {
        return RecordFile.read(recordText, scenario).map(match -> RecordReplay.of(match, Rules.of(scenario)));
    }

    @Override
    public List<String> lines(String recordText, Side side, int round, String bot) throws InterruptedException {
        RecordReplay replay = replay(recordText).orElseThrow();
        MatchRecord match = replay.match();
        BranchSeats.Cast cast =
                BranchSeats.recorded(match, side, Roster.find(bot).orElseThrow());
        BranchStudy study = new BranchStudy(
                Rules.of(scenario),
                replay,
                cast.plan(round, FUTURES, match.setup().seedOfTable(), match, Limits.STEPS_A_ROUND));
        try {
            BranchReport report = study.run(WholeNumber.Threads.usual(), BranchCommand.PATIENCE, done -> {});
            BranchTopic topic = new BranchTopic(report, match, Texts.language());
            List<String> lines = new ArrayList<>(look.lines(topic.page(Program.version())));
            lines.addAll(look.lines(topic.warnings()));
            return lines;
        } catch (StalledException stalled) {
            return TextWidth.wrap(
                    "", Texts.of("fault.branch.stalled", stalled.pair(), BranchCommand.PATIENCE.toMinutes()));
        }
    }
}
