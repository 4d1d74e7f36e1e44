package dev.truce.web.screen;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Refusals;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.topic.AccusationTopic;
import dev.truce.story.topic.OwnTextTopic;
import dev.truce.story.typed.TypedLine;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import dev.truce.web.seat.PageSeat;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is done at a seat of the page, and what was said of it last. */
final class PageDeeds {
    private static final int UNKNOWN = -1;

    @SuppressWarnings("UnnecessaryLambda") // A value among others of its kind, which is set at four places.
    private static final Function<Phrases, String> NOTHING = phrases -> "";

    private final PageSeat seat;
    private final ChosenOrders chosen = new ChosenOrders();
    private Function<Phrases, String> said = NOTHING;
    /** Orders about which it was said that they are not sealed. */
    private Orders warned = Orders.HOLD;
    /** The last round that was told, or had closed before anything was shown here. */
    private int told = UNKNOWN;

    private final DealTable table = new DealTable();

    /** Nothing is done yet. */
    PageDeeds(PageSeat seat) {
        this.seat = seat;
    }

    /** Does what a request says; returns whether there is such a request. */
    boolean does(String word, String rest) {
        board();
        switch (word) {
            case "seal" -> seal();
            case "on" -> goesOn();
            case "refuse" -> does(new Deed.Refuse(OfferId.parse(rest)), "deal.refused");
            case "withdraw" -> does(new Deed.Withdraw(OfferId.parse(rest)), "deal.withdrawn");
            case "deal" -> begins(rest);
            case "leave" -> table.clear();
            case "give" -> gives(rest.split(" ", 2));
            case "lasts" -> table.lasts(Integer.parseInt(rest), board().scenario());
            case "announce" -> table.announce(rest.equals("yes"));
            case "spare" -> spares();
            case "propose" -> proposes();
            case "undo" -> does(new Deed.Undo(), "web.undone");
            case "ready" -> ready();
            case "accept" -> accept(OfferId.parse(rest));
            case "type" -> types(rest, this::typed);
            case "ask" -> calls(rest);
            case "say" -> says(rest.split(" ", 2));
            case "draft" -> drafts();
            case "vote" -> votes(rest.split(" ", 2));
            case "adopt" -> adopt(Integer.parseInt(rest));
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns what the seat knows; what was chosen and said in an earlier round is forgotten. What an earlier visit of the page has
     * sealed counts as chosen, since the next seal replaces it.
     */
    SeatBoard board() {
        SeatBoard board = seat.board();
        int round = board.openRound();
        told = told == UNKNOWN ? closed() : told;
        if (chosen.at(round)) {
            said = phrases -> phrases.of("web.closed", round - 1);
            table.clear();
            warned = Orders.HOLD;
        }
        Orders sealed = seat.sealed();
        if (sealed != null && chosen.takes(sealed)) {
            said = NOTHING;
        }
        return board;
    }

    /** Returns whether the round that has closed last is to be told first; its end has been heard. */
    boolean reveals() {
        SeatBoard board = seat.board();
        return closed() > told && (board.over() != null || board.openRound() > closed());
    }

    private void goesOn() {
        told = closed();
        said = NOTHING;
    }

    /** The last round that has closed, 0 in the first. */
    private int closed() {
        RoundView last = seat.board().last();
        return last == null ? 0 : last.round();
    }

    /** The terms that are put together. */
    DealTable table() {
        return table;
    }

    /** Puts the terms of an offer on the table, or those that bind. */
    private void begins(String offer) {
        Observation now = board().observation();
        Offer barring = board().proceedings().barring(board().side(), board().openRound());
        if (barring != null) {
            said = phrases -> Offers.barred(board(), barring, phrases);
        } else if (now != null) {
            Offer answered = offer.isEmpty() ? null : board().proceedings().find(OfferId.parse(offer));
            table.begin(board().scenario(), now, answered);
            said = NOTHING;
        }
    }

    /** Moves a clause: the word of its lever, by how many steps its holder gives more. */
    private void gives(String[] words) {
        table.step(
                board().scenario().instruments().find(words[0], board().side()).orElseThrow(),
                Integer.parseInt(words[1]),
                board());
    }

    private void spares() {
        Observation now = board().observation();
        if (now != null) {
            table.spare(board().side(), now, board());
        }
    }

    /** Proposes the terms on the table, as if they were typed. */
    private void proposes() {
        Terms terms = table.terms();
        types(table.line(board()), terms == null ? this::typed : deed -> proposes(deed, terms));
    }

    private void proposes(Deed deed, Terms terms) {
        Consumer<@Nullable Refusal> answered = answered(phrases -> sent(terms, phrases));
        asks(deed, refusal -> {
            if (refusal == null) {
                table.clear();
            }
            answered.accept(refusal);
        });
    }

    /** The orders that are not sealed yet. */
    ChosenOrders chosen() {
        return chosen;
    }

    /** Returns what was said of the last deed, or an empty text. */
    String said(Phrases phrases) {
        return said.apply(phrases);
    }

    /** Chooses a level for an instrument, or none with a level below 0. */
    void choose(String word, int level) {
        chosen.choose(
                board().scenario().instruments().find(word, board().side()).orElseThrow(), level);
        said = NOTHING;
    }

    /** Seals the chosen orders; where only the head orders, puts them before him. */
    private void seal() {
        if (board().delegates().advises()) {
            drafts();
        } else {
            chosen.decide();
            does(AskedOrders.submit(chosen.orders()), "web.sealed");
        }
    }

    /** Says something: the channel, the words. */
    private void says(String[] words) {
        Channel channel = Channel.valueOf(words[0]);
        String text = SafeText.uncomposed(words[1], Limits.MAX_TEXT_CHARACTERS + 1);
        does(
                new Deed.Say(channel, text, null),
                phrases -> phrases.of(
                        "talk.said",
                        new TalkWords(wording(phrases))
                                .scope(channel, seat.board().side()),
                        "\"" + text + "\""));
    }

    /** Says that the seat is done with the round; with chosen orders that are not sealed it is asked once more. */
    private void ready() {
        SeatBoard board = board();
        Orders orders = chosen.orders();
        if (orders.list().isEmpty()
                || isSealed()
                || orders.equals(warned)
                || board.delegates().advises()) {
            does(new Deed.Ready(true, board.offersHeard()), "web.ready.said");
        } else {
            warned = orders;
            int unsealed = orders.list().size();
            said = phrases -> phrases.of(
                    unsealed == 1 ? "web.unsealed.one" : "web.unsealed.many",
                    unsealed,
                    SeatLabels.ready(phrases, seat));
        }
    }

    /** Returns whether what is chosen is what is sealed, as far as that is known. */
    boolean isSealed() {
        Orders sealed = seat.sealed();
        return seat.board().submitted() && (sealed == null || sealed.equals(chosen.orders()));
    }

    /** Shows the delegation the chosen orders. */
    private void drafts() {
        Orders orders = chosen.orders();
        does(
                AskedOrders.draft(orders),
                phrases -> phrases.of("draft.sent", counsel(phrases).orders(orders)));
    }

    /** Votes on a draft: the number of its seat, yes or no. */
    private void votes(String[] words) {
        vote(new Deed.Vote(Integer.parseInt(words[0]), words[1].equals("yes")));
    }

    private void vote(Deed.Vote vote) {
        does(
                vote,
                phrases -> phrases.of(
                        vote.yes() ? "vote.yes" : "vote.no", counsel(phrases).named(vote.drafter())));
    }

    /** Takes a draft over into the chosen orders, as far as this seat may order them. */
    private void adopt(int drafter) {
        SeatBoard board = board();
        Orders drafted = board.delegates().drafts().getOrDefault(drafter, Orders.HOLD);
        said = NOTHING;
        for (Order order : drafted.list()) {
            if (board.delegates().mayOrder(order.instrument())) {
                chosen.choose(order.instrument(), order.level());
            } else {
                said = phrases -> phrases.of("adopt.part");
            }
        }
    }

    private CounselWords counsel(Phrases phrases) {
        return new CounselWords(board(), wording(phrases));
    }

    /** What others say is shown without anything that could reorder or hide a line. */
    Wording wording(Phrases phrases) {
        return new Wording(seat.rules().scenario(), phrases, text -> SafeText.uncomposed(text, RecordScreen.MAX_WORDS));
    }

    /** Calls the instructor. */
    private void calls(String text) {
        said = phrases -> phrases.of("web.room.sent");
        seat.calls(text, answered(phrases -> phrases.of("talk.asked", text)));
    }

    /** Accepts an open offer on the terms that are shown. */
    private void accept(OfferId id) {
        Offer offer = board().proceedings().find(id);
        if (offer != null && offer.isOpen()) {
            does(new Deed.Accept(id, TermsHash.of(offer.terms())), "web.accepted");
        } else {
            Refusal refusal =
                    offer == null ? Refusals.unknownOffer("offer", id) : Refusals.offerNotOpen("offer", offer);
            said = phrases -> RefusalWords.of(phrases, refusal);
        }
    }

    /** Does with what a person has typed what is given: a whole line or nothing. */
    private void types(String text, Consumer<Deed> does) {
        said = NOTHING;
        if (text.strip().equalsIgnoreCase("draft")) {
            drafts();
            return;
        }
        Reply<Deed> reading = new TypedLine(board()).read(text);
        if (reading instanceof Reply.Refused<Deed> refused) {
            said = phrases -> counsel(phrases).refused(refused.refusal());
        } else if (reading instanceof Reply.Done<Deed> done) {
            does.accept(done.value());
        }
    }

    /** Does what was typed; orders go to those that are not sealed yet. */
    private void typed(Deed deed) {
        if (deed instanceof Deed.Submit submit) {
            orders(AskedOrders.ordered(submit.orders()));
        } else if (deed instanceof Deed.Accept accept && accept.termsHash().isEmpty()) {
            accept(accept.offer());
        } else if (deed instanceof Deed.Vote vote) {
            vote(vote);
        } else if (deed instanceof Deed.Judge judge) {
            does(judge, phrases -> new AccusationTopic(wording(phrases), board().reasons()).decided(judge.choice()));
        } else if (deed instanceof Deed.Ready wish) {
            if (wish.ready()) {
                ready();
            } else {
                does(new Deed.Ready(false, board().offersHeard()), "web.done");
            }
        } else {
            does(deed, "web.done");
        }
    }

    /** Chooses what was typed, or nothing at all if it was to hold. */
    private void orders(Orders orders) {
        if (orders.isHold()) {
            chosen.clear();
            said = phrases -> chosen.size() == 0 ? phrases.of("web.hold") : "";
        }
        orders.list().forEach(order -> chosen.choose(order.instrument(), order.level()));
    }

    private void does(Deed deed, String key) {
        does(deed, phrases -> phrases.of(key));
    }

    private void does(Deed deed, Function<Phrases, String> done) {
        asks(deed, answered(done));
    }

    private void asks(Deed deed, Consumer<@Nullable Refusal> answered) {
        said = phrases -> phrases.of("web.room.sent");
        seat.does(deed, answered);
    }

    /** What is said of terms that were proposed; also why the capital still waits for a proposal, if it does. */
    private String sent(Terms terms, Phrases phrases) {
        String own = new OwnTextTopic(wording(phrases)).sentence(terms, board());
        return own.isEmpty() ? phrases.of("deal.sent") : phrases.of("deal.sent") + " " + own;
    }

    private Consumer<@Nullable Refusal> answered(Function<Phrases, String> done) {
        return refusal -> said = refusal == null ? done : phrases -> RefusalWords.of(phrases, refusal);
    }
}
