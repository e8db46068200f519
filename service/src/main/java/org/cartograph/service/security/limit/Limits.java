package org.cartograph.service.security.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.cartograph.service.security.Rate;
import org.cartograph.service.security.Role;
import org.cartograph.service.security.SecuritySettings;
import org.cartograph.service.security.keys.ApiKey;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Says how long somebody has to wait. */
@Component
public final class Limits {

    private final SecuritySettings settings;
    private final Buckets callers = new Buckets();
    private final Buckets browsers = new Buckets();
    private final Buckets refused = new Buckets();

    Limits(SecuritySettings settings) {
        this.settings = settings;
    }

    /** Time that a caller has to wait; zero when the request may go on. */
    public Duration wait(Authentication caller, HttpServletRequest request) {
        if (caller.getPrincipal() instanceof ApiKey key && key.isForBrowsers()) {
            Duration alone = browsers.take(key.id() + " " + CallerAddress.of(request), settings::ofBrowser);
            if (!alone.isZero()) {
                return alone; // one address cannot use up what all shoppers have together
            }
        }
        return callers.take(caller.getName(), () -> rate(caller));
    }

    private Rate rate(Authentication caller) {
        if (caller.getPrincipal() instanceof ApiKey key && key.limit() != null) {
            return key.limit();
        }
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> caller.getAuthorities().contains(role.authority()))
                .toList();
        return settings.limit(roles);
    }

    /** Time that an address has to wait before it is told again that it has no good key. */
    public Duration waitOfRefused(HttpServletRequest request) {
        return refused.take(CallerAddress.of(request), settings::ofRefusals);
    }
}
