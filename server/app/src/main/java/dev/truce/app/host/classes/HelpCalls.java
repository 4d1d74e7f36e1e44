package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.host.service.MatchServices;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.negotiation.TalkRules;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ConnectionCode;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes calls for help, writes them and shows them to all desks. Confined to the tasks of its class. */
final class HelpCalls {
    /** How often a student may call in a class: each call is an entry of its journal. */
    static final int MAX_CALLS = 50;

    private final ClassState state;
    private final ClassEvents events;
    private final ClassPresence presence;
    private final MatchServices services;

    HelpCalls(ClassState state, ClassEvents events, ClassPresence presence, MatchServices services) {
        this.state = state;
        this.events = events;
        this.presence = presence;
        this.services = services;
    }

    /**
     * Calls the instructor to a seat. The same call again, while it is open, changes nothing.
     *
     * @param answer told when it is on disk
     */
    void call(TableSeat seat, String text, Consumer<Reply<Long>> answer) {
        int member = state.memberOf(seat);
        long now = services.wallClock().millis();
        Refusal wrong = TalkRules.badWords(text, false);
        Optional<ClassNews.HelpCall> before = state.calls().of(member);
        if (wrong != null) {
            answer.accept(Reply.refused(wrong));
        } else if (member == 0 || state.isClosed()) {
            answer.accept(Reply.refused(
                    Refusal.of(ConnectionCode.NOT_ALLOWED, "body").because("refused.not_allowed.no-class")));
        } else if (before.isPresent() && before.get().text().equals(text)) {
            answer.accept(Reply.done(before.get().unixMillis()));
        } else if (state.calls().made(member) >= MAX_CALLS) {
            answer.accept(Reply.refused(
                    Refusal.of(ConnectionCode.RATE_LIMITED, "").because("refused.rate_limited.calls", MAX_CALLS)));
        } else {
            Runnable called = () -> {
                presence.tellChange();
                services.classListener().called(presence.id(), seat.table(), new ClassNews.HelpCall(member, text, now));
                answer.accept(Reply.done(now));
            };
            events.record(new ClassEvent.Called(now, member, text), called, answer);
        }
    }
}
