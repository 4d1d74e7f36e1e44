package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.seat.TryPreview;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.match.Refusals;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.page.Page;
import dev.truce.story.topic.PactsTopic;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.TermsWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The commands about agreements: offers and answers to them, notice to leave. */
final class Diplomacy {
    /** What confirms an offer that crosses a red line of the side that makes it. */
    static final String CROSS = "cross";

    /** Digits of the hash of terms that a person types. */
    private static final int DIGITS = 4;

    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final DraftOrders draft;
    private final Submission submission;
    private final TypedDeeds typed;
    private final Candidates candidates;
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
            TypedDeeds typed,
            TryPreview trial) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.submission = submission;
        this.typed = typed;
        this.trial = trial;
        this.candidates = new Candidates(board);
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

    /** Tries orders, or terms; sends nothing. */
    Command attempt() {
        return Command.of("try", "t", this::tried).completed(candidates::tried);
    }

    private void tried(String text) {
        String[] words = text.split("\\s+", 2);
        String what = words[0].toLowerCase(Locale.ROOT);
        if (board.over() != null) {
            session.say("session.is-over");
        } else if (List.of("offer", "counter", "accept").contains(what)) {
            triedTerms("try " + what, words.length > 1 ? words[1] : "");
        } else {
            Orders orders = text.isEmpty() ? Orders.HOLD : typed.orders(text);
            if (orders != null) {
                session.show(trial.lines(board, draft.with(orders.list())));
            }
        }
    }

    private void triedTerms(String command, String text) {
        Deed deed = typed.deed(command, text);
        if (deed instanceof Deed.MakeOffer made) {
            session.show(preview(Texts.of("offer.try"), made.terms(), board.side()));
        } else if (deed instanceof Deed.Accept accept) {
            Offer offer = open(accept.offer());
            session.show(preview(Texts.of("offer.try.accept", offer.id()), offer.terms(), offer.maker()));
            submission.rivals(offer.id());
        }
    }

    private List<String> preview(String head, Terms terms, Side author) {
        List<String> lines = new ArrayList<>(TextWidth.wrap("", head + " " + words.unbroken(terms)));
        lines.addAll(told(topic.length(terms, observation())));
        lines.addAll(told(topic.consequences(terms, observation())));
        if (author == board.side()) {
            lines.addAll(told(topic.ownText(terms, author, observation(), board.reasons())));
        }
        lines.addAll(trial.terms(board, draft.orders(), terms, author));
        return lines;
    }

    Command offer() {
        return Command.of("offer", "o", text -> make("offer", text))
                .completed((before, word) -> candidates.terms(word));
    }

    Command counter() {
        return Command.of("counter", "", text -> make("counter", text))
                .completed((before, word) ->
                        before.size() == 1 ? candidates.offers(board.side().other()) : candidates.terms(word));
    }

    private void make(String command, String text) {
        if (submission.isOver() || !(typed.deed(command, text) instanceof Deed.MakeOffer made)) {
            return;
        }
        List<String> crossed = topic.crossed(made.terms(), observation());
        if (crossed.isEmpty()) {
            send(made);
            return;
        }
        crossed.forEach(line -> session.say("offer.crosses", line));
        session.confirm(CROSS, () -> send(made));
    }

    private void send(Deed.MakeOffer made) {
        OfferId answers = made.answers();
        OfferId id = heard().next(board.side());
        Terms terms = made.terms();
        submission.send(made, () -> {
            session.say("offer.sent", id, board.side().other(), words.unbroken(terms), digits(terms));
            if (answers != null) {
                session.say("offer.sent.answers", answers);
            }
            session.say("offer.sent.next", id);
            show(topic.ownText(terms, board.side(), observation(), board.reasons()));
        });
    }

    Command accept() {
        return Command.of("accept", "", this::accept)
                .completed((before, word) -> candidates.offers(board.side().other()));
    }

    private void accept(String text) {
        if (submission.isOver() || !(typed.deed("accept", text) instanceof Deed.Accept accept)) {
            return;
        }
        Offer offer = open(accept.offer());
        session.show(exactly(offer));
        show(topic.consequences(offer.terms(), observation()));
        submission.rivals(offer.id());
        String expected = offer.id() + " " + digits(offer.terms());
        session.say("offer.no-undo");
        // What was shown is what is accepted: the hash of other terms is refused.
        String hash = accept.termsHash().isEmpty() ? offer.hash() : accept.termsHash();
        session.confirm(
                expected,
                () -> submission.send(new Deed.Accept(offer.id(), hash), () -> {
                    session.say("offer.accepted", offer.id());
                    submission.rivals(offer.id());
                }));
    }

    Command refuse() {
        return Command.of("refuse", "reject", text -> {
                    if (!submission.isOver() && typed.deed("refuse", text) instanceof Deed.Refuse refuse) {
                        submission.send(refuse, () -> session.say("offer.refused", refuse.offer()));
                    }
                })
                .completed((before, word) -> candidates.offers(board.side().other()));
    }

    Command withdraw() {
        return Command.of("withdraw", "", text -> {
                    if (!submission.isOver() && typed.deed("withdraw", text) instanceof Deed.Withdraw withdraw) {
                        submission.send(withdraw, () -> session.say("offer.withdrawn", withdraw.offer()));
                    }
                })
                .completed((before, word) -> candidates.offers(board.side()));
    }

    Command notice() {
        return Command.of("notice", "", this::notice).completed((before, word) -> List.of("back"));
    }

    private void notice(String text) {
        if (submission.isOver() || !(typed.deed("notice", text) instanceof Deed.GiveNotice notice)) {
            return;
        }
        int round = observation().openRound();
        boolean back = !notice.given();
        if (back == !heard().leaves(board.side(), round)) {
            session.say(back ? "notice.none" : "notice.already");
        } else {
            submission.send(notice, () -> session.say(back ? "notice.back" : "notice.given", round));
        }
    }

    /** Decides on an accusation; nobody else hears of it before the close. */
    Command judge() {
        return Command.of("judge", "", this::judge)
                .completed((before, word) -> before.size() == 1
                        ? candidates.accused()
                        : Arrays.stream(AccusationChoice.values())
                                .map(AccusationChoice::word)
                                .toList());
    }

    private void judge(String text) {
        if (!submission.isOver() && typed.deed("judge", text) instanceof Deed.Judge judge) {
            // What was decided is told to the whole side, this seat included.
            submission.send(judge, () -> {});
        }
    }

    /** Shows the agreement, and what is on offer; or one offer exactly. */
    Command pacts() {
        return Command.of("pacts", "p", this::pacts).completed((before, word) -> candidates.offers());
    }

    private void pacts(String text) {
        if (text.isEmpty()) {
            show(new PactsTopic(wording, board.reasons()).page(board.side(), observation(), heard()));
            return;
        }
        Optional<Offer> offer = heard().offers().stream()
                .filter(each ->
                        each.id().toString().equalsIgnoreCase(text.replaceFirst("(?i)^(us|cn)(?=[0-9])", "$1-")))
                .findFirst();
        if (offer.isPresent()) {
            session.show(exactly(offer.get()));
        } else {
            session.fault(unknown(
                    SafeText.line(text, Wire.NAME_CHARACTERS), Texts.of("fault.unchanged.everything"), "pacts"));
        }
    }

    private List<String> told(Page page) {
        return seating.look().lines(page);
    }

    private void show(Page page) {
        session.show(told(page));
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

    /** Returns an offer that was read as an open one. */
    private Offer open(OfferId id) {
        return Objects.requireNonNull(heard().find(id), "a line that names no offer is refused");
    }

    private static UsageFault unknown(String name, String unchanged, String next) {
        Refusal unknown = Refusals.unknownOffer("offer", name);
        return UsageFault.of(unknown.code().name(), Texts.of(unknown), unchanged, next)
                .about("offer", next);
    }
}
