package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.TermsWords;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands that say something; each names its scope. */
final class Talking {

    private static final Pattern THREAT = Pattern.compile(
            "(?i)([a-z0-9_.]+)\\s*=\\s*(\\S+)\\s+by\\s+(?:round\\s+|r)?(\\d{1,3})(?:\\s+unless\\s+([^:]+?))?\\s*(?::\\s*(.*))?");
    private static final String EXAMPLE = "threaten PORT=80 by r%d unless %s";

    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final Submission submission;
    private final TalkWords words;

    Talking(Session session, SessionSetup seating, Board board, Submission submission) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.submission = submission;
        this.words = new TalkWords(Texts.wording(seating.scenario()));
    }

    /** Says a text on a channel. */
    void say(Channel channel, String text) {
        String said = text(text);
        if (said.isEmpty()) {
            String verb = switch (channel) {
                case DELEGATION -> "whisper";
                case OTHER_SIDE -> "tell";
                case PUBLIC -> "say";
            };
            session.fault(
                    fault("TEXT_MISSING", Texts.of("fault.text-missing", verb), verb + " " + Texts.of("say.example")));
            return;
        }
        send(channel, said, null);
    }

    void reassure(String text) {
        send(Channel.PUBLIC, text(text), new Statement.Reassure());
    }

    void warn(String text) {
        send(Channel.PUBLIC, text(text), new Statement.Warn());
    }

    void threaten(String text) {
        int round = board.openRound();
        String example = String.format(
                Locale.ROOT,
                EXAMPLE,
                round + 2,
                board.side() == dev.truce.engine.board.Side.US ? "SOY>=6.25" : "FENT<=10");
        Matcher threat =
                THREAT.matcher(OrderText.ascii(text).replace("\u2265", ">=").replace("\u2264", "<="));
        if (!threat.matches()) {
            session.fault(fault("THREAT_SYNTAX", Texts.of("fault.threat-syntax"), example));
            return;
        }
        OrderText.Reading order = new OrderText(board).read(threat.group(1) + "=" + threat.group(2), false);
        if (order instanceof OrderText.Reading.Wrong wrong) {
            session.fault(wrong.fault());
            return;
        }
        var threatened = ((OrderText.Reading.Of) order).orders().get(0);
        int by = Integer.parseInt(threat.group(3));
        if (by < round) {
            session.fault(fault("OUT_OF_RANGE", Texts.of("fault.threat-round", by, round), example)
                    .about("by", round + ".."));
            return;
        }
        Pledge unless = null;
        if (threat.group(4) != null) {
            TermsText.Part part = new TermsText(board).clause(threat.group(4).strip(), "threaten ... unless");
            if (part.fault() != null) {
                session.fault(part.fault());
                return;
            }
            unless = part.pledge();
            if (unless != null && unless.instrument().holder() == board.side()) {
                session.fault(ownClause(unless.instrument()));
                return;
            }
        }
        send(
                Channel.PUBLIC,
                text(threat.group(5) == null ? "" : threat.group(5)),
                new Statement.Threaten(threatened.instrument(), threatened.level(), by, unless));
    }

    private UsageFault ownClause(Instrument instrument) {
        Optional<Instrument> same =
                Instrument.find(instrument.word(), board.side().other());
        String next = same.map(other -> other.qualifiedWord()
                        + TermsWords.sign(other)
                        + seating.scenario()
                                .spec(other)
                                .rung(seating.scenario().spec(other).start())
                                .token())
                .orElse(board.side() == dev.truce.engine.board.Side.US ? "SOY>=6.25" : "FENT<=10");
        return fault("NOT_THEIR_INSTRUMENT", Texts.of("fault.threat-own", instrument.qualifiedWord()), "unless " + next)
                .about("unless", next);
    }

    private void send(Channel channel, String text, @Nullable Statement statement) {
        if (submission.isOver()) {
            return;
        }
        if (text.codePointCount(0, text.length()) > Limits.MAX_TEXT_CHARACTERS) {
            int length = text.codePointCount(0, text.length());
            session.fault(fault(
                    "BAD_TEXT",
                    Texts.of("fault.text-long", length, Limits.MAX_TEXT_CHARACTERS),
                    Texts.of("fault.next.shorter")));
            return;
        }
        session.request(seating.client().does(board.openRound(), new Deed.Say(channel, text, statement)), answer -> {
            if (answer instanceof Answer.Refused<Saved> refused) {
                submission.refused(refused.refusal());
            } else {
                String what = statement == null ? "\"" + text + "\"" : words.statement(board.side(), statement);
                session.say("talk.said", words.scope(channel, board.side()), what);
            }
        });
    }

    private static String text(String typed) {
        String text =
                SafeText.line(typed.strip(), Limits.MAX_TEXT_CHARACTERS + 1).strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static UsageFault fault(String code, String what, String next) {
        return UsageFault.of(code, what, Texts.of("fault.unchanged.nothing-sent"), next);
    }
}
