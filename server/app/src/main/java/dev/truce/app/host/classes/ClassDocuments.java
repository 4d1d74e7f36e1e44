package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassGrades;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.Gradebook;
import dev.truce.app.classroom.Student;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.Limits;
import dev.truce.engine.Sha256;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.text.SafeText;
import dev.truce.store.log.LogEvent;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Debrief;
import dev.truce.story.debrief.DebriefTopic;
import dev.truce.story.debrief.TableNames;
import dev.truce.story.print.Look;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells desks the debrief and the grades of a class once all its matches are over or it is finished, from what the journal keeps of them. One document at a
 * time is made, where bots think. Confined to the tasks of its class.
 */
final class ClassDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(ClassDocuments.class);

    /** Characters of a part: at most 192 KiB, less than what may wait for a slow reader. */
    static final int PART = 64 * 1024;

    /** A page of twelve tables has seven parts, and so have their records; it bounds what is kept while somebody reads. */
    private static final int MAX_PARTS = 128;

    private static final int POINTS = 100;

    private final String id;
    private final ClassState state;
    private final ClassStatus status;
    private final Catalogue catalogue;
    private final MatchServices services;
    private final Consumer<Runnable> mailbox;
    private final Executor pool;
    private boolean making;
    private @Nullable Made last;

    /**
     * A document that was made.
     *
     * @param first the wish for its first part
     * @param act the last act of the class before; after another it is made again, as somebody may have been erased
     */
    record Made(ClassRequest.ReadText first, long act, String text, String sha256) {
        static Made of(ClassRequest.ReadText wanted, long act, String text) {
            return new Made(wanted.withPart(1), act, text, Sha256.hex(text));
        }

        int parts() {
            return Math.max(1, (text.length() + PART - 1) / PART);
        }

        /** Returns a part; a character of two halves stays whole. */
        ClassNews.TextRead part(int number) {
            return new ClassNews.TextRead(
                    number, parts(), sha256, text.substring(whole((number - 1) * PART), whole(number * PART)));
        }

        private int whole(int cut) {
            boolean between = cut > 0 && cut < text.length() && Character.isLowSurrogate(text.charAt(cut));
            return between ? cut - 1 : Math.min(cut, text.length());
        }
    }

    /**
     * @param mailbox runs a task of the class
     */
    ClassDocuments(
            String id,
            ClassState state,
            ClassStatus status,
            Catalogue catalogue,
            MatchServices services,
            Consumer<Runnable> mailbox) {
        this.id = id;
        this.state = state;
        this.status = status;
        this.catalogue = catalogue;
        this.services = services;
        this.mailbox = mailbox;
        this.pool = services.botWorkers().ofMatch(() -> Owner.ofClass(id));
    }

    /** Answers with a part of a document; the first makes it. */
    void read(ClassRequest.ReadText wanted, Consumer<Reply<ClassNews>> answer) {
        Optional<Language> language = Language.find(wanted.language());
        Made made = last;
        if (language.isEmpty()) {
            answer.accept(Reply.refused(Refusal.of(ConnectionCode.OUT_OF_RANGE, "language")
                    .naming("language")
                    .legal(String.join(" ", Language.words()))));
        } else if (!status.isOver() && !state.isClosed()) {
            answer.accept(Reply.refused(Refusal.of(RefusalCode.WRONG_PHASE, "").because("refused.tables-play")));
        } else if (made != null
                && wanted.part() > 1
                && made.first().equals(wanted.withPart(1))
                && made.act() == state.acts().last()) {
            tell(made, wanted.part(), answer);
        } else if (making) {
            answer.accept(Reply.refused(ServerRefusals.retry()));
        } else {
            make(wanted, language.get(), answer);
        }
    }

    private void make(ClassRequest.ReadText wanted, Language language, Consumer<Reply<ClassNews>> answer) {
        making = true;
        long act = state.acts().last();
        try {
            pool.execute(() -> {
                Reply<String> text = text(wanted, language);
                mailbox.accept(() -> {
                    making = false;
                    text.tell(
                            made -> tell(Made.of(wanted, act, made), wanted.part(), answer),
                            refusal -> answer.accept(Reply.refused(refusal)));
                });
            });
        } catch (RejectedExecutionException stopping) {
            making = false;
            answer.accept(Reply.refused(ServerRefusals.retry()));
        }
    }

    private void tell(Made made, int part, Consumer<Reply<ClassNews>> answer) {
        // What may hold names stays no longer than somebody reads it.
        last = part < made.parts() ? made : null;
        if (made.parts() > MAX_PARTS || part < 1 || part > made.parts()) {
            last = null;
            answer.accept(Reply.refused(Refusal.of(ConnectionCode.OUT_OF_RANGE, "part")
                    .naming("part")
                    .legal("1.." + Math.min(MAX_PARTS, made.parts()))));
        } else {
            answer.accept(Reply.done(made.part(part)));
        }
    }

    private Reply<String> text(ClassRequest.ReadText wanted, Language language) {
        try {
            Reply<KeptClass> read = KeptClass.of(
                    services.journal().store(),
                    catalogue,
                    services.signer(),
                    services.journal().store().classOf(id).orElseThrow(),
                    wanted.document() != ClassRequest.ClassDocument.RECORDS);
            return read.refusing(ClassDocuments::incomparable).then(kept -> text(kept, wanted, language));
        } catch (RuntimeException unreadable) {
            LOG.error(LogEvent.CLASS_UNREADABLE.marker(), "the tables of a class cannot be read", unreadable);
            return Reply.refused(ServerRefusals.later());
        }
    }

    /** Codes of records are for the program that reads them; the sentence stays. */
    private static Refusal incomparable(Refusal why) {
        return new Refusal(ConnectionCode.NOT_ALLOWED, "document", why.key(), why.arguments(), why.legal(), 0, "");
    }

    private static Reply<String> text(KeptClass kept, ClassRequest.ReadText wanted, Language language) {
        if (wanted.document() == ClassRequest.ClassDocument.GRADES) {
            return ClassGrades.of(kept.tables(), kept.students())
                    .refusing(ClassDocuments::incomparable)
                    .then(entries -> Reply.done(new Gradebook(entries)
                            .canvas(Gradebook.Scheme.of(Gradebook.Performance.byRank(), POINTS))));
        }
        boolean named = wanted.naming() == ClassRequest.Naming.REAL;
        if (wanted.document() == ClassRequest.ClassDocument.RECORDS) {
            return Reply.done(ClassBundle.of(kept.tables(), named ? kept.students() : List.of())
                    .text());
        }
        if (!(kept.tables().only(wanted.table()) instanceof Reply.Done<ClassTables> told)) {
            return Reply.refused(ServerRefusals.unknownTable(wanted.table()));
        }
        TableNames names = switch (wanted.naming()) {
            case OFF -> Student.later(TableNames.off(), kept.students());
            case PSEUDONYM -> Student.later(TableNames.ofRecords(), kept.students());
            case REAL -> Student.names(kept.students());
        };
        DebriefTopic topic = new DebriefTopic(
                new Debrief(told.value(), names, List.of()),
                new Wording(
                        kept.tables().rules().scenario(),
                        Bundles.of(language),
                        text -> SafeText.line(text, Limits.MAX_TEXT_CHARACTERS)));
        return Reply.done(
                switch (wanted.document()) {
                    case DEBRIEF_MARKDOWN -> topic.markdown();
                    case DEBRIEF_HTML -> topic.html(Bundles.styles());
                    case DEBRIEF_TEXT, GRADES, RECORDS -> String.join("\n", topic.lines(Look.PLAIN)) + "\n";
                });
    }
}
