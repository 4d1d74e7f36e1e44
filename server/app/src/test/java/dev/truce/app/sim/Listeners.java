package dev.truce.app.sim;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.service.ClassListener;
import dev.truce.app.host.service.MatchListener;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.app.net.connection.NetListener;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.PhaseName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what the server tells its meters, so that a run knows which rare paths it has taken. */
final class Listeners {
    private final Agenda agenda;
    private final Marks marks;

    Listeners(Agenda agenda, Marks marks) {
        this.agenda = agenda;
        this.marks = marks;
    }

    MatchListener ofMatches() {
        return new MatchListener() {
            @Override
            public void opened(String matchId) {
                marks.hit("room opened");
            }

            @Override
            public void running(String matchId, boolean again) {
                marks.hit(again ? "match again in memory" : "match started");
            }

            @Override
            public void sealed(String matchId) {
                marks.hit("sealed");
            }

            @Override
            public void acknowledged(String matchId, long nanos) {
                marks.hit("acknowledged");
            }

            @Override
            public void resolved(String matchId, MatchSpec spec, RoundView seenByAll, RoundView full) {
                marks.hit("round resolved");
            }

            @Override
            public void negotiated(String matchId, Notice notice) {
                marks.hit("negotiated " + notice.getClass().getSimpleName());
            }

            @Override
            public void over(String matchId, Notice.MatchOver over) {
                marks.hit("match over");
            }

            @Override
            public void faulted(String matchId) {
                agenda.breach(0, "the referee of match " + matchId + " failed");
            }

            @Override
            public void decided(String matchId, long nanos, boolean crashed) {
                marks.hit("hosted bot decided");
                if (crashed) {
                    agenda.breach(0, "a bot of the roster crashed");
                }
            }
        };
    }

    ClassListener ofClasses() {
        return new ClassListener() {
            @Override
            public void changed(String classId, ClassNews.TableChanged table) {}

            @Override
            public void acted() {}

            @Override
            public void called(String classId, int table, ClassNews.HelpCall call) {}

            @Override
            public void calls(String classId, List<ClassNews.HelpCall> calls) {}

            @Override
            public void closed(String classId) {}
        };
    }

    NetListener ofNet() {
        return new NetListener() {
            @Override
            public void opened() {
                marks.hit("connection");
            }

            @Override
            public void closed(DisconnectCause cause) {
                marks.hit("end " + cause);
            }

            @Override
            public void entered(PhaseName phase) {}

            @Override
            public void left(PhaseName phase) {}

            @Override
            public void received(@Nullable String matchId) {
                marks.hit("frame received");
            }

            @Override
            public void refused(Refusal.Code code, @Nullable String matchId) {
                marks.hit("refused " + code);
            }

            @Override
            public void requested() {}

            @Override
            public void uncaught() {
                agenda.breach(0, "an exception that nobody had expected on a connection");
            }

            @Override
            public void late(long nanos) {}
        };
    }
}
