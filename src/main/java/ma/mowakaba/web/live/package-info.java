/** What changes on a screen: fragments over STOMP, and who may hear which. */
@NullMarked
package ma.mowakaba.web.live;

import org.jspecify.annotations.NullMarked;
