package ma.mowakaba.ticket;

import org.springframework.stereotype.Component;

/** What an advisor does to a case besides changing its properties. */
@Component
record DeskWork(Answers answers, CaseHandover handover) {}
