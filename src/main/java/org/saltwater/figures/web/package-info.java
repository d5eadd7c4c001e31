@NullMarked
package org.saltwater.figures.web;

import org.jspecify.annotations.NullMarked;
