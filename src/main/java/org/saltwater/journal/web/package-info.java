/// Pages and REST of the journal module.
@NullMarked
package org.saltwater.journal.web;

import org.jspecify.annotations.NullMarked;
