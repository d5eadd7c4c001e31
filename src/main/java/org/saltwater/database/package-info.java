/// The one store: an embedded PostgreSQL for those who have none, or any PostgreSQL by address.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.saltwater.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
