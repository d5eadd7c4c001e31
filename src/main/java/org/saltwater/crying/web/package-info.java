/// Pages and REST of the crying module.
@NullMarked
package org.saltwater.crying.web;

import org.jspecify.annotations.NullMarked;
