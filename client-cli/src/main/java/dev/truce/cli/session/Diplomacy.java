package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.Saved;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.page.Page;
import dev.truce.story.print.Screen;
import dev.truce.story.topic.PactsTopic;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.TermsWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The commands about agreements: offers and answers to them, notice to leave. */
final class Diplomacy {
    /** Digits of the hash of terms that a person types. */
    private static final int DIGITS = 4;

    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final DraftOrders draft;
    private final Submission submission;
    private final TryPreview trial;
    private final TermsTopic topic;
    private final TermsWords words;
    private final Wording wording;

    Diplomacy(
            Session session,
            SessionSetup seating,
            Board board,
            DraftOrders draft,
            Submission submission,
            TryPreview trial) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.submission = submission;
        this.trial = trial;
        this.wording = Texts.wording(seating.scenario());
        this.topic = new TermsTopic(wording);
        this.words = new TermsWords(wording);
    }

    private Observation observation() {
        return Objects.requireNonNull(board.observation(), "the session deals only once a round is open");
    }

    private Proceedings heard() {
        return board.proceedings();
    }

    void offer(String text) {
        if (submission.isOver()) {
            return;
        }
        Terms terms = read(text, "offer");
        if (terms != null) {
            send(terms, null);
        }
    }

    void counter(String text) {
        if (submission.isOver()) {
            return;
        }
        Offer offer = find(text, OfferName.Whose.THEIRS, "counter");
        if (offer == null) {
            return;
        }
        Terms terms = read(rest(text, "counter"), "counter " + offer.id());
        if (terms != null) {
            send(terms, offer.id());
        }
    }

    private void send(Terms terms, @Nullable OfferId answers) {
        int round = observation().openRound();
        OfferId id = heard().next(board.side());
        ask(seating.client().does(round, new Deed.MakeOffer(terms, answers)), () -> {
            session.offered(id.number());
            session.say("offer.sent", id, board.side().other(), words.unbroken(terms), digits(terms));
            if (answers != null) {
                session.say("offer.sent.answers", answers);
            }
            session.say("offer.sent.next", id);
        });
    }

    void accept(String text) {
        if (submission.isOver()) {
            return;
        }
        Offer offer = find(text, OfferName.Whose.THEIRS, "accept");
        if (offer == null) {
            return;
        }
        session.show(exactly(offer));
        session.show(told(topic.consequences(offer.terms(), observation())));
        String expected = offer.id() + " " + digits(offer.terms());
        session.say("offer.no-undo");
        session.say("session.confirm", expected);
        int round = observation().openRound();
        // What was shown is what is accepted: the hash of other terms is refused.
        String hash = offer.hash();
        session.confirm(
                expected,
                () -> ask(
                        seating.client().does(round, new Deed.Accept(offer.id(), hash)),
                        () -> session.say("offer.accepted", offer.id())));
    }

    void refuse(String text) {
        if (submission.isOver()) {
            return;
        }
        Offer offer = find(text, OfferName.Whose.THEIRS, "refuse");
        if (offer != null) {
            ask(
                    seating.client().does(observation().openRound(), new Deed.Refuse(offer.id())),
                    () -> session.say("offer.refused", offer.id()));
        }
    }

    void withdraw(String text) {
        if (submission.isOver()) {
            return;
        }
        Offer offer = find(text, OfferName.Whose.OWN, "withdraw");
        if (offer != null) {
            ask(
                    seating.client().does(observation().openRound(), new Deed.Withdraw(offer.id())),
                    () -> session.say("offer.withdrawn", offer.id()));
        }
    }

    void notice(String text) {
        if (submission.isOver()) {
            return;
        }
        int round = observation().openRound();
        boolean back = text.equalsIgnoreCase("back");
        if (!back && !text.isEmpty()) {
            session.fault(UsageFault.of(
                    "WRONG_USAGE",
                    Texts.of("fault.notice-words", LevelText.shown(text)),
                    Texts.of("fault.unchanged.nothing-sent"),
                    "notice back"));
        } else if (!back && !observation().treaty().bindsAny(round)) {
            session.fault(UsageFault.of(
                    "NO_TREATY",
                    Texts.of("fault.no-treaty.leave"),
                    Texts.of("fault.unchanged.nothing-sent"),
                    "offer truce 4"));
        } else if (back == !heard().leaves(board.side(), round)) {
            session.say(back ? "notice.none" : "notice.already");
        } else {
            ask(
                    seating.client().does(round, new Deed.GiveNotice(!back)),
                    () -> session.say(back ? "notice.back" : "notice.given", round));
        }
    }

    /** Returns what terms would lead to; sends nothing. */
    Inquiries.Reply tried(String verb, String text) {
        boolean mine = verb.equals("offer");
        if (mine) {
            TermsText.Reading reading = new TermsText(board).read(text, "try offer");
            return reading instanceof TermsText.Reading.Of of
                    ? Inquiries.Reply.of(preview(Texts.of("offer.try"), of.terms()))
                    : Inquiries.Reply.of(((TermsText.Reading.Wrong) reading).fault());
        }
        OfferName.Found found = names().find(text, OfferName.Whose.THEIRS, "try accept");
        return found.offer() == null
                ? Inquiries.Reply.of(Objects.requireNonNull(found.fault(), "no offer without a fault"))
                : Inquiries.Reply.of(preview(
                        Texts.of("offer.try.accept", found.offer().id()),
                        found.offer().terms()));
    }

    private List<String> preview(String head, Terms terms) {
        List<String> lines = new ArrayList<>(TextWidth.wrap("", head + " " + words.unbroken(terms)));
        lines.addAll(told(topic.consequences(terms, observation())));
        lines.addAll(trial.terms(board, draft.orders(), terms));
        return lines;
    }

    /** Returns the agreement, and what is on offer; or one offer exactly. */
    Inquiries.Reply pacts(String text) {
        if (!text.isEmpty()) {
            return names().any(text)
                    .map(offer -> Inquiries.Reply.of(exactly(offer)))
                    .orElseGet(() -> Inquiries.Reply.of(UsageFault.of(
                            "UNKNOWN_OFFER",
                            Texts.of("fault.unknown-offer", LevelText.shown(text)),
                            Texts.of("fault.unchanged.everything"),
                            "pacts")));
        }
        return Inquiries.Reply.of(
                Screen.lines(new PactsTopic(wording).page(board.side(), observation(), heard()), seating.look()));
    }

    private List<String> told(Page page) {
        return Screen.lines(page, seating.look());
    }

    private List<String> exactly(Offer offer) {
        List<String> lines = new ArrayList<>(TextWidth.wrap(
                "",
                Texts.of(
                        "offer.exactly",
                        offer.id(),
                        offer.maker(),
                        digits(offer.terms()),
                        new TalkWords(wording).status(offer),
                        words.unbroken(offer.terms()))));
        lines.addAll(told(topic.exact(offer.terms(), observation())));
        return lines;
    }

    private static String digits(Terms terms) {
        return TermsHash.of(terms).substring(0, DIGITS);
    }

    private OfferName names() {
        return new OfferName(heard(), board.side());
    }

    private @Nullable Offer find(String text, OfferName.Whose whose, String command) {
        OfferName.Found found = names().find(text, whose, command);
        if (found.fault() != null) {
            session.fault(found.fault());
        }
        return found.offer();
    }

    private String rest(String text, String command) {
        return names().find(text, OfferName.Whose.THEIRS, command).rest();
    }

    private @Nullable Terms read(String text, String command) {
        TermsText.Reading reading = new TermsText(board).read(text, command);
        if (reading instanceof TermsText.Reading.Wrong wrong) {
            session.fault(wrong.fault());
            return null;
        }
        return ((TermsText.Reading.Of) reading).terms();
    }

    private void ask(CompletableFuture<Answer<Saved>> future, Runnable then) {
        session.request(future, answer -> {
            if (answer instanceof Answer.Refused<Saved> refused) {
                submission.refused(refused.refusal());
            } else {
                then.run();
            }
        });
    }
}
