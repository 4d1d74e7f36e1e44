package dev.truce.web.bridge;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.words.Phrases;
import dev.truce.web.screen.BranchScreen;
import dev.truce.web.screen.KeptMatch;
import dev.truce.web.screen.PageView;
import dev.truce.web.screen.RecordScreen;
import dev.truce.web.screen.RecordScreen.Debriefing;
import dev.truce.web.screen.SeatScreen;
import dev.truce.web.screen.StartScreen;
import dev.truce.web.solo.SoloMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Open what needs no server: the first screen, a match against a bot, a record. */
final class SoloOpeners {
    /** A match may have this name of its person in its record, since the page knows none. */
    private static final String PERSON = "person";

    private final PageBots bots;

    /** Openers of matches against some bots. */
    SoloOpeners(PageBots bots) {
        this.bots = bots;
    }

    /** Openers of matches against all that answer at once. The one that thinks is a sixth of a first visit, so it comes when somebody chooses it. */
    static SoloOpeners quick() {
        return new SoloOpeners(new PageBots(Roster.quick(), List.of("search")));
    }

    /** All openers by the word of their request. */
    Map<String, Opener> byWord() {
        return Map.of(
                "start", rest -> start(phrases -> "", KeptMatch.read(rest)),
                "play", rest -> play(rest.split(" ", -1)),
                "record", rest -> record(rest, Debriefing.NONE),
                "branch", rest -> branch(rest.split(" ", 4)));
    }

    /** The first screen. */
    PageView start() {
        return start(phrases -> "");
    }

    private PageView start(Function<Phrases, String> said) {
        return start(said, List.of());
    }

    private PageView start(Function<Phrases, String> said, List<KeptMatch> kept) {
        Map<String, Titles> shelf = new LinkedHashMap<>();
        Shelf.ids().forEach(id -> shelf.put(id, Shelf.titles(id)));
        return new StartScreen(shelf, bots.names(), bots.later(), said, kept);
    }

    /** Starts a match against a bot: scenario, side, bot, seed; the first screen says if the first or third is not there. */
    private PageView play(String[] words) {
        Scenario scenario = Shelf.make(words[0]);
        BotFactory bot = bots.find(words[2]);
        if (scenario == null || bot == null) {
            return start(phrases -> phrases.of("web.bad-set-up", words[0], words[2]));
        }
        Rules rules = Rules.of(scenario);
        MatchSetup setup = rules.setup(Long.parseLong(words[3]));
        return new SeatScreen(new SoloMatch(rules, setup, Side.valueOf(words[1]), PERSON, bot));
    }

    /** Opens the text of a record, or the first screen, which says why it is none. */
    PageView record(String text, Debriefing debriefing) {
        RecordReading reading = RecordReader.read(text, SoloOpeners::nearest);
        if (reading instanceof RecordReading.Read read) {
            return new RecordScreen(read, bots.names(), debriefing);
        }
        RecordFault fault = ((RecordReading.Unreadable) reading).fault();
        return start(phrases -> RecordScreen.unreadable(phrases, fault));
    }

    /**
     * Takes a record up in the middle, against a bot: the round, the person's side, the bot, the record's text.
     *
     * @throws IllegalArgumentException if it cannot be taken up so; the screen of the record offers what can
     */
    private PageView branch(String[] words) {
        RecordReading reading = RecordReader.read(words[3], SoloOpeners::nearest);
        if (!(reading instanceof RecordReading.Read read)) {
            throw new IllegalArgumentException("no record");
        }
        Rules rules = Rules.of(read.scenario());
        RecordReplay was = RecordReplay.of(read.match(), rules);
        int round = Integer.parseInt(words[0]);
        if (!RecordScreen.canBranch(was) || round < 1 || round > was.views().size()) {
            throw new IllegalArgumentException("no branch in round " + round);
        }
        BotFactory bot = bots.find(words[2]);
        if (bot == null) {
            throw new IllegalArgumentException("no bot " + words[2]);
        }
        SoloMatch match = SoloMatch.branch(rules, read.match(), round, Side.valueOf(words[1]), PERSON, bot);
        return new BranchScreen(was, round, match);
    }

    /** What a record was played by, or what has that id today. */
    private static Optional<Scenario> nearest(RulesStamp named) {
        return Optional.ofNullable(Shelf.nearest(named.scenario(), named.scenarioHash()));
    }

    /**
     * Makes a scenario of the shelf.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Scenario scenario(String id) {
        Scenario scenario = Shelf.make(id);
        if (scenario == null) {
            throw new IllegalArgumentException("no scenario " + id);
        }
        return scenario;
    }
}
