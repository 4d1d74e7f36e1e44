package dev.truce.store.journal;

/** Hears how the writes of the journal go; called from its thread and must not block. */
public interface CommitListener {
    /** Hears nothing. */
    CommitListener NONE = new CommitListener() {
        @Override
        public void committed(int entries, long nanos) {}

        @Override
        public void suspended() {}

        @Override
        public void resumed() {}
    };

    /** A group was made durable. */
    void committed(int entries, long nanos);

    /** A write failed, and nothing is taken until the store is open again. */
    void suspended();

    /** The store is open again. */
    void resumed();
}
