/** One seat at a terminal: lines typed by a person in, text and requests to the server out. */
@NullMarked
package dev.truce.cli.session;

import org.jspecify.annotations.NullMarked;
