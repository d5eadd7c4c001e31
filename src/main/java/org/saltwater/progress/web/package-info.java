/// Pages and REST of the progress module.
@NullMarked
package org.saltwater.progress.web;

import org.jspecify.annotations.NullMarked;
