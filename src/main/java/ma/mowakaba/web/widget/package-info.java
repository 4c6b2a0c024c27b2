/** The chat widget on foreign pages: its own endpoint, origins, security and protocol. */
@NullMarked
package ma.mowakaba.web.widget;

import org.jspecify.annotations.NullMarked;
