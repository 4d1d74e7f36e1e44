package dev.truce.store;

/**
 * A line of a class list. It is kept beside the journal, never in it.
 *
 * @param member number of the member in the class, from 1
 * @param name as the university writes it
 * @param student what he types to enter: number or name
 * @param login his login, or empty
 * @param canvasId his number in Canvas, or empty
 * @param section of the course, or empty
 * @param language in which the server speaks to him, or empty for that of the class
 * @param keyHash what is kept of his key, or empty if none opens anything
 */
public record StoredMember(
        int member,
        String name,
        String student,
        String login,
        String canvasId,
        String section,
        String language,
        String keyHash) {
    /** Returns the line once the member is forgotten. */
    public StoredMember erased() {
        return new StoredMember(member, "", "", "", "", "", "", "");
    }

    /** Returns whether the member is forgotten. */
    public boolean isErased() {
        return name.isEmpty();
    }

    /** Returns the line with another key. */
    public StoredMember withKey(String otherHash) {
        return new StoredMember(member, name, student, login, canvasId, section, language, otherHash);
    }

    /** Hides who it is. */
    @Override
    public String toString() {
        return "StoredMember[member=" + member + "]";
    }
}
