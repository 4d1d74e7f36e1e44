/** What the owner of a room does. */
@NullMarked
package dev.truce.cli.room;

import org.jspecify.annotations.NullMarked;
