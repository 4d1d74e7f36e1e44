package dev.truce.web.desk;

import dev.truce.match.notation.ActForm;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TableSeat;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.desk.DeskWords;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What can be done at a desk, as forms of the page: what there is to choose from is chosen, and nobody has to type a seat or a number.
 *
 * @param picture what the desk knows
 * @param words its words
 */
record DeskForms(ClassPicture picture, DeskWords words) {
    /** Returns a form for each act. */
    List<Object> acts() {
        Phrases phrases = words.phrases();
        List<Object> acts = new ArrayList<>();
        for (ActForm form : ClassActNotation.forms()) {
            Map<String, Object> act = new LinkedHashMap<>();
            String key = "web.act." + form.word();
            act.put("word", form.word());
            act.put("title", phrases.has(key) ? phrases.of(key) : form.word().toLowerCase(Locale.ROOT));
            act.put("at_tables", form.atTables());
            act.put("for_good", form.isForGood());
            List<Object> fields = new ArrayList<>();
            for (ActForm.Field field : form.fields()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", field.name());
                one.put("label", phrases.of("web.field." + field));
                one.put("choices", choices(field, form));
                one.put("usual", field.usual());
                one.put("optional", field == ActForm.Field.STUDENT_ID);
                one.put("none", field == ActForm.Field.PLACE ? phrases.of("web.desk.no-place") : "");
                fields.add(one);
            }
            act.put("fields", fields);
            acts.add(act);
        }
        return acts;
    }

    /** Returns what can be chosen; nothing where anything can be typed. */
    private List<Object> choices(ActForm.Field field, ActForm form) {
        return switch (field) {
            case STATE -> List.of(state("OPEN"), state("CLOSED"));
            case SEAT -> seats();
            case DEVICE -> devices();
            case PLACE -> freeSeats();
            case ANY_PLACE -> anySeat();
            case MEMBER, OTHER -> members(form.word().equals("ERASE"));
            case TIME, TEXT, BOT, CARD, ROUND, NAME, STUDENT, STUDENT_ID -> List.of();
        };
    }

    private Object state(String word) {
        return DeskPage.choice(word, words.phrases().of("web.state." + word));
    }

    /** Each seat of each table: at all tables at once nothing is done with a seat by a form. */
    private List<Object> seats() {
        List<Object> seats = new ArrayList<>();
        for (TableChanged table : picture.tables()) {
            for (TableSeat seat : table.seats()) {
                seats.add(DeskPage.choice(
                        table.table() + " " + seat.seat(), table.table() + "." + seat.seat() + " " + words.name(seat)));
            }
        }
        return seats;
    }

    /** The seats of all tables on which no student sits. */
    private List<Object> freeSeats() {
        List<Object> places = new ArrayList<>();
        for (TableChanged table : picture.tables()) {
            for (TableSeat seat : table.seats()) {
                if (seat.member() == 0) {
                    String place = table.table() + "." + seat.seat();
                    places.add(DeskPage.choice(
                            place,
                            seat.bot().isEmpty() ? place : words.phrases().of("web.desk.of-bot", place, seat.bot())));
                }
            }
        }
        return places;
    }

    private List<Object> anySeat() {
        List<Object> free = freeSeats();
        List<Object> all = new ArrayList<>();
        all.add(DeskPage.choice("", words.phrases().of(free.isEmpty() ? "web.desk.no-seat" : "web.desk.any-seat")));
        all.addAll(free);
        return all;
    }

    /** The members by seat and pseudonym, and by the names that the page shows to who asks for them. */
    private List<Object> members(boolean removedToo) {
        List<Object> members = new ArrayList<>();
        for (ClassNews.Member member : picture.members()) {
            if (member.removed() && !removedToo) {
                continue;
            }
            String number = Integer.toString(member.member());
            String place = member.seat() == null ? "--" : member.table() + "." + member.seat();
            String title = words.safe().line(member.name(), DeskWords.MAX_TITLE);
            String student = words.safe().line(member.student(), DeskWords.MAX_TITLE);
            Map<String, Object> one = DeskPage.choice(
                    number, number + ": " + place + " " + words.safe().line(member.pseudonym(), DeskWords.MAX_NAME));
            one.put("named", title + " (" + words.phrases().parts(List.of(student, place)) + ")");
            members.add(one);
        }
        return members;
    }

    private List<Object> devices() {
        ClassNews.Changed state = picture.state();
        return state == null
                ? List.of()
                : state.held().stream()
                        .<Object>map(device ->
                                DeskPage.choice(Integer.toString(device.device()), Integer.toString(device.device())))
                        .toList();
    }
}
