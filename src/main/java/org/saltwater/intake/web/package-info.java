/// The questionnaire's pages and REST.
@NullMarked
package org.saltwater.intake.web;

import org.jspecify.annotations.NullMarked;
