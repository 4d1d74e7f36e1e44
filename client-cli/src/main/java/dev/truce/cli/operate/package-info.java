/** What those type who run a server: how it is set up, and whether the machine is fit for it. */
@NullMarked
package dev.truce.cli.operate;

import org.jspecify.annotations.NullMarked;
