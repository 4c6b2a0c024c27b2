/** The supervisor's wallboard and what stands behind each figure. */
@NullMarked
package ma.mowakaba.web.supervisor;

import org.jspecify.annotations.NullMarked;
