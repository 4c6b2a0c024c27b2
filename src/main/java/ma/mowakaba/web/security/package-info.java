/** Who may do what: sign-in, bearer tokens, the rules of the routes. */
@NullMarked
package ma.mowakaba.web.security;

import org.jspecify.annotations.NullMarked;
