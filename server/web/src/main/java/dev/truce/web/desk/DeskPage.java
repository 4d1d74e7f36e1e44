package dev.truce.web.desk;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.desk.ClassPicture.Waiting;
import dev.truce.story.desk.DeskWords;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a desk shows on the page: the terminal's board in tables, and what can be done as forms.
 *
 * @param picture what the desk knows
 * @param words its words
 * @param now milliseconds since 1970
 */
record DeskPage(ClassPicture picture, DeskWords words, long now) {
    private static final List<String> LABELS = List.of(
            "line", "do", "tables", "all", "pick", "again", "sure", "waiting", "list", "log", "answer", "board",
            "debrief", "names", "save", "named", "number", "slip");

    /** Returns the screen. */
    Map<String, Object> screen() {
        Phrases phrases = words.phrases();
        ClassNews.DeskEntered entered = picture.entered();
        ClassNews.Changed state = picture.state();
        Map<String, Object> screen = new LinkedHashMap<>();
        screen.put("kind", "desk");
        screen.put("home", phrases.of("web.record.home"));
        screen.put("ticks", true);
        if (entered == null || state == null) {
            screen.put("text", phrases.of("web.room.connecting"));
            return screen;
        }
        List<TableChanged> tables = picture.tables();
        screen.put("ticket", entered.token());
        screen.put("over", state.closed());
        screen.put("title", words.safe().line(entered.title(), DeskWords.MAX_TITLE));
        screen.put("code", entered.classCode());
        screen.put("doors", state.doorsOpen() || state.closed() ? "" : phrases.of("web.desk.doors"));
        screen.put("round", words.round(tables).orElse(""));
        screen.put("left", words.left(tables, now).orElse(""));
        screen.put("counts", words.counts(state, tables, now));
        screen.put("facts", words.facts(state));
        screen.put("seatless", words.seatless(state).orElse(""));
        screen.put("calls", calls(state, tables));
        screen.put("held", held(state, tables));
        screen.put("heads", heads());
        screen.put("tables", tables.stream().map(this::row).toList());
        screen.put("letters", phrases.of("tables.letters"));
        screen.put("waiting", waiting());
        screen.put("members", members());
        screen.put(
                "log",
                picture.log().stream().map(line -> (Object) words.act(line)).toList());
        screen.put("acts", new DeskForms(picture, words).acts());
        screen.put("documents", documents());
        screen.put("namings", namings());
        Map<String, Object> labels = new LinkedHashMap<>();
        LABELS.forEach(label -> labels.put(label, phrases.of("web.desk." + label)));
        screen.put("labels", labels);
        return screen;
    }

    private List<Object> calls(ClassNews.Changed state, List<TableChanged> tables) {
        List<Object> calls = new ArrayList<>();
        for (ClassNews.HelpCall call : state.calls()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("text", words.help(call, tables, now));
            one.put("member", call.member());
            one.put("to", words.place(tables, call.member()).split(" ", 2)[0]);
            calls.add(one);
        }
        return calls;
    }

    private List<Object> held(ClassNews.Changed state, List<TableChanged> tables) {
        List<Object> all = new ArrayList<>();
        for (ClassNews.HeldDevice device : state.held()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("text", words.held(device, tables, now));
            one.put("device", device.device());
            all.add(one);
        }
        return all;
    }

    private List<String> heads() {
        return List.of(
                words.phrases().of("tables.head.number"),
                Side.US.toString(),
                Side.CN.toString(),
                words.phrases().of("tables.head.round"),
                words.phrases().of("tables.head.time"),
                words.phrases().of("tables.head.waits"));
    }

    private Map<String, Object> row(TableChanged table) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("table", table.table());
        row.put(
                "cells",
                List.of(
                        DeskWords.letters(table, Side.US, now),
                        DeskWords.letters(table, Side.CN, now),
                        DeskWords.round(table),
                        DeskWords.time(table, now),
                        words.waitsFor(table, now)));
        return row;
    }

    private List<Object> waiting() {
        List<Object> all = new ArrayList<>();
        for (Waiting each : picture.waiting()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("place", each.place().table() + "." + each.place().seat());
            one.put(
                    "cells",
                    List.of(
                            words.name(each.seat()),
                            words.how(each, now),
                            words.delivery(each.seat().message(), now)));
            all.add(one);
        }
        return all;
    }

    private List<Object> members() {
        List<Object> all = new ArrayList<>();
        for (ClassNews.Member member : picture.members()) {
            Seat seat = member.seat();
            // What tells who it is stands last: it is shown only to who asks for it, as the desk may be on a wall.
            all.add(List.of(
                    Integer.toString(member.member()),
                    seat == null ? "--" : member.table() + "." + seat,
                    words.safe().line(member.pseudonym(), DeskWords.MAX_NAME),
                    words.presence(member),
                    words.safe().line(member.student(), DeskWords.MAX_TITLE),
                    words.safe().line(member.name(), DeskWords.MAX_TITLE)));
        }
        return all;
    }

    /** What can be read once all matches are over. */
    private List<Object> documents() {
        List<Object> documents = new ArrayList<>();
        DeskReading.FILES.forEach((document, file) -> documents.add(choice(document.name(), file)));
        return documents;
    }

    private List<Object> namings() {
        List<Object> namings = new ArrayList<>();
        for (ClassRequest.Naming naming : ClassRequest.Naming.values()) {
            namings.add(choice(naming.name(), words.phrases().of("web.naming." + naming)));
        }
        return namings;
    }

    static Map<String, Object> choice(String value, String text) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("value", value);
        choice.put("text", text);
        return choice;
    }
}
