package dev.truce.web.screen;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.RecordTalk;
import dev.truce.story.page.Page;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.story.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The screen of a record: it is played again, compared with what it says, and walked round by round. */
public final class RecordScreen implements PageView {
    private static final int MAX_NAME = 40;
    /** The longest text that somebody said is shorter. */
    static final int MAX_WORDS = 500;

    private final List<String> bots;
    private final Debriefing debriefing;
    private final Scenario scenario;
    private final RecordReplay replay;
    private final Reasons reasons;
    private final Proceedings heard;
    private final Optional<Notice.MatchOver> over;
    private final BlockWriter writer = new BlockWriter();
    private final EndPart told = new EndPart();
    private int round;
    private boolean isDebriefed;

    /**
     * Plays a record again. One that differs from what the rules make of it can be walked as far as it can be played.
     *
     * @param bots against which a person may play on
     * @param debriefing what is told of the whole
     */
    public RecordScreen(RecordReading.Read read, List<String> bots, Debriefing debriefing) {
        this.debriefing = debriefing;
        this.bots = List.copyOf(bots);
        Rules rules = Rules.of(read.scenario());
        scenario = read.scenario();
        replay = RecordReplay.of(read.match(), rules);
        reasons = Reasons.of(rules);
        reasons.follow(replay.views());
        heard = RecordTalk.of(replay, rules);
        over = RecordTalk.end(replay, rules);
        round = Math.min(1, replay.views().size());
    }

    /** Says why a text is no record. */
    public static String unreadable(Phrases phrases, RecordFault fault) {
        return phrases.of("web.record.unreadable", fault.line(), RefusalWords.of(phrases, fault.why()));
    }

    @Override
    public @Nullable Map<String, Object> answer(String word, String rest, Phrases phrases) {
        switch (word) {
            case "round" -> show(Integer.parseInt(rest));
            case "debrief" -> isDebriefed = true;
            default -> {
                return PageView.super.answer(word, rest, phrases);
            }
        }
        return null;
    }

    /** Goes to a round; beyond the ends it stays at the nearest. */
    void show(int wanted) {
        round = Math.max(
                Math.min(1, replay.views().size()),
                Math.min(wanted, replay.views().size()));
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        Wording wording = new Wording(scenario, phrases, text -> SafeText.uncomposed(text, MAX_WORDS));
        MatchRecord match = replay.match();
        Map<String, Object> screen = new LinkedHashMap<>();
        screen.put("kind", "record");
        screen.put("title", wording.of(scenario.titles()));
        screen.put(
                "seats",
                phrases.of(
                        "web.record.seats",
                        name(match.recordTitle().usName()),
                        name(match.recordTitle().cnName())));
        screen.put("good", replay.verification() instanceof Verification.Verified);
        screen.put("verdict", verdict(phrases));
        over.filter(end -> !replay.views().isEmpty())
                .ifPresent(end -> screen.put("told", told.of(end, replay.views(), null, wording)));
        screen.put("round", round);
        screen.put("rounds", replay.views().size());
        screen.put("labels", labels(phrases));
        if (round > 0) {
            RoundView view = replay.views().get(round - 1);
            RoundView before = round > 1 ? replay.views().get(round - 2) : null;
            screen.put(
                    "round_text",
                    phrases.of("web.round", round, scenario.calendar().quarter(round)));
            RoundTopic topic = new RoundTopic(wording, match.knownRounds(view.round()), reasons, List.of());
            Page page = topic.page(view, before, heard.round(round));
            screen.put("blocks", RevealPart.told(view, before, heard.round(round), null, wording));
            screen.put("folded", writer.blocks(page));
        }
        if (round > 0 && canBranch(replay)) {
            screen.put("branch", branch(phrases));
        }
        if (over.isPresent() && debriefing != Debriefing.NONE) {
            screen.put("debrief", isDebriefed ? debriefing.blocks(replay, Rules.of(scenario), wording) : List.of());
        }
        over.ifPresent(end -> screen.put(
                "end", writer.blocks(new FinalTopic(wording, reasons).page(end, replay.views(), heard.ledger()))));
        return screen;
    }

    /** Returns whether a person can play on from a record here: it verifies, and two heads alone played it. */
    public static boolean canBranch(RecordReplay replay) {
        return replay.verification() instanceof Verification.Verified
                && replay.match().delegations().isEmpty();
    }

    /** Returns what one may choose who plays on from the round that is shown. */
    private Map<String, Object> branch(Phrases phrases) {
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("head", phrases.of("web.branch", round));
        branch.put("about", phrases.of("web.branch.about"));
        branch.put("side", phrases.of("web.side"));
        branch.put("sides", StartScreen.sides(phrases));
        branch.put("bot", phrases.of("web.bot"));
        branch.put("bots", bots);
        branch.put("play", phrases.of("web.branch.play"));
        return branch;
    }

    private String verdict(Phrases phrases) {
        if (replay.verification() instanceof Verification.Verified verified) {
            RecordSignature signature = replay.match().signature();
            return String.join(
                    " ",
                    phrases.of("web.record.verified", verified.rounds(), verified.chain()),
                    signature == null ? phrases.of("vouched.NOBODY") : phrases.of("vouched.page", signature.key()),
                    phrases.of("vouched.not"));
        }
        Verification.Differs differs = (Verification.Differs) replay.verification();
        Refusal why = differs.why();
        if (why != null) {
            return phrases.of("web.record.cannot", differs.round(), differs.what(), RefusalWords.of(phrases, why));
        }
        return phrases.of("web.record.differs", differs.round(), differs.what(), differs.found(), differs.expected());
    }

    private static String name(String anybodys) {
        return SafeText.uncomposed(anybodys, MAX_NAME);
    }

    private Map<String, Object> labels(Phrases phrases) {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("round", phrases.of("web.record.round"));
        labels.put("earlier", phrases.of("web.record.earlier"));
        labels.put("later", phrases.of("web.record.later"));
        labels.put("share", phrases.of("web.record.share"));
        labels.put("shared", phrases.of("web.record.shared"));
        labels.put("in_address", phrases.of("web.record.in-address"));
        labels.put("too_long", phrases.of("web.record.too-long"));
        labels.put("home", phrases.of("web.record.home"));
        labels.put("end", phrases.of("web.end"));
        labels.put("debrief", phrases.of("web.record.debrief"));
        labels.putAll(Map.of(
                "table", phrases.of("web.table"),
                "all", phrases.of("web.reveal.all"),
                "look", phrases.of("web.record.look"),
                "verified", phrases.of("web.record.agrees", replay.views().size())));
        return labels;
    }

    /** What a page tells of a whole record beside its rounds; a program that is to be light has none. */
    @FunctionalInterface
    public interface Debriefing {
        /** Tells nothing. */
        Debriefing NONE = (replay, rules, wording) -> List.of();

        List<Object> blocks(RecordReplay replay, Rules rules, Wording wording);
    }
}
