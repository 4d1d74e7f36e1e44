package dev.truce.web.browser;

/** What an instructor does on the page that opens a class. */
public final class TeachForm {
    private TeachForm() {}

    /** Chooses or writes a value. */
    public static void choose(Browser browser, String name, String value) throws Exception {
        browser.run("{ const field = document.querySelector('[name=" + name + "]'); field.value = '" + value
                + "'; field.dispatchEvent(new Event('change', { bubbles: true })); return ''; }");
    }

    /** Drops a class list, written as in a script. */
    public static void drop(Browser browser, String list) throws Exception {
        browser.run("{ const data = new DataTransfer(); data.items.add(new File([`" + list
                + "`], 'grades.csv')); document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));"
                + " return ''; }");
    }
}
