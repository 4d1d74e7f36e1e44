@NullMarked
package dev.truce.cli.seat;

import org.jspecify.annotations.NullMarked;
