/// The frame around each page: layout, words, places, errors told kindly, and the headers that keep
/// it private.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package org.saltwater.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
