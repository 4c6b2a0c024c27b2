/** The advisor's workspace: his line, the ringing card, cases, chats, presence. */
@NullMarked
package ma.mowakaba.web.workspace;

import org.jspecify.annotations.NullMarked;
