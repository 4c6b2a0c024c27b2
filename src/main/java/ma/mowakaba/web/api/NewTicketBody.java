package ma.mowakaba.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Priority;
import org.jspecify.annotations.Nullable;

/** A case somebody wants opened. */
record NewTicketBody(
        @Nullable String subject,
        @Nullable String body,
        @Nullable String domain,
        @Nullable String language,
        @Nullable String priority,
        @Nullable NewRequester requester) {
    static final int LONGEST_SUBJECT = 300;
    static final int BIGGEST_BODY = 100 * 1024;

    record NewRequester(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String association) {}

    /** The same, read and found in order. */
    record Wanted(
            String subject,
            String body,
            Optional<DomainCode> domain,
            Optional<Language> language,
            Priority priority,
            Optional<String> name,
            Optional<EmailAddress> email,
            Optional<PhoneNumber> phone,
            Optional<String> association) {}

    /** @throws ma.mowakaba.kernel.Problem INVALID with every field that is wrong */
    Wanted read(Predicate<DomainCode> domainExists) {
        FieldCheck check = new FieldCheck();
        NewRequester who = requester == null ? new NewRequester(null, null, null, null) : requester;
        if (requester == null) {
            check.wrong("requester", "required");
        }
        check.atMost("subject", subject, LONGEST_SUBJECT);
        check.atMostBytes("body", body, BIGGEST_BODY);
        check.atMost("requester.name", who.name(), 200);
        check.atMost("requester.association", who.association(), 300);
        Wanted wanted = new Wanted(
                check.required("subject", subject).strip(),
                check.required("body", body),
                check.read("domain", domain, code -> existing(new DomainCode(code), domainExists)),
                check.read("language", language, Language::of),
                check.read("priority", priority, NewTicketBody::priority).orElse(Priority.NORMAL),
                Optional.ofNullable(who.name()).filter(name -> !name.isBlank()),
                check.read("requester.email", who.email(), EmailAddress::new),
                check.read("requester.phone", who.phone(), NewTicketBody::phone),
                Optional.ofNullable(who.association()).filter(name -> !name.isBlank()));
        check.done();
        return wanted;
    }

    static Priority priority(String code) {
        for (Priority priority : Priority.values()) {
            if (priority.code().equals(code)) {
                return priority;
            }
        }
        throw new IllegalArgumentException(code.toLowerCase(Locale.ROOT));
    }

    static DomainCode existing(DomainCode domain, Predicate<DomainCode> exists) {
        if (!exists.test(domain)) {
            throw new IllegalArgumentException(domain.value());
        }
        return domain;
    }

    private static PhoneNumber phone(String written) {
        return PhoneNumber.parse(written).orElseThrow(IllegalArgumentException::new);
    }
}
