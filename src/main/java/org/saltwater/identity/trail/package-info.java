/// What identity writes into the audit log.
@NullMarked
package org.saltwater.identity.trail;

import org.jspecify.annotations.NullMarked;
