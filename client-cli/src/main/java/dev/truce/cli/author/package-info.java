/** Commands for those who write a bot or a scenario. */
@NullMarked
package dev.truce.cli.author;

import org.jspecify.annotations.NullMarked;
