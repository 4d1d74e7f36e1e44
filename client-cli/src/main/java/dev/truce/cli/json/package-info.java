/** JSON lines for programs: what the screens say, under names that never change. */
@NullMarked
package dev.truce.cli.json;

import org.jspecify.annotations.NullMarked;
