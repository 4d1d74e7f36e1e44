@NullMarked
package dev.truce.cli.operate;

import org.jspecify.annotations.NullMarked;
