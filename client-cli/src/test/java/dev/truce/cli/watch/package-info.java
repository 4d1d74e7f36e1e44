@NullMarked
package dev.truce.cli.watch;

import org.jspecify.annotations.NullMarked;
