package dev.truce.match.record;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.negotiation.Act;
import dev.truce.match.notation.OrderReader;
import dev.truce.match.notation.OrderText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The written form of what a side did beside its orders, one line an act; both forms of a record have it. Reads exactly what it
 * wrote and refuses everything else.
 */
final class ActText {
    /** Stands for the clauses of a side that has none. */
    private static final String NOTHING = "nothing";

    private static final Pattern OFFERS =
            Pattern.compile("(US|CN) offers (\\S+?)(?: in answer to (\\S+))?: (\\d) rounds (private|communique) of"
                    + " (?:renewal|US (\\S.*) \\| CN (\\S.*))");

    private static final Pattern ANSWERS = Pattern.compile("(US|CN) (accepts|refuses|withdraws) (\\S+)");
    private static final Pattern LEAVES = Pattern.compile("(US|CN) gives notice");
    private static final Pattern SAYS = Pattern.compile("(US|CN)\\.(\\d) says (delegation|other_side|public)"
            + "(?: (reassure|warn|threaten (\\S+) by (\\d{1,2})(?: unless (\\S+))?))?:(?: (.*))?");

    private ActText() {}

    static String write(Act act, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        append(act, scenario, text);
        return text.toString();
    }

    /** Appends an act without an end of line. */
    static void append(Act act, Scenario scenario, StringBuilder text) {
        if (act instanceof Act.Drafts drafts) {
            text.append(DraftText.write(drafts, scenario));
            return;
        }
        text.append(act.side());
        if (act instanceof Act.Offers offers) {
            text.append(" offers ").append(offers.offer());
            if (offers.answers() != null) {
                text.append(" in answer to ").append(offers.answers());
            }
            terms(offers.terms(), scenario, text.append(": "));
        } else if (act instanceof Act.Accepts accepts) {
            text.append(" accepts ").append(accepts.offer());
        } else if (act instanceof Act.Refuses refuses) {
            text.append(" refuses ").append(refuses.offer());
        } else if (act instanceof Act.Withdraws withdraws) {
            text.append(" withdraws ").append(withdraws.offer());
        } else if (act instanceof Act.Says says) {
            text.append('.').append(says.seat()).append(" says ").append(word(says.channel()));
            text.append(statement(says.statement(), scenario)).append(':');
            text.append(says.text().isEmpty() ? "" : " ").append(says.text());
        } else {
            text.append(" gives notice");
        }
    }

    /**
     * Reads an act.
     *
     * @throws IllegalArgumentException if the text is no act, or is written in another way than {@link #write} does
     */
    static Act read(String text, Scenario scenario) {
        Act act = act(text, scenario);
        if (!write(act, scenario).equals(text)) {
            throw new IllegalArgumentException("a record writes this as '" + write(act, scenario) + "'");
        }
        return act;
    }

    private static Act act(String text, Scenario scenario) {
        Matcher offers = OFFERS.matcher(text);
        if (offers.matches()) {
            String answers = offers.group(3);
            return new Act.Offers(
                    OfferId.parse(offers.group(2)),
                    terms(offers, scenario),
                    answers == null ? null : OfferId.parse(answers));
        }
        Matcher answers = ANSWERS.matcher(text);
        if (answers.matches()) {
            Side side = Side.valueOf(answers.group(1));
            OfferId offer = OfferId.parse(answers.group(3));
            return switch (answers.group(2)) {
                case "accepts" -> new Act.Accepts(side, offer);
                case "refuses" -> new Act.Refuses(side, offer);
                default -> new Act.Withdraws(side, offer);
            };
        }
        Matcher leaves = LEAVES.matcher(text);
        if (leaves.matches()) {
            return new Act.Leaves(Side.valueOf(leaves.group(1)));
        }
        Matcher says = SAYS.matcher(text);
        if (says.matches()) {
            Side side = Side.valueOf(says.group(1));
            String words = says.group(8);
            return new Act.Says(
                    side,
                    Integer.parseInt(says.group(2)),
                    channel(says.group(3)),
                    words == null ? "" : words,
                    statement(says, side, scenario));
        }
        Act.Drafts drafts = DraftText.read(text, scenario);
        if (drafts != null) {
            return drafts;
        }
        throw new IllegalArgumentException("expected an act, like 'US accepts CN-1'");
    }

    private static void terms(Terms terms, Scenario scenario, StringBuilder text) {
        text.append(terms.rounds()).append(" rounds ").append(terms.communique() ? "communique" : "private");
        if (terms instanceof Terms.Package clauses) {
            clauses(clauses, Side.US, scenario, text.append(" of US "));
            clauses(clauses, Side.CN, scenario, text.append(" | CN "));
        } else {
            text.append(" of renewal");
        }
    }

    /** Appends the clauses of a side as orders are written; a package has them in instrument order. */
    private static void clauses(Terms.Package terms, Side side, Scenario scenario, StringBuilder text) {
        int start = text.length();
        for (Pledge pledge : terms.pledges()) {
            if (pledge.instrument().holder() == side) {
                text.append(text.length() == start ? "" : OrderText.BETWEEN);
                OrderText.append(pledge.instrument(), pledge.bound(), scenario, text);
            }
        }
        text.append(text.length() == start ? NOTHING : "");
    }

    private static Terms terms(Matcher offers, Scenario scenario) {
        int rounds = Integer.parseInt(offers.group(4));
        boolean communique = offers.group(5).equals("communique");
        if (offers.group(6) == null) {
            return new Terms.Renewal(rounds, communique);
        }
        List<Pledge> pledges = new ArrayList<>(pledges(offers.group(6), Side.US, scenario));
        pledges.addAll(pledges(offers.group(7), Side.CN, scenario));
        return new Terms.Package(pledges, rounds, communique);
    }

    private static List<Pledge> pledges(String text, Side side, Scenario scenario) {
        List<Pledge> pledges = new ArrayList<>();
        if (!text.equals(NOTHING)) {
            for (Order level : levels(text, side, scenario)) {
                pledges.add(new Pledge(level.instrument(), level.level()));
            }
        }
        return pledges;
    }

    /**
     * Reads orders of a side.
     *
     * @throws IllegalArgumentException if they are none
     */
    static List<Order> levels(String text, Side side, Scenario scenario) {
        OrderReader.Reading reading = OrderReader.read(text, side, scenario);
        if (reading instanceof OrderReader.Reading.Wrong wrong) {
            throw new IllegalArgumentException(wrong.code() + ": " + wrong.detail());
        }
        return ((OrderReader.Reading.Read) reading).orders().list();
    }

    private static String statement(@Nullable Statement statement, Scenario scenario) {
        if (statement == null) {
            return "";
        } else if (statement instanceof Statement.Threaten threat) {
            Pledge unless = threat.unless();
            return " threaten " + OrderText.of(new Order(threat.instrument(), threat.level()), scenario) + " by "
                    + threat.byRound()
                    + (unless == null
                            ? ""
                            : " unless " + OrderText.of(new Order(unless.instrument(), unless.bound()), scenario));
        }
        return statement instanceof Statement.Warn ? " warn" : " reassure";
    }

    private static @Nullable Statement statement(Matcher says, Side side, Scenario scenario) {
        String kind = says.group(4);
        if (kind == null) {
            return null;
        } else if (kind.equals("reassure")) {
            return new Statement.Reassure();
        } else if (kind.equals("warn")) {
            return new Statement.Warn();
        }
        Order deed = one(says.group(5), side, scenario);
        String unless = says.group(7);
        Order kept = unless == null ? null : one(unless, side.other(), scenario);
        return new Statement.Threaten(
                deed.instrument(),
                deed.level(),
                Integer.parseInt(says.group(6)),
                kept == null ? null : new Pledge(kept.instrument(), kept.level()));
    }

    private static Order one(String text, Side side, Scenario scenario) {
        List<Order> levels = levels(text, side, scenario);
        if (levels.size() != 1) {
            throw new IllegalArgumentException("expected one level, like PORT=80");
        }
        return levels.get(0);
    }

    private static String word(Channel channel) {
        return switch (channel) {
            case DELEGATION -> "delegation";
            case OTHER_SIDE -> "other_side";
            case PUBLIC -> "public";
        };
    }

    private static Channel channel(String word) {
        return switch (word) {
            case "delegation" -> Channel.DELEGATION;
            case "other_side" -> Channel.OTHER_SIDE;
            default -> Channel.PUBLIC;
        };
    }
}
