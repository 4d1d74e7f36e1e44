/** Runs matches: feeds referees, makes what they say durable, and lets it be seen only then. */
@NullMarked
package dev.truce.app.host;

import org.jspecify.annotations.NullMarked;
