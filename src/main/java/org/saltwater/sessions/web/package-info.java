/// The pages and the API of therapy hours.
@NullMarked
package org.saltwater.sessions.web;

import org.jspecify.annotations.NullMarked;
