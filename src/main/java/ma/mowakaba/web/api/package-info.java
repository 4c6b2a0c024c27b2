/** The interface outside programs rely on. */
@NullMarked
package ma.mowakaba.web.api;

import org.jspecify.annotations.NullMarked;
