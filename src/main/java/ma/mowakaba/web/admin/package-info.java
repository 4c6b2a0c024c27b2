/** People, domains and tokens. */
@NullMarked
package ma.mowakaba.web.admin;

import org.jspecify.annotations.NullMarked;
