@NullMarked
package dev.truce.bench.lesson;

import org.jspecify.annotations.NullMarked;
