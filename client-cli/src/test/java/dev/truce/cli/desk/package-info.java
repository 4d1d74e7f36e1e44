@NullMarked
package dev.truce.cli.desk;

import org.jspecify.annotations.NullMarked;
