package dev.truce.bots.policy;

import dev.truce.bots.policy.Maxim.Condition;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Stance;
import dev.truce.engine.chance.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the rules of a policy by chance, one at a time. */
final class Variation {
    /** An optimiser writes fewer rules than a file may have. */
    private static final int MAX_RULES = 30;

    private static final int MAX_NEW_CONDITIONS = 3;
    private static final int MAX_CONDITIONS = 4;
    /** Moves worth trying as they are: the named postures, and what strategies do in deep agreements. */
    private static final List<Posture> KNOWN = known();

    /** Of so many changes, so many add a rule, drop one, change conditions, and put one elsewhere; the rest change a move. */
    private static final int KINDS = 20;

    private static final int ADDS = 6;
    private static final int DROPS = 2;
    private static final int ASKS = 5;
    private static final int MOVES = 1;
    /** Parts of a move that change one at a time: four gears, and then these. */
    private static final int EXTRA = 4;

    private static final int OFFER = 5;
    private static final int ACCEPT = 6;
    private static final int GENES = 7;
    /** One more where there are accusations. */
    private static final int JUDGEMENT = GENES;

    private static final int TWICE = 3;

    private final SplitMix64 random;
    private final boolean accusations;

    /**
     * @param accusations whether there are accusations on which a side decides; without them the same numbers give the same rules as before there
     *     were any
     */
    Variation(SplitMix64 random, boolean accusations) {
        this.random = random;
        this.accusations = accusations;
    }

    /** Returns rules of which one is another, or two. */
    List<Maxim> of(List<Maxim> rules) {
        List<Maxim> changed = new ArrayList<>(rules);
        change(changed);
        if (random.nextInt(TWICE) == 0) {
            change(changed);
        }
        return changed;
    }

    private void change(List<Maxim> rules) {
        int kind = random.nextInt(KINDS);
        if (rules.isEmpty() || kind < ADDS) {
            if (rules.size() < MAX_RULES) {
                rules.add(random.nextInt(rules.size() + 1), fresh());
            }
            return;
        }
        int place = random.nextInt(rules.size());
        Maxim rule = rules.get(place);
        if (kind < ADDS + DROPS) {
            rules.remove(place);
        } else if (kind < ADDS + DROPS + ASKS) {
            rules.set(place, new Maxim(asking(rule.when()), rule.then()));
        } else if (kind < ADDS + DROPS + ASKS + MOVES) {
            rules.remove(place);
            rules.add(random.nextInt(rules.size() + 1), rule);
        } else {
            rules.set(place, new Maxim(rule.when(), moving(rule.then())));
        }
    }

    private Maxim fresh() {
        List<Condition> when = new ArrayList<>();
        int conditions = 1 + random.nextInt(MAX_NEW_CONDITIONS);
        for (int i = 0; i < conditions; i++) {
            when.add(condition());
        }
        return new Maxim(when, random.nextInt(KINDS) == 0 ? null : freshMove());
    }

    private Condition condition() {
        Feature feature = Feature.drawn(random, accusations);
        return new Condition(feature, random.nextInt(2) == 0, feature.line(random.nextInt(feature.lines())));
    }

    /** Asks one thing more or less, or draws a line elsewhere. */
    private List<Condition> asking(List<Condition> when) {
        List<Condition> changed = new ArrayList<>(when);
        int kind = random.nextInt(4);
        if (changed.isEmpty() || (kind == 0 && changed.size() < MAX_CONDITIONS)) {
            changed.add(condition());
            return changed;
        }
        int place = random.nextInt(changed.size());
        if (kind == 1 && changed.size() > 1) {
            changed.remove(place);
        } else if (kind == 2) {
            changed.set(place, condition());
        } else {
            Condition old = changed.get(place);
            Feature feature = old.feature();
            changed.set(place, new Condition(feature, old.atLeast(), feature.line(random.nextInt(feature.lines()))));
        }
        return changed;
    }

    private Move freshMove() {
        Posture posture = random.nextInt(3) > 0 ? KNOWN.get(random.nextInt(KNOWN.size())) : freshPosture();
        int offer = random.nextInt(Move.OFFERS + 1) % Move.OFFERS;
        offer = offer == 0 ? Stance.THE_DEEP_SET : offer;
        Extra[] extras = Extra.values();
        Extra extra = extras[random.nextInt(extras.length)];
        return new Move(posture, extra, offer, Stance.THE_DEEP_SET, Judgement.BY_ODDS);
    }

    private Posture freshPosture() {
        return new Posture(
                random.nextInt(Posture.TARIFFS),
                random.nextInt(Posture.CHOKES),
                random.nextInt(Posture.COMPLIANCES),
                random.nextInt(Posture.PORTS));
    }

    private @Nullable Move moving(@Nullable Move old) {
        if (old == null || random.nextInt(KINDS) == 0) {
            return freshMove();
        }
        Posture posture = old.posture();
        int gene = random.nextInt(accusations ? GENES + 1 : GENES);
        Posture moved = switch (gene) {
            case 0 ->
                new Posture(random.nextInt(Posture.TARIFFS), posture.choke(), posture.compliance(), posture.port());
            case 1 ->
                new Posture(posture.tariff(), random.nextInt(Posture.CHOKES), posture.compliance(), posture.port());
            case 2 ->
                new Posture(posture.tariff(), posture.choke(), random.nextInt(Posture.COMPLIANCES), posture.port());
            case 3 ->
                new Posture(posture.tariff(), posture.choke(), posture.compliance(), random.nextInt(Posture.PORTS));
            default -> posture;
        };
        return new Move(
                moved,
                gene == EXTRA ? Extra.values()[random.nextInt(Extra.values().length)] : old.extra(),
                gene == OFFER ? random.nextInt(Move.OFFERS) : old.offer(),
                gene == ACCEPT ? random.nextInt(Move.OFFERS) : old.accept(),
                gene == JUDGEMENT ? Judgement.values()[random.nextInt(Judgement.values().length)] : old.judgement());
    }

    private static List<Posture> known() {
        List<Posture> known = new ArrayList<>(Posture.NAMED);
        known.add(new Posture(0, 0, 2, 0));
        known.add(new Posture(0, 0, 1, 0));
        known.add(new Posture(0, 0, 0, 0));
        known.add(new Posture(1, 0, 2, 0));
        known.add(new Posture(2, 1, 0, 0));
        return known;
    }
}
