/// How other programs learn what the API offers: its description as OpenAPI.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "site"})
package org.saltwater.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
