/** Pages for editors: what is missing in the knowledge base, what readers think of it, and who was told what is no longer so. */
@NullMarked
package ma.mowakaba.web.radar;

import org.jspecify.annotations.NullMarked;
