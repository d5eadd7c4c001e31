package org.saltwater.care.web;

import java.util.List;
import org.saltwater.care.OnCallReason;

/// Before someone on call opens a record that is not theirs.
public record OnCallView(String client, List<OnCallReason> reasons) {}
