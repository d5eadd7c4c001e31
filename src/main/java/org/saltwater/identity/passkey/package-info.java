/// Passkeys: a key on the person’s own device in place of password and code.
@NullMarked
package org.saltwater.identity.passkey;

import org.jspecify.annotations.NullMarked;
