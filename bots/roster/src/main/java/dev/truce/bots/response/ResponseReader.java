package dev.truce.bots.response;

import dev.truce.bots.Roster;
import dev.truce.bots.bargain.StepTaste;
import dev.truce.bots.policy.Policy;
import dev.truce.bots.policy.PolicyException;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text form of a response: its own lines here, all others as those of a policy, so that lines keep their numbers. */
final class ResponseReader {
    private static final String POLICY = "truce-policy 1";
    private static final Pattern PLAYS = Pattern.compile("plays as ([a-z][a-z0-9-]{0,31})"
            + "(?: accept ([0-9](?:\\.[0-9]{1,4})?) margin (-?[0-9](?:\\.[0-9]{1,4})?)"
            + " fairness ([0-9](?:\\.[0-9]{1,4})?) eve ([0-9]))?");
    private static final Pattern CHEATS = Pattern.compile("cheats by ([a-z-]{1,32})");
    private static final Pattern SPAN =
            Pattern.compile("from ([0-9]{1,2}) to ([0-9]{1,2}) ([a-z]+(?: nothing| everything)?)"
                    + "(?: ([A-Z0-9.]{1,20}) ([0-9]{1,2}))?");

    private final String text;
    private BySide<Ground> grounds = new BySide<>(Ground.USUAL, Ground.USUAL);
    private int number;

    ResponseReader(String text) {
        this.text = text;
    }

    Response read() throws PolicyException {
        if (!text.startsWith(Response.FIRST_LINE + "\n")) {
            return new Response(grounds, Policy.read(text));
        }
        StringBuilder rest = new StringBuilder(POLICY);
        boolean rules = false;
        for (String written : text.substring(text.indexOf('\n') + 1).split("\n", -1)) {
            number++;
            String line = written.strip();
            rules |= line.startsWith("seat ");
            rest.append('\n');
            if (!rules && line.startsWith(Side.US.word() + " ")) {
                take(Side.US, line.substring(Side.US.word().length() + 1));
            } else if (!rules && line.startsWith(Side.CN.word() + " ")) {
                take(Side.CN, line.substring(Side.CN.word().length() + 1));
            } else {
                rest.append(line);
            }
        }
        return new Response(grounds, Policy.read(rest.toString()));
    }

    private void take(Side side, String line) throws PolicyException {
        Ground ground = grounds.of(side);
        Matcher plays = PLAYS.matcher(line);
        Matcher cheats = CHEATS.matcher(line);
        Matcher span = SPAN.matcher(line);
        if (plays.matches()) {
            ground = plays(ground, plays);
        } else if (cheats.matches()) {
            ground = ground.cheating(cheat(cheats.group(1)));
        } else if (span.matches()) {
            List<Span> more = new ArrayList<>(ground.spans());
            if (more.size() == Ground.MAX_SPANS) {
                throw refused("spans", Ground.MAX_SPANS);
            }
            more.add(span(side, span));
            ground = ground.with(more);
        } else {
            throw refused("line", shown(line));
        }
        grounds = grounds.with(side, ground);
    }

    private Ground plays(Ground ground, Matcher parts) throws PolicyException {
        String bot = parts.group(1);
        if (Roster.find(Roster.quick(), bot).isEmpty()) {
            throw refused("bot", shown(bot), String.join(" ", names()));
        }
        if (parts.group(2) == null) {
            return new Ground(bot, null, ground.cheat(), ground.spans());
        }
        int eve = Integer.parseInt(parts.group(5));
        if (!bot.equals(Ground.STEP) || eve > Terms.MAX_ROUNDS) {
            throw refused("found", shown(bot + " eve " + eve), Ground.STEP + " eve 0.." + Terms.MAX_ROUNDS);
        }
        return ground.tasting(new StepTaste(
                Double.parseDouble(parts.group(2)),
                Double.parseDouble(parts.group(3)),
                Double.parseDouble(parts.group(4)),
                eve));
    }

    private static List<String> names() {
        return Roster.quick().stream().map(bot -> bot.name()).toList();
    }

    private Cheat cheat(String written) throws PolicyException {
        for (Cheat cheat : Cheat.values()) {
            if (cheat.word().equals(written)) {
                return cheat;
            }
        }
        throw refused(
                "cheat",
                shown(written),
                Arrays.stream(Cheat.values()).map(Cheat::word).collect(Collectors.joining(" ")));
    }

    private Span span(Side side, Matcher parts) throws PolicyException {
        int from = Integer.parseInt(parts.group(1));
        int to = Integer.parseInt(parts.group(2));
        if (from < 1 || to < from || to > Limits.MAX_ROUNDS) {
            throw refused("rounds", from, to, Limits.MAX_ROUNDS);
        }
        for (Span.Kind kind : Span.Kind.values()) {
            boolean orders = kind == Span.Kind.ORDER;
            if (kind.words().equals(parts.group(3)) && orders == (parts.group(4) != null)) {
                return orders ? order(side, from, to, parts) : Span.talk(from, to, kind);
            }
        }
        throw refused("line", shown(parts.group(3)));
    }

    /** A file is read before its scenario is known; what a scenario leaves out is never legal there. */
    private Span order(Side side, int from, int to, Matcher parts) throws PolicyException {
        List<Instrument> own = Arrays.stream(Instrument.values())
                .filter(each -> each.holder() == side && Span.isFree(each))
                .toList();
        Optional<Instrument> named = own.stream()
                .filter(each -> each.qualifiedWord().equals(parts.group(4)))
                .findFirst();
        if (named.isEmpty()) {
            throw refused(
                    "instrument",
                    shown(parts.group(4)),
                    own.stream().map(Instrument::qualifiedWord).collect(Collectors.joining(" ")));
        }
        return Span.order(from, to, named.get(), Integer.parseInt(parts.group(5)));
    }

    private static String shown(String written) {
        String part = written.length() <= 60 ? written : written.substring(0, 60) + "...";
        return "'" + part.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    private PolicyException refused(String sentence, Object... named) {
        return new PolicyException(number + 1, sentence, named);
    }
}
