/** The editors' pages: what there is, writing, review, publication, files. */
@NullMarked
package ma.mowakaba.web.kb;

import org.jspecify.annotations.NullMarked;
