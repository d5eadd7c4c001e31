/// What is to be done once, at a moment: kept in the database, so that it outlasts a restart and
/// happens once however many nodes there are.
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.saltwater.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
