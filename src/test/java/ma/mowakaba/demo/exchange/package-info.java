/** A telephone exchange for demonstrations and tests: it speaks Asterisk's manager protocol and plays recordings of a real one. */
@NullMarked
package ma.mowakaba.demo.exchange;

import org.jspecify.annotations.NullMarked;
