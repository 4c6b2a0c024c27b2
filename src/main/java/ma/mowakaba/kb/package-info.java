/** The knowledge base: articles and their versions, search, passages, classification. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ma.mowakaba.kb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
