/** Whatever strangers send, type or put into a file: it is taken, refused with a code, or the connection ends; nothing else happens. */
@NullMarked
package dev.truce.cli.fuzz;

import org.jspecify.annotations.NullMarked;
