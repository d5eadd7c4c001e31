/// The practice's line to the telephone network: calls out, calls in, and the bridge to a browser.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.saltwater.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
