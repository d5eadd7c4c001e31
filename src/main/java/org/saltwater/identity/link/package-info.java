/// Links in mails that work once.
@NullMarked
package org.saltwater.identity.link;

import org.jspecify.annotations.NullMarked;
