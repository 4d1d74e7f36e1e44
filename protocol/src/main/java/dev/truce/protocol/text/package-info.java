/** What text of strangers may contain, checked where it comes in and again where it goes out. */
@NullMarked
package dev.truce.protocol.text;

import org.jspecify.annotations.NullMarked;
