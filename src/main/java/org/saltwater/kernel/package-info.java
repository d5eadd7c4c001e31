/// The words every module shares: ids, who is asking, refusals with a stable type, redaction, the
/// clock.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.saltwater.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
