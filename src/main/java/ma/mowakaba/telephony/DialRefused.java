package ma.mowakaba.telephony;

import ma.mowakaba.staff.StaffId;

/**
 * Somebody wanted to dial and was not allowed to.
 *
 * @param why subject of the refusal, as in {@code call.prefix}; no number is told
 */
public record DialRefused(StaffId advisor, String why) {}
