package ma.mowakaba.staff;

import java.util.UUID;

/** Who works here, whatever the role. */
public record StaffId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
