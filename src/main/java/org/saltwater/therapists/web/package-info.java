/// The pages and the API about therapists.
@NullMarked
package org.saltwater.therapists.web;

import org.jspecify.annotations.NullMarked;
