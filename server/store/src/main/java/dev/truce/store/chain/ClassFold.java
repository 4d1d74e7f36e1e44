package dev.truce.store.chain;

import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch.StoredInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a class has become after the entries of its stream. */
public final class ClassFold implements StreamFold<StoredClass> {
    private @Nullable StoredClass opened;
    private final List<StoredInput> events = new ArrayList<>();
    private boolean closed;
    private long last;

    @Override
    public void add(Entry entry) {
        last++;
        if (entry instanceof Entry.ClassOpened first && last == 1) {
            opened = first.opened();
        } else if (entry instanceof Entry.ClassActed acted) {
            events.add(new StoredInput(last, acted.payload()));
        } else if (entry instanceof Entry.ClassClosed) {
            closed = true;
        } else if (!(entry instanceof Entry.LossAccepted)) {
            throw new IllegalArgumentException("an entry of a match in the stream of a class");
        }
    }

    @Override
    public StoredClass result() {
        StoredClass first = opened;
        if (first == null) {
            throw new IllegalArgumentException("no class is opened");
        }
        String code = closed ? null : first.code();
        return new StoredClass(first.classId(), code, first.setup(), first.openedUnixMillis(), events, last);
    }
}
