package dev.truce.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.bot.line.ServedBot;
import dev.truce.bot.line.answer.AnswerReader;
import dev.truce.bot.line.env.EnvServer;
import dev.truce.bot.line.json.ObservationJson;
import dev.truce.bot.line.json.ObservationReader;
import dev.truce.bot.line.json.ObservationReader.SeenAndHeard;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.SteppedMatch;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Observation;
import dev.truce.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What bots of others and the program say to each other on lines. */
final class LineTargets {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final ObservationJson WRITER = new ObservationJson(RULES.scenario(), true);
    private static final ObservationReader READER = new ObservationReader(RULES.scenario());
    private static final Terms RENEWAL = new Terms.Renewal(4, false);
    private static final Talks TALKS = new Talks(
            RENEWAL,
            List.of(
                    new Offer(new OfferId(Side.US, 1), RENEWAL, 1, 2, null, OfferStatus.OPEN),
                    new Offer(new OfferId(Side.CN, 1), RENEWAL, 1, 2, null, OfferStatus.OPEN)),
            List.of());
    private static final Observation SEEN = seen().get(2);

    private static final List<String> JSON_WORDS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "-1",
            "1e999",
            "9223372036854775808",
            "\\u0000",
            "US.PORT",
            "0.5");

    private LineTargets() {}

    static List<Target> all() {
        String position = "position round 1 " + WRITER.write(seen().get(0), Talks.NONE);
        String match = "newmatch scenario busan-2025 hash " + RULES.scenario().hash() + " role US seed 7";
        return List.of(
                Target.ofTexts(
                        "observations",
                        30,
                        seen().stream().map(seen -> WRITER.write(seen, TALKS)).toList(),
                        JSON_WORDS,
                        LineTargets::observation),
                Target.ofTexts(
                        "served-bots",
                        2,
                        List.of(String.join(
                                "\n",
                                "twi",
                                "isready",
                                match,
                                position,
                                "go offers 1 steps 1000",
                                position,
                                "go round 1 steps 1000",
                                "endmatch",
                                "quit",
                                "")),
                        List.of(
                                "\n",
                                "go round 1",
                                "go offers 99999999999",
                                "newmatch ",
                                "role CN",
                                "steps -1",
                                "position round "),
                        LineTargets::served),
                Target.ofTexts(
                        "environments",
                        2,
                        List.of(
                                "{\"do\":\"reset\",\"seed\":7}\n{\"do\":\"step\",\"actions\":{\"US\":\"PORT=80\",\"CN\":\"HOLD\"}}\n",
                                "{\"do\":\"reset\",\"seed\":7}\n{\"do\":\"step\",\"actions\":{\"US\":\"offer renew 4; warn\",\"CN\":\"SOY=8; NOTICE\"}}\n"
                                        + "{\"do\":\"step\",\"actions\":{\"US\":\"HOLD\",\"CN\":\"ACCEPT US-1\"}}\n"),
                        JSON_WORDS,
                        LineTargets::environment),
                Target.ofTexts(
                        "bots-answers",
                        30,
                        List.of(
                                "COUNTER CN-1 {RENEW; for 2}; WITHDRAW US-1; REJECT CN-1; WARN",
                                "ACCEPT CN-1; NOTICE; PORT=80; FENT=5",
                                "OFFER {US.FENT<=5; CN.SOY>=8; until r5}; SAY all \"why\""),
                        List.of("; ", "{", "}", "CN-1", "US-1", "ACCEPT ", "HOLD", "S301=paused", "S301T=10", "\""),
                        LineTargets::answer));
    }

    /** What the US sees at the beginning of the first rounds, and of one that has a history. */
    private static List<Observation> seen() {
        SteppedMatch match = new InProcessMatch(RULES).step(RULES.setup(4));
        List<Observation> seen = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            seen.add(match.seen(Side.US));
            match.step(Decision.HOLD, Decision.HOLD);
        }
        return seen;
    }

    private static Target.Outcome observation(String text) {
        SeenAndHeard heard;
        try {
            heard = READER.read(text);
        } catch (IllegalArgumentException refused) {
            return Target.Outcome.REFUSED;
        }
        assertThat(heard.observation()).isNotNull();
        return Target.Outcome.ACCEPTED;
    }

    private static Target.Outcome served(String lines) throws IOException {
        String answers =
                run((in, out) -> ServedBot.run(Roster.find("tft").orElseThrow(), FileTargets::shelf, in, out), lines);
        assertThat(answers.lines()).allMatch(line -> line.codePoints().noneMatch(c -> c < ' '));
        return Target.accepted(answers.contains("orders 1 "));
    }

    private static Target.Outcome environment(String lines) throws IOException {
        String answers = run((in, out) -> EnvServer.run(RULES.scenario(), 3, in, out), lines);
        assertThat(answers).endsWith("\n");
        return Target.accepted(answers.lines().skip(1).anyMatch(line -> line.startsWith("{\"over\"")));
    }

    private interface Program {
        void run(ByteArrayInputStream in, PrintStream out) throws IOException;
    }

    private static String run(Program program, String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        program.run(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Target.Outcome answer(String items) {
        List<String> complaints = new ArrayList<>();
        AnswerReader reader = new AnswerReader(Side.US, RULES.scenario(), SEEN, TALKS, complaints::add);
        reader.offers(items);
        Decision decision = reader.decision(items, AcceptanceRule.NEVER);
        assertThat(decision.orders().list()).allMatch(SEEN::isLegal);
        assertThat(complaints).allMatch(text -> text.codePoints().noneMatch(TypedTargets::isDangerous));
        return Target.accepted(complaints.isEmpty());
    }
}
