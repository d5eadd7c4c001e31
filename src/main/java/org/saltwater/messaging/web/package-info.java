/// The pages and the API of conversations.
@NullMarked
package org.saltwater.messaging.web;

import org.jspecify.annotations.NullMarked;
