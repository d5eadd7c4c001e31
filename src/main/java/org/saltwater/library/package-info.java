/// The library: articles to read, written in Markdown, reviewed by clinicians.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "site", "identity", "therapists"})
package org.saltwater.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
