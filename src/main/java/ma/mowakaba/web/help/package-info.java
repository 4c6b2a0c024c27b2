/** The public help pages. */
@NullMarked
package ma.mowakaba.web.help;

import org.jspecify.annotations.NullMarked;
