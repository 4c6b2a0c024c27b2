package ma.mowakaba.ticket;

import org.springframework.stereotype.Component;

/** What advisors do to a case besides changing its properties, and what becomes of what they wrote. */
@Component
record DeskWork(Answers answers, CaseHandover handover, Fates fates) {}
