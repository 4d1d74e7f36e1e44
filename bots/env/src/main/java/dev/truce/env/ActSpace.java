package dev.truce.env;

import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All actions of one side, as numbers: one part for each of its instruments, one for what it does about treaty and offers, one for each
 * clause of an offer, one for its decision on an accusation. In each, 0 does nothing. The investigation of section 301 and the tariff that
 * rests on it are one part, since a pause forbids the tariff: so each part has choices that are legal whatever the others say.
 */
public final class ActSpace {
    /** Choices of the part for treaty and offers; those of a length from that of one round. */
    static final int SIGN = 1;

    static final int REFUSE = 2;
    static final int RENEW = 3;
    static final int RENEW_PUBLICLY = RENEW + Terms.MAX_ROUNDS;
    static final int OFFER = RENEW_PUBLICLY + Terms.MAX_ROUNDS;
    static final int OFFER_PUBLICLY = OFFER + Terms.MAX_ROUNDS;
    static final int WITHDRAW = OFFER_PUBLICLY + Terms.MAX_ROUNDS;
    static final int NOTICE = WITHDRAW + 1;
    private static final int DEALS = NOTICE + 1;

    private final Side side;
    private final Layers layers;
    private final List<Instrument> instruments;
    /** What clauses can be on: the instruments of both sides. */
    private final List<Instrument> clauses;

    private final List<ActPart> parts;
    private final int deal;
    private final int bounds;
    private final int judgement;
    private final int maskSize;
    /** Terms that stand for all offers of a package, which are judged alike but for their length. */
    private final Terms.Package offered;

    private final int investigations;

    /** Makes the actions of a side in a scenario. */
    public ActSpace(Rules rules, Side side) {
        this.side = side;
        this.layers = rules.layers();
        this.clauses = rules.scenario().instruments().all();
        this.instruments = rules.scenario().instruments().of(side);
        List<ActPart> all = new ArrayList<>();
        int at = 0;
        int joint = 1;
        for (Instrument instrument : instruments) {
            int choices = joint * (rules.scenario().spec(instrument).ladder().size() + 1);
            if (instrument == Instrument.US_SECTION301_INVESTIGATION) {
                joint = choices;
                continue;
            }
            String name = joint == 1
                    ? instrument.qualifiedWord()
                    : Instrument.US_SECTION301_INVESTIGATION.qualifiedWord() + "+" + instrument.qualifiedWord();
            at = add(all, name, choices, at);
            joint = 1;
        }
        this.investigations = rules.scenario()
                        .spec(Instrument.US_SECTION301_INVESTIGATION)
                        .ladder()
                        .size()
                + 1;
        this.deal = all.size();
        at = add(all, "deal", DEALS, at);
        this.bounds = all.size();
        for (Instrument instrument : clauses) {
            at = add(
                    all,
                    "bound." + instrument.qualifiedWord(),
                    rules.scenario().spec(instrument).ladder().size() + 1,
                    at);
        }
        this.judgement = all.size();
        at = add(all, "judge", AccusationChoice.values().length, at);
        this.parts = List.copyOf(all);
        this.maskSize = at;
        this.offered = offered(rules);
    }

    private static int add(List<ActPart> all, String name, int size, int at) {
        all.add(new ActPart(name, size, at));
        return at + size;
    }

    /** Returns a package that lies on top of the truce if one can: it is bound to fewer rounds. */
    private static Terms.Package offered(Rules rules) {
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (rules.layers().isDeeper(spec.instrument(), spec.deepest())) {
                return new Terms.Package(List.of(new Pledge(spec.instrument(), spec.deepest())), 1, false);
            }
        }
        Instrument any = rules.scenario().instruments().all().get(0);
        return new Terms.Package(List.of(new Pledge(any, 0)), 1, false);
    }

    /** The parts of an action, in order. */
    public List<ActPart> parts() {
        return parts;
    }

    /** How many choices there are in all parts together. */
    public int maskSize() {
        return maskSize;
    }

    /**
     * Says which choices are legal for the side in the open round, whatever it and the other side choose elsewhere.
     *
     * @param mask takes 1 for a legal choice and 0 for another, for all parts in order, from its beginning
     */
    public void mask(LabMatch match, byte[] mask) {
        Arrays.fill(mask, 0, maskSize, (byte) 0);
        for (ActPart part : parts) {
            mask[part.at()] = 1;
        }
        if (match.over()) {
            return;
        }
        levels(match, mask);
        deals(match, mask, parts.get(deal).at());
        for (int i = bounds; i < judgement; i++) {
            ActPart part = parts.get(i);
            Arrays.fill(mask, part.at(), part.at() + part.size(), (byte) 1);
        }
        Instrument accused = match.seen(side).accusedOn(side.other());
        if (accused != null) {
            for (AccusationChoice choice : AccusationChoice.values()) {
                mask[parts.get(judgement).at() + choice.ordinal()] =
                        bit(choice == AccusationChoice.REST || may(match, new Deed.Judge(accused, choice)));
            }
        }
    }

    private void levels(LabMatch match, byte[] mask) {
        List<LegalLevels> legal = match.seen(side).legal();
        int part = 0;
        for (int i = 0; i < legal.size(); i++) {
            if (legal.get(i).instrument() == Instrument.US_SECTION301_INVESTIGATION) {
                joint(
                        match,
                        legal.get(i),
                        legal.get(i + 1),
                        mask,
                        parts.get(part).at());
                i++;
            } else {
                for (int level : legal.get(i).legal()) {
                    mask[parts.get(part).at() + 1 + level] = 1;
                }
            }
            part++;
        }
    }

    private void joint(LabMatch match, LegalLevels investigation, LegalLevels tariff, byte[] mask, int at) {
        int[] levels = new int[Instrument.COUNT];
        for (int first = 0; first <= investigation.legal().size(); first++) {
            int ordered = first == 0 ? Orders.NONE : investigation.legal().get(first - 1);
            for (int second = 0; second <= tariff.legal().size(); second++) {
                int taxed = second == 0 ? Orders.NONE : tariff.legal().get(second - 1);
                Arrays.fill(levels, Orders.NONE);
                levels[investigation.instrument().ordinal()] = ordered;
                levels[tariff.instrument().ordinal()] = taxed;
                boolean simple = taxed <= 0;
                mask[at + ordered + 1 + investigations * (taxed + 1)] =
                        bit(simple || match.mayOrder(side, Orders.ofLevels(levels)));
            }
        }
    }

    private void deals(LabMatch match, byte[] mask, int at) {
        Offer offer = theirs(match);
        if (offer != null) {
            mask[at + SIGN] = bit(may(match, new Deed.Accept(offer.id(), offer.hash())));
            mask[at + REFUSE] = bit(may(match, new Deed.Refuse(offer.id())));
        }
        for (boolean publicly : new boolean[] {false, true}) {
            int renewals = at + (publicly ? RENEW_PUBLICLY : RENEW);
            int offers = at + (publicly ? OFFER_PUBLICLY : OFFER);
            Terms renewal = new Terms.Renewal(1, publicly);
            Terms terms = offered.published(publicly);
            fill(mask, renewals, may(match, new Deed.MakeOffer(renewal, null)) ? layers.mostRounds(renewal) : 0);
            fill(mask, offers, may(match, new Deed.MakeOffer(terms, null)) ? layers.mostRounds(terms) : 0);
        }
        mask[at + WITHDRAW] = bit(own(match) != null);
        mask[at + NOTICE] = bit(may(match, new Deed.GiveNotice(true)));
    }

    private static void fill(byte[] mask, int at, int count) {
        Arrays.fill(mask, at, at + count, (byte) 1);
    }

    private boolean may(LabMatch match, Deed deed) {
        return match.refusal(side, deed) == null;
    }

    private static byte bit(boolean set) {
        return (byte) (set ? 1 : 0);
    }

    /** Returns the open offer of the other side, or null. A side has at most one when a round opens: it makes one a round, open until the next ends. */
    @Nullable
    Offer theirs(LabMatch match) {
        return open(match, side.other());
    }

    /** Returns the open offer of the side, or null. */
    @Nullable
    Offer own(LabMatch match) {
        return open(match, side);
    }

    private static @Nullable Offer open(LabMatch match, Side maker) {
        List<Offer> all = match.offers().offers();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).isOpen() && all.get(i).maker() == maker) {
                return all.get(i);
            }
        }
        return null;
    }

    /** Returns the orders of an action. */
    Orders orders(byte[] act) {
        int[] levels = new int[Instrument.COUNT];
        Arrays.fill(levels, Orders.NONE);
        int part = 0;
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.get(i);
            if (instrument == Instrument.US_SECTION301_INVESTIGATION) {
                levels[instrument.ordinal()] = act[part] % investigations - 1;
                i++;
                levels[instruments.get(i).ordinal()] = act[part] / investigations - 1;
            } else {
                levels[instrument.ordinal()] = act[part] - 1;
            }
            part++;
        }
        return Orders.ofLevels(levels);
    }

    /** Returns the choice of an action about treaty and offers. */
    int deal(byte[] act) {
        return act[deal];
    }

    /** Returns the decision of an action on an accusation. */
    AccusationChoice judgement(byte[] act) {
        return AccusationChoice.values()[act[judgement]];
    }

    /**
     * Returns the terms that an action offers, or null if it names no clause. What only prolongs the truce where agreements lie on top of it is
     * never published.
     *
     * @param rounds for so many rounds
     */
    @Nullable
    Terms terms(byte[] act, int rounds, boolean publicly) {
        List<Pledge> pledges = new ArrayList<>();
        for (int i = bounds; i < judgement; i++) {
            if (act[i] > 0) {
                pledges.add(new Pledge(clauses.get(i - bounds), act[i] - 1));
            }
        }
        if (pledges.isEmpty()) {
            return null;
        }
        Terms.Package terms = new Terms.Package(pledges, rounds, publicly);
        return layers.exist() && !layers.isAgreement(terms, true) ? terms.published(false) : terms;
    }
}
