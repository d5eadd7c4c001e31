/// Pages and API of signing in, the account, and invitations.
@NullMarked
package org.saltwater.identity.web;

import org.jspecify.annotations.NullMarked;
