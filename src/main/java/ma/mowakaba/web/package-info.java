/** Everything seen by a browser or an outside program; nobody depends on it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "staff",
            "directory",
            "calendar",
            "kb",
            "contact",
            "routing",
            "ticket",
            "telephony",
            "mail",
            "chat",
            "metrics",
            "radar"
        })
package ma.mowakaba.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
