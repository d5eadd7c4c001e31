/// Questionnaires as data: what is asked, in which order, and what an answer opens. Pure; it knows
/// nothing of browsers, people or storage.
@NullMarked
package org.saltwater.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
