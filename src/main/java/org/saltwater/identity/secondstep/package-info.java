/// Codes from an authenticator app, and recovery codes for the day it is lost.
@NullMarked
package org.saltwater.identity.secondstep;

import org.jspecify.annotations.NullMarked;
