/// What a good password is, and how it is kept.
@NullMarked
package org.saltwater.identity.password;

import org.jspecify.annotations.NullMarked;
