@NullMarked
package dev.truce.cli.frame;

import org.jspecify.annotations.NullMarked;
