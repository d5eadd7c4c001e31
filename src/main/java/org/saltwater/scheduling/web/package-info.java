/// The therapist's calendar and hours as pages, and scheduling's part of the API.
@NullMarked
package org.saltwater.scheduling.web;

import org.jspecify.annotations.NullMarked;
