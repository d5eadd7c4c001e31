/// The help page, the pages of those who follow up, and their REST.
@NullMarked
package org.saltwater.safety.web;

import org.jspecify.annotations.NullMarked;
