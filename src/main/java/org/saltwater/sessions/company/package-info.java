/// Who comes along to an hour by video besides the two who meet, with everyone's yes.
@NullMarked
@NamedInterface("company")
package org.saltwater.sessions.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
