/** Tests of what a page asks the program. */
package dev.truce.web.bridge;
