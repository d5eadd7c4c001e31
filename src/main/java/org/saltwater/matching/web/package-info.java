/// The pages and the API on which a client chooses a therapist.
@NullMarked
package org.saltwater.matching.web;

import org.jspecify.annotations.NullMarked;
