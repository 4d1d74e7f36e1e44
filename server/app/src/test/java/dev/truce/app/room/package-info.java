/** Tests of rooms, codes and tokens. */
@NullMarked
package dev.truce.app.room;

import org.jspecify.annotations.NullMarked;
