package ma.mowakaba.web.admin;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.ApiTokens;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works here, what is routed, which programs have a token. */
@Controller
class AdminPages {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Domains domains;

    AdminPages(Accounts accounts, ApiTokens tokens, Domains domains) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.domains = domains;
    }

    /** An account in the list. */
    record Person(Advisor account, List<String> roles, List<String> skills) {}

    record Domain(String code, String arabic, String french, String english) {}

    @GetMapping("/admin")
    String admin(Model model, Words words) {
        model.addAttribute(
                "people",
                accounts.all().stream().map(account -> person(account, words)).toList());
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("scopes", EnumSet.allOf(ApiTokens.Scope.class));
        model.addAttribute(
                "domains",
                domains.all().stream()
                        .map(code -> new Domain(
                                code.value(),
                                domains.name(code, Language.AR),
                                domains.name(code, Language.FR),
                                domains.name(code, Language.EN)))
                        .toList());
        return "admin/admin";
    }

    /** The token is shown by this answer and never again. */
    @PostMapping("/admin/tokens")
    String issue(
            @RequestParam String name,
            @RequestParam(defaultValue = "") Set<ApiTokens.Scope> scopes,
            Model model,
            Words words) {
        model.addAttribute("issued", tokens.issue(name.strip(), scopes));
        return admin(model, words);
    }

    @DeleteMapping("/admin/tokens/{id}")
    String revoke(@PathVariable UUID id, Model model, Words words) {
        tokens.revoke(id);
        return admin(model, words);
    }

    @DeleteMapping("/admin/people/{id}")
    String disable(@PathVariable UUID id, Model model, Advisor viewer, Words words) {
        StaffId account = new StaffId(id);
        if (account.equals(viewer.id())) {
            throw Problem.conflict("staff.own-account");
        }
        accounts.disable(account);
        return admin(model, words);
    }

    private static Person person(Advisor account, Words words) {
        return new Person(
                account,
                account.roles().stream()
                        .sorted()
                        .map(role -> words.say("staff.role." + role.name().toLowerCase(java.util.Locale.ROOT)))
                        .toList(),
                account.skills().stream()
                        .map(skill -> words.domain(skill.domain()) + " "
                                + skill.language().code() + " " + skill.level())
                        .sorted()
                        .toList());
    }
}
