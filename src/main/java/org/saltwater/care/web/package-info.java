/// Pages and API of care: booking, appointments, access, change of therapist.
@NullMarked
package org.saltwater.care.web;

import org.jspecify.annotations.NullMarked;
