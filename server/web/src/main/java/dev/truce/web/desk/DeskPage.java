package dev.truce.web.desk;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.PublicRound;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassNews.TableSeat;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ToldSeat.SeatState;
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
            "line",
            "do",
            "tables",
            "all",
            "some",
            "pick",
            "again",
            "ask",
            "sure",
            "waiting",
            "list",
            "log",
            "answer",
            "board",
            "debrief",
            "read",
            "names",
            "save",
            "named",
            "number",
            "slip",
            "doors",
            "needs",
            "nobody",
            "at",
            "to-do",
            "ready",
            "last",
            "broke",
            "returned",
            "communique",
            "few",
            "none",
            "typed",
            "seatless",
            "table",
            "now",
            "left",
            "US",
            "CN");

    /** Texts that other screens have, too. */
    private static final List<String> SHARED = List.of("tables.paused", "class-board.head.tariff", "seat.head");

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
        screen.put("doors", state.doorsOpen());
        screen.put("begun", state.begun());
        screen.put("round", words.round(tables).orElse(""));
        screen.put("left", words.left(tables, now).orElse(""));
        screen.put("counts", words.counts(state, tables, now));
        screen.put("facts", words.facts(state));
        screen.put("seatless", state.waiting());
        screen.put("calls", calls(state, tables));
        screen.put("held", held(state, tables));
        screen.put("tables", tables.stream().map(this::row).toList());
        screen.put("waiting", waiting());
        screen.put("members", members());
        screen.put(
                "log",
                picture.log().stream().map(line -> (Object) words.act(line)).toList());
        screen.put("acts", new DeskForms(picture, words).acts());
        screen.put("namings", namings());
        Map<String, Object> labels = new LinkedHashMap<>();
        LABELS.forEach(label -> labels.put(label, phrases.pattern("web.desk." + label)));
        SHARED.forEach(label -> labels.put(label, phrases.pattern(label)));
        Phrases.JOINERS.forEach(label -> labels.put(label, phrases.pattern(label)));
        for (SeatState how : SeatState.values()) {
            labels.put(how.name(), phrases.of("tables.state." + how));
        }
        for (TablePhase phase : TablePhase.values()) {
            labels.put(phase.name(), phrases.of("tables.phase." + phase));
        }
        screen.put("labels", labels);
        return screen;
    }

    private List<Object> calls(ClassNews.Changed state, List<TableChanged> tables) {
        List<Object> calls = new ArrayList<>();
        for (ClassNews.HelpCall call : state.calls()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("text", words.help(call, tables, now));
            one.put("member", call.member());
            one.put("to", words.place(tables, call.member()));
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

    /** A table in values: the page says in words how it stands, and with which signs. */
    private Map<String, Object> row(TableChanged table) {
        List<Object> seats = new ArrayList<>();
        for (TableSeat seat : table.seats()) {
            seats.add(Map.of(
                    "seat", seat.seat().toString(),
                    "side", seat.seat().side().name(),
                    "name", words.name(seat),
                    "state", seat.state(now).name(),
                    "gone", seat.isGone()));
        }
        Map<String, Object> row = new LinkedHashMap<>(Map.of(
                "table", table.table(),
                "round", table.round(),
                "left", DeskWords.time(table, now),
                "paused", table.paused(),
                "phase", table.phase().name(),
                "seats", seats));
        int rounds = table.rounds().size();
        if (rounds > 0) {
            PublicRound last = table.rounds().get(rounds - 1);
            row.putAll(Map.of(
                    "tariff", last.tariff(),
                    "broke", last.broke().stream().map(Side::name).toList(),
                    "returned", last.returned(),
                    "communique", last.communique()));
        }
        return row;
    }

    private List<Object> waiting() {
        List<Object> all = new ArrayList<>();
        for (Waiting each : picture.waiting()) {
            all.add(Map.of(
                    "table", each.place().table(),
                    "seat", each.place().seat().toString(),
                    "state", each.seat().state(now).name(),
                    "cells",
                            List.of(
                                    words.name(each.seat()),
                                    words.how(each, now),
                                    words.delivery(each.seat().message(), now))));
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
                    seat != null ? member.table() + "." + seat : member.removed() ? "" : "--",
                    words.safe().line(member.pseudonym(), DeskWords.MAX_NAME),
                    words.presence(member),
                    words.safe().line(member.student(), DeskWords.MAX_TITLE),
                    words.safe().line(member.name(), DeskWords.MAX_TITLE)));
        }
        return all;
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
